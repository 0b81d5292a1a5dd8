using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Nothing was said: the question again in other words, and on a line that is open, a person in the end.</summary>
internal static class Silences
{
    public static void Hear(DialogStack stack)
    {
        if (!Ladder.Climb(stack, ++stack.Context.Silences)) stack.AskAgain(stack.Context.Silences);
    }
}
