using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Nothing could be made of the words: shorter, then with an example, then a person. Never in a loop.</summary>
internal static class NoMatch
{
    /// <summary>The miss at which a person takes over.</summary>
    public const int AtMost = 3;

    public static bool Repair(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        // What does not answer this question may answer a later one.
        if (context.Top is { } frame && !heard.Entities.IsEmpty) DialogStack.Remember(frame, heard);
        if (++context.Misses >= AtMost)
        {
            context.Misses = 0;
            stack.Step.Say(Sentence.Of("repair.personNext"));
            stack.HandOver("failures", heard);
            return true;
        }
        if (heard.Intents.Any(intent => intent.Intent == Intents.OutOfScope)) stack.Step.Say(Sentence.Of("repair.outOfScope"));
        else if (context.Top is null) stack.Step.Say(Sentence.Of(context.Misses == 1 ? "repair.notUnderstood" : "repair.stillNot"));
        stack.AskAgain(context.Misses);
        return true;
    }
}
