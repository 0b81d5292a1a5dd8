using System.Text;
using ServiceBot.Dialogs.Privacy;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>What a person must know to go on without asking again: what was under way, what is known, and the customer's own words.</summary>
public static class CaseSummary
{
    private const int LongestSaid = 1_500;
    private const string Said = "> ";

    internal static string Of(ConversationContext context)
    {
        var summary = new StringBuilder();
        foreach (var frame in context.Stack.Where(frame => frame.Dialog is not ("person" or "identify")))
        {
            summary.Append(frame.Dialog).Append(" / ").Append(frame.Slots.TryGetValue("resumeAt", out var at) ? at.Value.GetString() : frame.State).Append('\n');
            foreach (var (slot, value) in frame.Slots.Where(slot => slot.Key is not ("resumeAt" or "personCause")))
                summary.Append("- ").Append(slot).Append(": ").Append(SlotMasks.Words(slot, value.Value)).Append(" (").Append(value.Source.ToString().ToLowerInvariant()).Append(value.Confirmed ? ", confirmed)\n" : ")\n");
        }
        if (context.Receipts.Count > 0) summary.Append("receipts: ").AppendJoin(", ", context.Receipts.Select(receipt => receipt.Number)).Append('\n');
        if (context.Moods is [.., not Mood.Calm and var mood]) summary.Append("mood: ").Append(mood.ToString().ToLowerInvariant()).Append('\n');
        var said = string.Join('\n', context.Said.Select(words => Said + words));
        return summary.Append(said.Length > LongestSaid ? said[^LongestSaid..] : said).ToString();
    }

    /// <summary>The customer's own words of such a summary, each utterance a line; another text, which the bot did not write, as it is.</summary>
    /// <param name="summary">What a case holds.</param>
    public static string WordsOf(string summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var said = summary.Split('\n').Where(line => line.StartsWith(Said, StringComparison.Ordinal)).Select(line => line[Said.Length..]).ToArray();
        return said.Length == 0 ? summary : string.Join('\n', said);
    }

    /// <summary>The order that the conversation is about, or null.</summary>
    internal static string? OrderOf(ConversationContext context) =>
        context.Stack.Where(frame => frame.Dialog != "identify").Select(frame => frame.Slots.GetValueOrDefault("order")?.Value.GetString()).LastOrDefault(order => order is not (null or Refusal.LeftOut));
}
