using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>What an operator sees of refunds, and does with those that the machine gave up.</summary>
internal sealed class RefundDesk(IDbContextFactory<ShopDatabase> databases, IPaymentProvider provider, RefundProgress progress, TimeProvider clock)
{
    private static readonly string[] Shown = [RefundStates.Reserved, RefundStates.Unknown, RefundStates.Manual, RefundStates.Failed];

    /// <summary>Intents that are under way, for a person, or failed; oldest first.</summary>
    public async Task<List<RefundRow>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Refunds.AsNoTracking().Where(row => Shown.Contains(row.State)).OrderBy(row => row.CreatedAt).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Sends an intent again that waits for a person, once the provider has said that it never booked it.</summary>
    /// <returns>What was done, in a sentence.</returns>
    public async Task<string> AgainAsync(string id, CancellationToken cancellationToken)
    {
        var found = provider.IsThere ? await provider.FindAsync(id, cancellationToken) : new(PaymentAnswerKind.NotThere);
        if (found is { Kind: PaymentAnswerKind.Booked, Refund: { } booked }) return $"The provider has it as {booked.Id}, {booked.Status}: {await progress.HearAsync(booked, null, cancellationToken)}.";
        if (found.Kind != PaymentAnswerKind.NotThere) return $"The provider does not say whether it has booked it ({found.Fault}); nothing was done.";
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await database.Refunds.Where(row => row.Id == id && row.State == RefundStates.Manual).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RefundStates.Reserved).SetProperty(row => row.Strikes, 0).SetProperty(row => row.Tries, 0)
                .SetProperty(row => row.SentAt, (DateTimeOffset?)null).SetProperty(row => row.DueAt, (DateTimeOffset?)null).SetProperty(row => row.Fault, (string?)null),
            cancellationToken);
        return changed == 1 ? "The provider has not booked it; it is sent again." : "There is no such intent that waits for a person; nothing was done.";
    }

    /// <summary>Writes down what a person found out about an intent: it was paid, or it never will be.</summary>
    /// <param name="id">The intent.</param>
    /// <param name="isPaid">Whether the money moved.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What was done, in a sentence.</returns>
    public async Task<string> SettleAsync(string id, bool isPaid, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Refunds.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { State: RefundStates.Manual } intent)
            return "There is no such intent that waits for a person; nothing was done.";
        var by = new ProviderRefund(intent.ProviderReference ?? "by hand", id, isPaid ? ProviderStatuses.Succeeded : ProviderStatuses.Failed, intent.Amount, intent.Currency, clock.GetUtcNow());
        return $"It is {(isPaid ? RefundStates.Done : RefundStates.Failed)} now: {await progress.HearAsync(by, null, cancellationToken)}.";
    }
}
