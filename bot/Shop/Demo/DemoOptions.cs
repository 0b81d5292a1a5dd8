namespace ServiceBot.Bot.Shop.Demo;

/// <summary>Whether the demo shop is loaded into an empty store, from <c>Shop:Demo</c>.</summary>
internal sealed record DemoOptions(bool Wanted);
