using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Nothing could be made of the words: shorter, then with an example, then a person. Never in a loop.</summary>
internal static class NoMatch
{
    public static bool Repair(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        // What does not answer this question may answer a later one.
        if (context.Top is { } frame && !heard.Entities.IsEmpty) DialogStack.Remember(frame, heard);
        if (Ladder.Climb(stack, ++context.Misses, heard)) return true;
        if (heard.Intents.Any(intent => intent.Intent == Intents.OutOfScope)) stack.Step.Say(Sentence.Of("repair.outOfScope"));
        else if (context.Top is null) stack.Step.Say(Sentence.Of(context.Misses == 1 ? "repair.notUnderstood" : "repair.stillNot"));
        stack.AskAgain(context.Misses);
        return true;
    }
}
