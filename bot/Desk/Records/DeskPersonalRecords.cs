using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Desk.Records;

/// <summary>What the desk keeps of customers. Rows stay, since waiting times are counted from them, but say nothing of who it was.</summary>
internal sealed class DeskPersonalRecords(IDbContextFactory<DeskDatabase> databases, IQueueStore queue, DeskEvents live, DocumentSeal seal, TimeProvider clock) : IPersonalRecords
{
    private const string Erased = "(erased)";

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> ConversationsOfAsync(string customerId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Escalations.Where(row => row.CustomerId == customerId).Select(row => row.ConversationId).Distinct().ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var theirs = database.Escalations.Where(row => conversations.Contains(row.ConversationId));
        foreach (var id in await theirs.Select(row => row.Id).ToListAsync(cancellationToken)) await queue.RemoveAsync(id, cancellationToken);
        // There is no conversation any more in which anybody could wait or be served.
        var now = clock.GetUtcNow();
        await theirs.Where(row => row.State == EscalationStates.Waiting || row.State == EscalationStates.Accepted)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, EscalationStates.Left).SetProperty(row => row.SettledAt, now), cancellationToken);
        await StripAsync(theirs, cancellationToken);
        await database.Handoffs.Where(row => conversations.Contains(row.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await database.Approvals.Where(row => conversations.Contains(row.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await ForgetEventsAsync(database, conversations, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ExpireAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var over = Retention.Over(RetentionClass.Complaint, today);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await StripAsync(database.Escalations.Where(row => row.CreatedAt < over && row.Reason != Erased), cancellationToken);
    }

    private static Task<int> StripAsync(IQueryable<EscalationRow> rows, CancellationToken cancellationToken) => rows.ExecuteUpdateAsync(
        set => set.SetProperty(row => row.CustomerId, (string?)null).SetProperty(row => row.CustomerName, (string?)null).SetProperty(row => row.Reason, Erased).SetProperty(row => row.Summary, Erased),
        cancellationToken);

    // Events are few, being a day old at most. What showed such a customer says from now on that they are gone, under the same number.
    private async Task ForgetEventsAsync(DeskDatabase database, IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        foreach (var row in await database.Events.Where(row => row.Kind == DeskEventKinds.Item).ToListAsync(cancellationToken))
        {
            if (JsonSerializer.Deserialize<InboxItem>(seal.OpenText(row.Body), DeskJson.Options) is not { } item || !conversations.Contains(item.ConversationId)) continue;
            (row.Kind, row.Body) = (DeskEventKinds.Gone, seal.SealText(JsonSerializer.Serialize(new GoneItem(item.Id), DeskJson.Options)));
        }
        await database.SaveChangesAsync(cancellationToken);
        await live.ReadAnewAsync(cancellationToken);
    }
}
