using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Live;

/// <summary>
/// The log of what open desks show. Notices say only that it has grown; everybody reads it from their own cursor, so a lost notice or connection
/// loses nothing and doubles nothing.
/// </summary>
internal sealed class DeskEvents(IDbContextFactory<DeskDatabase> databases, DocumentSeal seal, INotices notices, TimeProvider clock) : IDisposable
{
    /// <summary>The name under which the log's growth is told; no conversation can have it as an id, since theirs come from channels.</summary>
    public const string Topic = "desk";

    private const int AttemptsAtMost = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly EventTail tail = new(databases, seal, clock);

    /// <summary>Adds an event.</summary>
    /// <param name="agentId">Whose desk shows it; null for all.</param>
    /// <param name="kind">One of <see cref="DeskEventKinds"/>.</param>
    /// <param name="body">What belongs to it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task AddAsync(string? agentId, string kind, object body, CancellationToken cancellationToken)
    {
        var json = seal.SealText(JsonSerializer.Serialize(body, DeskJson.Options));
        await writing.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            notices.Publish(Topic, await AppendAsync(database, agentId, kind, json, cancellationToken));
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Adds an event for each of several desks together with a change of the desk's records: all of it or nothing.</summary>
    /// <param name="agents">Whose desks show it.</param>
    /// <param name="kind">One of <see cref="DeskEventKinds"/>.</param>
    /// <param name="body">What belongs to it.</param>
    /// <param name="change">Makes the change; where it answers false, nothing is written.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What the change answered.</returns>
    public async Task<bool> AddWithAsync(IReadOnlyCollection<string> agents, string kind, object body, Func<DeskDatabase, Task<bool>> change, CancellationToken cancellationToken)
    {
        var json = seal.SealText(JsonSerializer.Serialize(body, DeskJson.Options));
        await writing.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            if (!await change(database)) return false;
            await database.SaveChangesAsync(cancellationToken);
            var sequence = 0L;
            foreach (var agent in agents) sequence = await AppendAsync(database, agent, kind, json, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (agents.Count > 0) notices.Publish(Topic, sequence);
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>What an agent's desk shows after a cursor; a single reset where the cursor is older than what is kept.</summary>
    public async Task<ImmutableArray<DeskEvent>> ReadAsync(string agentId, long after, CancellationToken cancellationToken)
    {
        if (await tail.ReadAsync(cancellationToken) is [(_, { Sequence: var oldest }), ..] newest && oldest <= after + 1)
            return [.. newest.Where(held => held.Event.Sequence > after && (held.AgentId is null || held.AgentId == agentId)).Select(held => held.Event)];
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // Those of others are left out by the database: an agent for whom nothing was meant among a thousand would otherwise never get past them.
        var rows = await database.Events.AsNoTracking().Where(row => row.Sequence > after && (row.AgentId == null || row.AgentId == agentId)).OrderBy(row => row.Sequence).Take(1_000).ToListAsync(cancellationToken);
        if (rows is [{ Sequence: var first }, ..] && first > after + 1 && !await database.Events.AnyAsync(row => row.Sequence == after + 1, cancellationToken))
            return [new DeskEvent(await LastAsync(database, cancellationToken), clock.GetUtcNow(), DeskEventKinds.Reset, JsonSerializer.SerializeToElement(new { }, DeskJson.Options))];
        return [.. rows.Select(row => DeskEvent.Of(row, seal))];
    }

    /// <summary>The cursor of now.</summary>
    public async Task<long> LastAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await LastAsync(database, cancellationToken);
    }

    /// <summary>What was changed in the table is read anew.</summary>
    public Task ReadAnewAsync(CancellationToken cancellationToken) => tail.ForgetAsync(cancellationToken);

    /// <summary>Forgets what is older than a day; the newest event stays, so that the count goes on.</summary>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var before = clock.GetUtcNow() - Kept;
        var last = await LastAsync(database, cancellationToken);
        await database.Events.Where(row => row.At.CompareTo(before) < 0 && row.Sequence < last).ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        tail.Dispose();
        writing.Dispose();
    }

    // Without gaps, and in the order in which they can be read: the next number is the last and one, and of two nodes that take the same one waits until
    // the other's stands, and then takes the next. So whatever is written later is behind no cursor.
    private async Task<long> AppendAsync(DeskDatabase database, string? agentId, string kind, string body, CancellationToken cancellationToken)
    {
        var at = UtcText.Of(clock.GetUtcNow());
        for (var attempt = 1; attempt <= AttemptsAtMost; attempt++)
        {
            var taken = await database.Database.SqlQuery<long>(
                $"""
                INSERT INTO desk_events (sequence, at, agent_id, kind, body) SELECT COALESCE(MAX(sequence), 0) + 1, {at}, {agentId}, {kind}, {body} FROM desk_events WHERE true
                ON CONFLICT (sequence) DO NOTHING RETURNING sequence AS "Value"
                """).ToListAsync(cancellationToken);
            if (taken is [var sequence]) return sequence;
        }
        throw new InvalidOperationException($"An event of kind '{kind}' found its number taken {AttemptsAtMost} times.");
    }

    private static async Task<long> LastAsync(DeskDatabase database, CancellationToken cancellationToken) =>
        await database.Events.OrderByDescending(row => row.Sequence).Select(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
}
