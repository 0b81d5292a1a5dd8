using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>The customer wants something (else): it is done first, and what was under way is gone on with. Two wishes in one message are done one after the other; between likely ones the customer is asked.</summary>
internal static class Digression
{
    private const int ClarificationsAtMost = 2;

    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        if (heard.Intents.IsEmpty) return false;
        var first = heard.Intents.Where(intent => intent.Part == 0 && stack.Catalog.ForIntent(intent.Intent) is not null).ToArray();
        if (first.Length == 0) return BeyondTheBot(stack, heard);
        if (context.Top is { } frame)
        {
            var current = stack.DialogOf(frame);
            var wanted = stack.Catalog.ForIntent(first[0].Intent);
            // Something that is asked in passing must be said clearly; a word that merely sounds like it is not enough to leave a question.
            if (first[0].Confidence < stack.DialogOf(stack.CallerOf(frame)).LeavesAt || ReferenceEquals(wanted, current) || IsUnderWay(stack, first[0].Intent)) return false;
        }
        else if (first[0].Confidence < IntentCandidate.Accept) return Clarify(stack, first);
        else if (first.Length > 1 && first[0].Confidence - first[1].Confidence < 0.05 && first[1].Confidence >= IntentCandidate.Accept) return Clarify(stack, first);
        foreach (var later in heard.Intents.Where(intent => intent.Part > 0 && intent.Confidence >= IntentCandidate.Accept).DistinctBy(intent => intent.Part))
            context.Waiting.Add(new WaitingIntent(later.Intent, heard));
        if (!stack.Open(first[0].Intent, heard)) return false;
        context.Misses = 0;
        context.Clarifications = 0;
        stack.Run();
        return true;
    }

    /// <summary>A wish that is understood but that no dialog fulfils: a person does it, and hears all that was said.</summary>
    private static bool BeyondTheBot(DialogStack stack, Recognition heard)
    {
        var wish = heard.Intents[0];
        // "I'll just cancel it" needs no more words where nothing is under way that it could stop.
        var enough = stack.Context.Top is null && wish.Intent == Intents.Cancel ? IntentCandidate.Ask : IntentCandidate.Accept;
        if (wish.Confidence < enough || wish.Intent is Intents.OutOfScope || stack.Context.Top is { } frame && stack.DialogOf(frame).Absorbs.Contains(wish.Intent)) return false;
        stack.Step.Say(Sentence.Of("repair.beyondTheBot", ("what", new Term($"welcome.wish.{wish.Intent}"))));
        // A person is on the way already: what is being asked for that stays to be answered.
        if (stack.Context.Stack.Exists(frame => frame.Dialog == PersonDialog.Title)) stack.AskAgain(0);
        else stack.HandOver(EscalationTriggers.Beyond, heard);
        return true;
    }

    private static bool IsUnderWay(DialogStack stack, string intent) =>
        stack.Context.Stack.Exists(frame => stack.DialogOf(frame).Absorbs.Contains(intent) || stack.DialogOf(frame).Intents.Contains(intent));

    private static bool Clarify(DialogStack stack, IntentCandidate[] candidates)
    {
        var likely = candidates.Where(candidate => candidate.Confidence >= IntentCandidate.Ask).Select(candidate => candidate.Intent).Distinct(StringComparer.Ordinal).Take(3).ToArray();
        if (likely.Length == 0) return false;
        if (++stack.Context.Clarifications > ClarificationsAtMost)
        {
            stack.HandOver("failures");
            return true;
        }
        Welcome.AskWhich(stack, likely);
        return true;
    }
}
