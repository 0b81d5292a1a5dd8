using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Nothing was said: the question again in other words, and on a line that is open, a person in the end.</summary>
internal static class Silences
{
    private const int AtMost = 3;

    public static void Hear(DialogStack stack)
    {
        if (++stack.Context.Silences < AtMost)
        {
            stack.AskAgain(stack.Context.Silences);
            return;
        }
        stack.Context.Silences = 0;
        stack.Step.Say(Sentence.Of("repair.personNext"));
        stack.HandOver("failures");
    }
}
