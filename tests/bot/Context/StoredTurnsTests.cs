using System.Text;
using System.Text.Json.Nodes;
using ServiceBot.Bot.Context;
using ServiceBot.Dialogs.Turns;

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

    private static byte[] WithMore(byte[] document)
    {
        var node = JsonNode.Parse(Seals.Seal.Open(document).Span)!.AsObject();
        node["added"] = new JsonArray(1, 2);
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }
}
