using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Privacy;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Telephone.Records;

/// <summary>Callers who want a person, in the system of record: numbers sealed, changed only by whoever saw the newest version.</summary>
internal sealed class QueuedCalls(IDbContextFactory<TelephoneDatabase> databases, DocumentSeal seal, INotices notices) : IQueuedCalls
{
    private static readonly string Ended = nameof(QueuedCallState.Ended);

    /// <inheritdoc/>
    public async Task<QueuedCall?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Queue.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<QueuedCall>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Queue.AsNoTracking().Where(row => row.State != Ended).OrderBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<QueuedCall?> OfConversationAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Queue.AsNoTracking().Where(row => row.ConversationId == conversation && row.State != Ended).OrderByDescending(row => row.Rank).FirstOrDefaultAsync(cancellationToken) is { } row ? Read(row) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(QueuedCall call, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = Write(call with { Version = call.Version + 1 });
        var entry = database.Entry(row);
        entry.State = call.Version == 0 ? EntityState.Added : EntityState.Modified;
        entry.Property(kept => kept.Version).OriginalValue = call.Version;
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            // Open desks show how the call stands; of the log it says nothing new.
            notices.Publish(call.Conversation, notices.NewestOf(call.Conversation));
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException) when (call.Version == 0)
        {
            // It is there already; anything else shows itself here.
            database.ChangeTracker.Clear();
            if (await database.Queue.AnyAsync(kept => kept.Id == call.Id, cancellationToken)) return false;
            throw;
        }
    }

    private QueuedCall Read(QueueRow row) =>
        JsonSerializer.Deserialize(seal.Open(Convert.FromBase64String(row.Document)).Span, QueuedCallJson.Default.QueuedCall) ?? throw new JsonException($"The queued call '{row.Id}' is empty.");

    private QueueRow Write(QueuedCall call) => new()
    {
        Id = call.Id, State = call.State.ToString(), Rank = call.Rank, Version = call.Version, ConversationId = call.Conversation,
        Document = Convert.ToBase64String(seal.Seal(JsonSerializer.SerializeToUtf8Bytes(call, QueuedCallJson.Default.QueuedCall))),
    };
}

/// <summary>How an entry is written.</summary>
[JsonSerializable(typeof(QueuedCall))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class QueuedCallJson : JsonSerializerContext;
