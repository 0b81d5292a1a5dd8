using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>How often a question is put again before a person takes over: shorter, then with an example, on a telephone then by keys alone; once less for a VIP. Never in a loop.</summary>
internal static class Ladder
{
    /// <summary>Failures in a row at which a person takes over.</summary>
    public const int AtMost = 3;

    private const int StumblesAtMost = 8;

    /// <summary>Asks again, or brings a person where that has failed often enough.</summary>
    /// <param name="stack">The dialogs.</param>
    /// <param name="failures">Failures of this kind in a row, this one counted.</param>
    /// <param name="heard">The words that could not be used, or null for none.</param>
    /// <returns>Whether a person takes over.</returns>
    public static bool Climb(DialogStack stack, int failures, Recognition? heard = null)
    {
        var context = stack.Context;
        var isVip = EscalationTriggers.IsVip(stack);
        var rungs = (stack.Step.Turn.Channel.Speaks ? AtMost + 1 : AtMost) - (isVip ? 1 : 0);
        // A typed conversation may take days; on a line, stumbling over many questions is a bad line.
        var isBadLine = stack.Step.Turn.Channel.Speaks && ++context.Stumbles >= StumblesAtMost;
        if (failures < rungs && !isBadLine) return false;
        context.Misses = context.Silences = context.Stumbles = 0;
        stack.Step.Say(Sentence.Of("repair.personNext"));
        stack.HandOver(isVip ? EscalationTriggers.Vip : EscalationTriggers.Failures, heard);
        return true;
    }
}
