using System.Text;
using ServiceBot.Dialogs.Privacy;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>What a person must know to go on without asking again: what was under way, what is known, and the customer's own words.</summary>
internal static class CaseSummary
{
    private const int LongestSaid = 1_500;

    public static string Of(ConversationContext context)
    {
        var summary = new StringBuilder();
        foreach (var frame in context.Stack.Where(frame => frame.Dialog is not ("person" or "identify")))
        {
            summary.Append(frame.Dialog).Append(" / ").Append(frame.Slots.TryGetValue("resumeAt", out var at) ? at.Value.GetString() : frame.State).Append('\n');
            foreach (var (slot, value) in frame.Slots.Where(slot => slot.Key is not ("resumeAt" or "personCause")))
                summary.Append("- ").Append(slot).Append(": ").Append(SlotMasks.Words(slot, value.Value)).Append(" (").Append(value.Source.ToString().ToLowerInvariant()).Append(value.Confirmed ? ", confirmed)\n" : ")\n");
        }
        if (context.Receipts.Count > 0) summary.Append("receipts: ").AppendJoin(", ", context.Receipts.Select(receipt => receipt.Number)).Append('\n');
        summary.Append("mood: ").Append(context.Moods.Count == 0 ? "calm" : context.Moods[^1].ToString().ToLowerInvariant()).Append('\n');
        var said = string.Join('\n', context.Said.Select(words => $"> {words}"));
        return summary.Append(said.Length > LongestSaid ? said[^LongestSaid..] : said).ToString();
    }

    /// <summary>The order that the conversation is about, or null.</summary>
    public static string? OrderOf(ConversationContext context) =>
        context.Stack.Where(frame => frame.Dialog != "identify").Select(frame => frame.Slots.GetValueOrDefault("order")?.Value.GetString()).LastOrDefault(order => order is not (null or Refusal.LeftOut));
}
