using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Greetings, thanks and goodbyes, and the end of a conversation: whoever has a receipt is asked how it went.</summary>
internal static class SmallTalk
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        if (context.Top is null && context.Asked is { Dialog: Welcome.Name } && IsAllDone(context, heard)) return Close(stack);
        // To an optional question a "no, nothing" only declines it.
        // Nor does "I have none" leave what a question asks for.
        var hasNone = heard is { Answer: YesNo.No, Acts: [DialogAct.Bye] } && context.Asked?.Expecting is { Kind: not (ExpectedKind.None or ExpectedKind.Choice or ExpectedKind.YesNo) };
        if (!hasNone && heard.Acts.Contains(DialogAct.Bye) && context.Top is { } frame && !stack.DialogOf(frame).At(frame).IsOptional && Stop.Leave(stack)) return true;
        if (heard.Acts.Contains(DialogAct.Thanks)) return Say(stack, "welcome.thanks");
        if (heard.Acts.Contains(DialogAct.Greet)) return Say(stack, context.Version > 1 ? "welcome.helloAgain" : null);
        return false;
    }

    /// <summary>Whether somebody takes leave, whatever words of a wish are in it: "no agent, I'm done".</summary>
    public static bool Leaves(Recognition heard) => heard.Acts.Contains(DialogAct.Bye) || heard.Acts.Contains(DialogAct.Cancel);

    private static bool IsAllDone(ConversationContext context, Recognition heard) =>
        Leaves(heard) || (context.Asked?.State is Welcome.AnythingElse or Welcome.Closed && (IsNo(heard) || (heard.Acts.Contains(DialogAct.Thanks) && heard.Answer != YesNo.Yes)));

    // "No" ends it; 아니 also begins a protest, and whoever protests is not done.
    private static bool IsNo(Recognition heard) => heard is { Answer: YesNo.No, IsQuestion: false, Intents.IsEmpty: true } && heard.Mood is not (Mood.Angry or Mood.Abusive or Mood.Distressed);

    private static bool Close(DialogStack stack)
    {
        var context = stack.Context;
        context.Misses = 0;
        if (context.Receipts.Count > 0 && !context.SatisfactionAsked && stack.Step.Policy.Service.AsksSatisfaction && stack.Open(Intents.Satisfaction, null))
        {
            context.SatisfactionAsked = true;
            stack.Run();
            return true;
        }
        Welcome.Ask(stack, Welcome.Closed, 0);
        return true;
    }

    private static bool Say(DialogStack stack, string? key)
    {
        if (key is not null) stack.Step.Say(Sentence.Of(key));
        stack.AskAgain(0);
        return true;
    }
}
