namespace ServiceBot.Bot.Hosting;

/// <summary>The program cannot start, or a command cannot do its work, for a reason that whoever runs it can mend; the message is all they need.</summary>
internal sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
