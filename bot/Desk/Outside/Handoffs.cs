using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>Which customers another desk has, and how far it was told of them.</summary>
internal sealed class Handoffs(IDbContextFactory<DeskDatabase> databases, IOptions<HandoffSettings> settings, IOptions<BotFrameworkOptions> channels, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>The desk that serves customers of a channel: one of <see cref="OutsideDeskKinds"/>, or null for our own. Calls stay with us, who have the line.</summary>
    public string? DeskOf(string channel, bool isCall) =>
        isCall ? null
        : channels.Value.HandoffChannels.Contains(channel, StringComparer.Ordinal) ? OutsideDeskKinds.Channel
        : settings.Value.IsThere ? OutsideDeskKinds.Webhook
        : null;

    /// <summary>Hands a customer over; the same escalation again changes nothing.</summary>
    public async Task OpenAsync(Escalate effect, string desk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Handoffs.AnyAsync(row => row.Id == effect.Id, cancellationToken)) return;
        database.Handoffs.Add(new HandoffRow
        {
            Id = effect.Id, ConversationId = effect.ConversationId, Desk = desk, OpenedAt = now, AcceptBy = clock.GetUtcNow().AddSeconds(settings.Value.PatienceSeconds),
        });
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Follows what became of an escalation, where it is at another desk.</summary>
    public async Task SettleAsync(Settle effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Handoffs.FirstOrDefaultAsync(row => row.Id == effect.Id, cancellationToken) is not { EndedAt: null } row) return;
        if (effect.State == EscalationStates.Accepted && effect.AgentId?.StartsWith(AgentIdentity.OutsidePrefix, StringComparison.Ordinal) == true) row.AcceptBy = null;
        else if (effect.State != EscalationStates.Waiting) (row.EndedAt, row.EndCode, row.NextAt) = (now, CodeOf(effect), null);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The handoff of that id, or null.</summary>
    public async Task<HandoffRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Handoffs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    /// <summary>The last one of a conversation, or null.</summary>
    public async Task<HandoffRow?> NewestOfAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Handoffs.AsNoTracking().Where(row => row.ConversationId == conversationId).OrderByDescending(row => row.OpenedAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>All of which a desk has not heard the end, oldest first.</summary>
    public async Task<IReadOnlyList<HandoffRow>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Handoffs.AsNoTracking().Where(row => !row.IsClosed).OrderBy(row => row.OpenedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Takes one for this node for a while, as it is by then; null where another has it, or it is closed.</summary>
    public async Task<HandoffRow?> ClaimAsync(string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + Lease;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var isOurs = await database.Handoffs.Where(row => row.Id == id && !row.IsClosed && (row.LeasedUntil == null || row.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), cancellationToken) == 1;
        return isOurs ? await database.Handoffs.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken) : null;
    }

    /// <summary>The desk has everything up to a version. Whoever tells it keeps it for a while more: a slow desk is told by one node, and in order, however much there is to tell.</summary>
    public Task SentAsync(string id, long version, CancellationToken cancellationToken) => UpdateAsync(
        id, row => (row.Sent, row.Failures, row.FailingSince, row.NextAt, row.LeasedUntil) = (version, 0, null, null, clock.GetUtcNow() + Lease), cancellationToken);

    /// <summary>The desk could not be told; it is tried again after a while that grows.</summary>
    public Task FailedAsync(string id, CancellationToken cancellationToken) => UpdateAsync(id, row =>
    {
        var now = clock.GetUtcNow();
        row.FailingSince ??= now;
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(row.Failures++, 10)));
        row.NextAt = now + (wait < LongestWait ? wait : LongestWait);
    }, cancellationToken);

    /// <summary>The desk will be told nothing more.</summary>
    public Task CloseAsync(string id, CancellationToken cancellationToken) => UpdateAsync(id, row => row.IsClosed = true, cancellationToken);

    /// <summary>Lets others have it.</summary>
    public Task ReleaseAsync(string id, CancellationToken cancellationToken) => UpdateAsync(id, row => row.LeasedUntil = null, cancellationToken);

    /// <summary>Writes how it ended in the eyes of whoever served the customer.</summary>
    public async Task WrapUpAsync(string id, string code, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Escalations.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WrapUp, code).SetProperty(row => row.WrapUpUntil, (DateTimeOffset?)null), cancellationToken);
    }

    private static string? CodeOf(Settle effect) => effect.State switch
    {
        EscalationStates.Accepted => EndCodes.TakenOver,
        EscalationStates.Left => effect.IsFailure ? EndCodes.TimedOut : EndCodes.CustomerLeft,
        _ => null,
    };

    private async Task UpdateAsync(string id, Action<HandoffRow> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Handoffs.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row) return;
        change(row);
        await database.SaveChangesAsync(cancellationToken);
    }
}
