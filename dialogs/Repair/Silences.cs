using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Nothing was said: the question again in other words, and on a line that is open, a person in the end; where nothing is left to be done, goodbye.</summary>
internal static class Silences
{
    public static void Hear(DialogStack stack)
    {
        if (stack.Step.Turn.Channel.Speaks && stack.Context is { Asked: { Dialog: Welcome.Name, State: Welcome.AnythingElse }, Silences: >= Ladder.AtMost - 1 }) Welcome.Ask(stack, Welcome.Closed, 0);
        else if (!Ladder.Climb(stack, ++stack.Context.Silences)) stack.AskAgain(stack.Context.Silences);
    }
}
