using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>The intents that are to be sent, leased to one dispatcher at a time, on whatever node it runs.</summary>
internal sealed class RefundOutbox(IDbContextFactory<ShopDatabase> databases, ShopCalls calls, IOptions<PaymentSettings> settings, TimeProvider clock)
{
    /// <summary>States in which an intent is sent, or asked about.</summary>
    public static readonly string[] Open = [RefundStates.Reserved, RefundStates.Unknown];

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    // Longer than the provider may take to answer twice; who takes longer has lost it, and that does no harm: the key is the same.
    private readonly TimeSpan leaseTime = TimeSpan.FromSeconds((2 * settings.Value.TimeoutSeconds) + 10);

    /// <summary>Intents whose time has come and that nobody holds, those that wait longest first.</summary>
    /// <param name="kinds">The kinds of payment method that can be paid now, or null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<List<string>> DueAsync(string[]? kinds, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = database.Refunds.Where(row => Open.Contains(row.State) && (row.DueAt == null || row.DueAt <= now) && (row.LeasedUntil == null || row.LeasedUntil <= now));
        if (kinds is not null) due = due.Where(row => kinds.Contains(row.Kind));
        return await due.OrderBy(row => row.DueAt).ThenBy(row => row.CreatedAt).Select(row => row.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Takes an intent, and writes down that it may have been sent from now on.</summary>
    /// <returns>Null where somebody else has it, it has ended, or refunds are stopped.</returns>
    public async Task<RefundLease?> TakeAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var intent = await database.Refunds.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (intent is null) return null;
        var account = await database.Returns.Where(row => row.Number == intent.ReturnNumber).Select(row => row.RefundAccount).FirstOrDefaultAsync(cancellationToken);
        var sentAt = intent.SentAt ?? now;
        CrashPoint.Reach("refund.lease");
        var taken = await database.Refunds
            .Where(row => row.Id == id && row.Fence == intent.Fence && Open.Contains(row.State) && (row.LeasedUntil == null || row.LeasedUntil <= now)
                && !database.RefundControl.Any(control => control.StoppedAt != null))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Fence, row => row.Fence + 1).SetProperty(row => row.LeasedUntil, now + leaseTime)
                    .SetProperty(row => row.Tries, row => row.Tries + 1).SetProperty(row => row.SentAt, sentAt),
                cancellationToken);
        CrashPoint.Reach("refund.leased");
        return taken == 1 ? new(intent, account, intent.Fence + 1, sentAt, intent.Tries + 1) : null;
    }

    /// <summary>Gives an intent back whose outcome nobody knows yet; it rests, ever longer, and is then asked about.</summary>
    /// <param name="lease">The lease; where it was lost, nothing is written.</param>
    /// <param name="fault">What came instead of an answer.</param>
    /// <param name="strikes">How many strikes it adds: one where the answer blames the intent itself.</param>
    /// <param name="rest">How long it rests, or null for as long as its tries demand.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task PostponeAsync(RefundLease lease, string? fault, int strikes, TimeSpan? rest, CancellationToken cancellationToken) => calls.Behind.ExecuteAsync(
        async stop =>
        {
            var due = clock.GetUtcNow() + (rest ?? RestAfter(lease.Tries));
            await using var database = await databases.CreateDbContextAsync(stop);
            CrashPoint.Reach("refund.postpone");
            await database.Refunds.Where(row => row.Id == lease.Intent.Id && row.Fence == lease.Fence && Open.Contains(row.State)).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, RefundStates.Unknown).SetProperty(row => row.DueAt, due).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(row => row.Fault, fault).SetProperty(row => row.Strikes, row => row.Strikes + strikes),
                stop);
            CrashPoint.Reach("refund.postponed");
        },
        cancellationToken).AsTask();

    private static TimeSpan RestAfter(int tries) => tries > 5 ? LongestRest : TimeSpan.FromSeconds(1 << (tries - 1));
}
