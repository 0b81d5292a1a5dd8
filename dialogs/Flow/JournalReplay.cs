using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Plays a journal again without touching the world, and tells where the words would now be others: a real transcript becomes a regression test.</summary>
public static class JournalReplay
{
    /// <summary>Replays one conversation.</summary>
    /// <param name="runner">The dialogs as they are now.</param>
    /// <param name="journal">The journal of one conversation, in order, from its first turn.</param>
    public static ReplayOutcome Run(DialogRunner runner, IEnumerable<JournalEntry> journal)
    {
        ConversationContext? context = null;
        var known = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);
        var differences = ImmutableArray.CreateBuilder<ReplayDifference>();
        var turns = 0;
        foreach (var entry in journal)
        {
            turns++;
            var before = context ?? new ConversationContext { Id = entry.Turn.ConversationId, Language = runner.Policy.Language };
            context = before.Copy();
            known = known.SetItems(entry.Facts); // a turn goes on from facts that one before it fetched
            var facts = new Facts(known);
            var messages = runner.Step(context, entry.Turn, entry.Recognition, facts);
            foreach (var need in facts.Missing) differences.Add(new(entry.Version, "", $"needs the fact '{need.Key}', which the journal does not hold"));
            var was = string.Join("\n", entry.Messages.Select(message => message.Text));
            var now = string.Join("\n", messages.Select(message => message.Text));
            if (was != now) differences.Add(new(entry.Version, was, now));
            context.Commit(before, entry.Turn, entry.Recognition, facts, messages);
        }
        return new ReplayOutcome(turns, differences.ToImmutable());
    }
}

/// <summary>What a replay came to.</summary>
/// <param name="Turns">How many turns were played.</param>
/// <param name="Differences">Where the words differ; empty for a faithful replay.</param>
public sealed record ReplayOutcome(int Turns, ImmutableArray<ReplayDifference> Differences);

/// <summary>One turn that now ends in other words.</summary>
/// <param name="Version">The turn's version in the journal.</param>
/// <param name="Was">What was said.</param>
/// <param name="Now">What would be said.</param>
public sealed record ReplayDifference(long Version, string Was, string Now);
