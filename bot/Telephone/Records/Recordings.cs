using Microsoft.EntityFrameworkCore;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Telephone.Records;

/// <summary>What was recorded, kept with its conversation in the system of record.</summary>
internal sealed class Recordings(IDbContextFactory<TelephoneDatabase> databases) : IRecordings
{
    private const string InProgress = "in-progress";
    private const string Completed = "completed";

    /// <inheritdoc/>
    public async Task KeepAsync(Recording recording, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await UpdateAsync(database, recording, cancellationToken)) return;
        database.Recordings.Add(new RecordingRow
        {
            Sid = recording.Sid, ConversationId = recording.Conversation, Kind = recording.Kind, Status = recording.Status, CallSid = recording.CallSid, Seconds = recording.Seconds, Channels = recording.Channels, At = recording.At,
        });
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Told twice at once; anything else shows itself here.
            database.ChangeTracker.Clear();
            if (!await UpdateAsync(database, recording, cancellationToken)) throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Recording?> FindAsync(string sid, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Recordings.AsNoTracking().FirstOrDefaultAsync(row => row.Sid == sid, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Recording>> OfConversationAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await database.Recordings.AsNoTracking().Where(row => row.ConversationId == conversation).OrderBy(row => row.At).ToListAsync(cancellationToken)).ConvertAll(Read);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Recording>> OpenVoicemailsAsync(int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await database.Recordings.AsNoTracking().Where(row => row.Kind == RecordingKinds.Voicemail && row.SettledAt == null && row.Status == Completed).OrderBy(row => row.At).Take(most).ToListAsync(cancellationToken)).ConvertAll(Read);
    }

    /// <inheritdoc/>
    public async Task<bool> SettleAsync(string sid, string agentId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Recordings.Where(row => row.Sid == sid && row.SettledAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SettledAt, at).SetProperty(row => row.SettledBy, agentId), cancellationToken) == 1;
    }

    // What is told late changes nothing of what has ended.
    private static async Task<bool> UpdateAsync(TelephoneDatabase database, Recording recording, CancellationToken cancellationToken)
    {
        if (await database.Recordings.AsNoTracking().FirstOrDefaultAsync(row => row.Sid == recording.Sid, cancellationToken) is not { } row) return false;
        if (row.Status != InProgress || recording.Status == InProgress) return true;
        await database.Recordings.Where(kept => kept.Sid == recording.Sid && kept.Status == InProgress).ExecuteUpdateAsync(
            set => set.SetProperty(kept => kept.Status, recording.Status).SetProperty(kept => kept.Seconds, recording.Seconds).SetProperty(kept => kept.Channels, recording.Channels), cancellationToken);
        return true;
    }

    private static Recording Read(RecordingRow row) => new(row.Sid, row.ConversationId, row.Kind, row.At) { CallSid = row.CallSid, Status = row.Status, Seconds = row.Seconds, Channels = row.Channels, SettledAt = row.SettledAt };
}
