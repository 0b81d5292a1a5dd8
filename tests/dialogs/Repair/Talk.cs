using ServiceBot.Dialogs.Tests.Worlds;

namespace ServiceBot.Dialogs.Tests.Repair;

/// <summary>A return under way, up to the state that a test is about.</summary>
public abstract class Talk
{
    internal World World { get; } = new();

    internal string State => $"{World.Last.Dialog}/{World.Last.State}";

    protected Task<string> Say(params string[] lines) => World.Tell(lines);

    protected Task<string> UpToItems() => Say("반품할래요", "20261115-0000001, 010-0000-1234");

    protected async Task<string> UpToReason()
    {
        await UpToItems();
        return await Say("파란색 주전자요");
    }

    protected async Task<string> UpToReadBack()
    {
        await UpToReason();
        return await Say("마음이 바뀌었어요", "네", "첫 번째");
    }

    protected static void Tells(string expected, string said) => Assert.Contains(expected, said, StringComparison.Ordinal);
}
