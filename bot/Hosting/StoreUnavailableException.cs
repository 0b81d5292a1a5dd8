namespace ServiceBot.Bot.Hosting;

/// <summary>A store does not answer now; the same again, a little later, may work. Whether what was under way was written is not known, and need not be: whatever is written twice is written once.</summary>
/// <param name="message">Which store, and why, for whoever runs the program.</param>
/// <param name="inner">What the store's client says.</param>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
