using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceBot.Bot.Context;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Tests.Context;

/// <summary>Documents of the previous and of the next version of the program are read, since for a while both run side by side.</summary>
public sealed class StoredTurnsTests
{
    // As the first version wrote it: it knew neither channels nor photographs nor what the customer said.
    private const string Older =
        """{"schema":1,"id":"c-1","version":3,"lastSequence":6,"lastEntryAt":"2026-11-22T03:00:00+00:00","language":"English","stack":[{"number":1,"dialog":"return","state":"Reason","slots":{},"heard":[],"answered":["items"]}]}""";

    private readonly StoredTurns stored = Seals.Stored;

    [Fact]
    public void A_conversation_of_an_older_version_goes_on_with_defaults_for_what_is_new()
    {
        var context = stored.ReadContext(Encoding.UTF8.GetBytes(Older));

        Assert.Equal((3, 6, "Reason"), (context.Version, context.LastSequence, context.Top?.State));
        Assert.Empty(context.Said);
        Assert.Empty(context.Channels);
    }

    [Fact]
    public void What_a_newer_version_added_is_passed_over()
    {
        var newer = JsonNode.Parse(Seals.Seal.Open(stored.Write(Commits.After(null, "c-1", "e-1").Context)).Span)!.AsObject();
        newer["schema"] = 2;
        newer["weather"] = new JsonObject { ["sky"] = "grey" };
        newer["stack"] = new JsonArray(new JsonObject { ["number"] = 1, ["dialog"] = "return", ["state"] = "Reason", ["hurry"] = true });

        var context = stored.ReadContext(Encoding.UTF8.GetBytes(newer.ToJsonString()));

        Assert.Equal((2, 1, "Reason"), (context.Schema, context.Version, context.Top?.State));
    }

    [Fact]
    public void Log_and_journal_of_a_newer_version_are_read_too()
    {
        var commit = Commits.After(null, "c-1", "e-1");

        Assert.Equal(1, stored.ReadLogEntry(WithMore(stored.Write(commit.Entries[0]))).Sequence);
        Assert.Equal(1, stored.ReadJournalEntry(WithMore(stored.Write(commit.Journal))).Version);
    }

    [Fact]
    public void What_happened_in_a_newer_version_is_history_that_this_one_does_not_know()
    {
        var newer = JsonNode.Parse(Seals.Seal.Open(stored.Write(Commits.After(null, "c-1", "e-1").Journal)).Span)!.AsObject();
        newer["turn"]!["input"] = new JsonObject { ["input"] = "beamed", ["to"] = "the moon" };

        var entry = stored.ReadJournalEntry(Encoding.UTF8.GetBytes(newer.ToJsonString()));

        Assert.False(entry.Turn.Input.IsKnown);
        Assert.Equal((1, "e-1"), (entry.Version, entry.Turn.EventId));
        Assert.True(stored.ReadJournalEntry(stored.Write(Commits.After(null, "c-1", "e-1").Journal)).Turn.Input.IsKnown);
    }

    [Fact]
    public void A_name_that_only_a_newer_version_knows_is_read_as_something_that_does_no_harm()
    {
        var heard = new Recognition("beam me up", SpokenLanguage.English)
        {
            Mood = Mood.Angry, Acts = [DialogAct.Wait, DialogAct.Person], Entities = [new(EntityType.Time, "at noon", 0, 6, "12:00"), new(EntityType.Number, "two", 8, 10, "2")],
        };
        var context = new ConversationContext
        {
            Id = "c-1", Moods = [Mood.Glad, Mood.Angry], Asked = new("return", "Reason", new("reason", ExpectedKind.Reason) { Alternatives = [ExpectedKind.Photo] }, 0),
            Stack = [new() { Number = 1, Dialog = "return", State = "Reason", Heard = [heard] }],
        };
        var older = Opened(stored.Write(context));
        var newer = older.Replace("\"Angry\"", "\"Bored\"", StringComparison.Ordinal).Replace("\"Wait\"", "\"Beam\"", StringComparison.Ordinal).Replace("\"Time\"", "\"Stardate\"", StringComparison.Ordinal)
            .Replace("[\"Photo\"]", "[\"Hologram\"]", StringComparison.Ordinal).Replace("\"kind\":\"Reason\"", "\"kind\":\"Hunch\"", StringComparison.Ordinal);

        var read = stored.ReadContext(Encoding.UTF8.GetBytes(newer));

        Assert.Equal([Mood.Glad, Mood.Calm], read.Moods);
        Assert.Equal([ExpectedKind.Text, ExpectedKind.Text], [read.Asked!.Expecting.Kind, .. read.Asked.Expecting.Alternatives]);
        Assert.Equal([DialogAct.Unknown, DialogAct.Person], read.Top!.Heard[0].Acts);
        Assert.Equal([EntityType.Unknown, EntityType.Number], read.Top.Heard[0].Entities.Select(entity => entity.Type));
        Assert.Equal(older, Opened(stored.Write(stored.ReadContext(Encoding.UTF8.GetBytes(older))))); // and what is known stays as it is
    }

    [Fact]
    public void A_conversation_whose_effect_only_a_newer_version_knows_is_not_read_so_that_nobody_writes_it_without()
    {
        var context = new ConversationContext { Id = "c-1", Committing = new("c-1/0/1/0", new Settle("c-1.1", EscalationStates.Left), default, 0) };
        var newer = Opened(stored.Write(context)).Replace("\"settle\"", "\"beam\"", StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => stored.ReadContext(Encoding.UTF8.GetBytes(newer)));
    }

    private static string Opened(byte[] document) => Encoding.UTF8.GetString(Seals.Seal.Open(document).Span);

    private static byte[] WithMore(byte[] document)
    {
        var node = JsonNode.Parse(Seals.Seal.Open(document).Span)!.AsObject();
        node["added"] = new JsonArray(1, 2);
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }
}
