using ServiceBot.Dialogs.Tests.Repair;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>A customer who asked for a person in the middle of a return, with an agent at the desk.</summary>
public abstract class Served : Talk
{
    protected static readonly AgentIdentity Jieun = new("a1", "이지은");
    protected static readonly AgentIdentity Minho = new("a2", "박민호");

    /// <summary>Up to the reason, which was not answered; the customer waits.</summary>
    internal async Task<string> Waits()
    {
        World.Shop.Desk = new(1, 2) { WaitFrom = 3, WaitTo = 5 };
        await UpToReason();
        return await Say("상담원 바꿔 주세요");
    }

    internal async Task IsServed()
    {
        await Waits();
        await World.Act(new AgentAccepts(Jieun));
    }

    /// <summary>The slot of the return under way, as JSON.</summary>
    internal string? Slot(string name) => World.Context.Stack.Find(frame => frame.Dialog == "return")?.Slots.GetValueOrDefault(name)?.Value.GetRawText();

    internal static string TextOf(TurnResult result) => string.Join("\n", result.Replies.Select(reply => reply.Message?.Text));
}
