using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Archive;

/// <summary>Journals as the archive keeps them: JSON Lines, as <c>servicebot replay</c> reads them, sealed as one.</summary>
internal sealed class ArchivedJournals(DocumentSeal seal, StoredTurns stored)
{
    /// <summary>A journal as it is archived.</summary>
    public byte[] Write(ImmutableArray<JournalEntry> journal) =>
        seal.Seal(Encoding.UTF8.GetBytes(string.Concat(journal.Select(entry => Encoding.UTF8.GetString(seal.Open(stored.Write(entry)).Span) + "\n"))), CompressionLevel.Optimal);

    /// <summary>The journal of an archived conversation, in order; empty where it has none.</summary>
    /// <exception cref="SealException">It cannot be opened.</exception>
    public ImmutableArray<JournalEntry> Read(ConversationRow archived) =>
        archived.Journal is null ? [] : [.. Encoding.UTF8.GetString(seal.Open(archived.Journal).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => stored.ReadJournalEntry(Encoding.UTF8.GetBytes(line)))];
}
