using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>The packet in a few sentences, so that an agent can greet the customer after one look.</summary>
internal static class Brief
{
    /// <summary>The longest brief, in characters.</summary>
    public const int Longest = 600;
    private const int LongestReason = 160;
    private const int LongestFact = 80;

    public static string Of(HandoffPacket packet, Step step)
    {
        var lines = new List<string>
        {
            packet.Customer is { } customer ? step.Words(Sentence.Of("handoff.verified", ("name", customer.Name))) : step.Words(Sentence.Of("handoff.unverified")),
            step.Words(Sentence.Of($"handoff.trigger.{packet.Trigger}")),
        };
        if (packet.Goal is { } goal) lines.Add(step.Words(Sentence.Of("handoff.goal", ("what", goal.Name))));
        if (!packet.Facts.IsEmpty) lines.Add(step.Words(Sentence.Of("handoff.known", ("facts", string.Join(" · ", packet.Facts.Select(fact => $"{fact.Name}: {Cut(fact.Text, LongestFact)}"))))));
        if (packet.Missing.FirstOrDefault(gap => gap.IsNext) is { } next) lines.Add(step.Words(Sentence.Of("handoff.next", ("what", next.Name))));
        if (packet.Verdict is { } verdict) lines.Add(step.Words(Sentence.Of($"handoff.verdict.{verdict.Kind}", ("rule", verdict.Rule))));
        if (packet.Moods is [.., var mood] && mood is Mood.Angry or Mood.Abusive or Mood.Distressed) lines.Add(step.Words(Sentence.Of($"handoff.mood.{mood}")));
        if (packet.Reason.Length > 0) lines.Add(step.Words(Sentence.Of("handoff.said", ("words", Cut(packet.Reason, LongestReason)))));
        return Cut(string.Join(' ', lines), Longest);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)]}…";
}
