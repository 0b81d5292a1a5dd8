using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>What an agent could do next, most useful first.</summary>
internal static class Suggestions
{
    public static ImmutableArray<string> For(HandoffPacket packet, Step step) => [.. All(packet).Select(step.Words)];

    private static IEnumerable<Sentence> All(HandoffPacket packet)
    {
        if (packet.Trigger is EscalationTriggers.Safety or EscalationTriggers.Leak or EscalationTriggers.Legal) yield return Sentence.Of($"handoff.step.{packet.Trigger}");
        if (packet.Moods is [.., Mood.Angry or Mood.Abusive or Mood.Distressed]) yield return Sentence.Of("handoff.step.apologise");
        if (packet.PendingCommit is not null || packet.Trigger == EscalationTriggers.Backend) yield return Sentence.Of("handoff.step.look");
        if (packet.Customer is null) yield return Sentence.Of("handoff.step.identify");
        if (packet.Trigger == EscalationTriggers.Policy) yield return Sentence.Of("handoff.step.decide");
        if (packet.Missing.FirstOrDefault(gap => gap.IsNext) is { } gap) yield return Sentence.Of("handoff.step.collect", ("what", gap.Name));
        if (packet.BotCanGoOn) yield return Sentence.Of("handoff.step.giveBack", ("what", packet.Goal?.Name ?? ""));
        if (packet.Cases.Any(matter => matter.AnswerBy is not null)) yield return Sentence.Of("handoff.step.promise");
    }
}
