using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Desk.Live;

/// <summary>
/// The newest events, read and unsealed once for all desks that are open on this node: of two hundred desks that are woken by one event, the first reads it and
/// the others find it here.
/// </summary>
internal sealed class EventTail(IDbContextFactory<DeskDatabase> databases, DocumentSeal seal, TimeProvider clock) : IDisposable
{
    /// <summary>How many events are held; whoever is further behind reads the table.</summary>
    public const int Held = 500;

    // What is erased while another node holds it is gone there, too, after this.
    private static readonly TimeSpan HeldAtMost = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim reading = new(1, 1);
    private ImmutableArray<(string? AgentId, DeskEvent Event)> events = [];
    private long begun;
    private long ended;
    private long heldSince;

    /// <summary>The newest events in their order, with whom they are meant for, null for everybody; nothing that stood before the call is missing at their end.</summary>
    public async Task<ImmutableArray<(string? AgentId, DeskEvent Event)>> ReadAsync(CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref begun);
        await reading.WaitAsync(cancellationToken);
        try
        {
            // A reading that began after this was asked for, and did not fail, has read all that it asks for.
            if (ended > before) return events;
            var number = Interlocked.Increment(ref begun);
            events = await NewestAsync(cancellationToken);
            ended = number;
            return events;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Lets go of everything, since it was changed in the table.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        events = [];
        reading.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private async Task<ImmutableArray<(string? AgentId, DeskEvent Event)>> NewestAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var held = events;
        if (held.IsEmpty || clock.GetElapsedTime(heldSince) > HeldAtMost) (held, heldSince) = ([], clock.GetTimestamp());
        var after = held is [.., (_, { Sequence: var last })] ? last : 0;
        var rows = await database.Events.AsNoTracking().Where(row => row.Sequence > after).OrderByDescending(row => row.Sequence).Take(Held).ToListAsync(cancellationToken);
        if (rows.Count == 0) return held;
        rows.Reverse();
        // Where more have come than are held, those between are in the table only.
        if (rows[0].Sequence > after + 1) held = [];
        return [.. held.Skip(held.Length + rows.Count - Held), .. rows.Select(row => (row.AgentId, DeskEvent.Of(row, seal)))];
    }
}
