using ServiceBot.Bot.Shop.Payments;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>Every second, sends the intents whose time has come. Any number of dispatchers may run, on any nodes.</summary>
internal sealed partial class RefundDispatcher(
    RefundOutbox outbox, RefundSending sending, ReturnedGoods goods, Reconciliation reconciliation, IPaymentProvider provider, TimeProvider clock, ILogger<RefundDispatcher> logger)
    : BackgroundService
{
    private const int Most = 100, AtOnce = 8;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!provider.IsThere) Log.NoProvider(logger);
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
            await RunAsync(stoppingToken);
    }

    /// <summary>One round.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await goods.ReleaseAsync(cancellationToken);
            var due = await outbox.DueAsync(provider.IsThere ? null : RefundSending.Own, Most, cancellationToken);
            await Parallel.ForEachAsync(
                due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (id, stop) => await sending.RunAsync(id, stop));
            if (provider.IsThere) await reconciliation.RunWhenDueAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.RoundFailed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Payments:BaseUrl is empty: refunds to cards and accounts are recorded and wait for a payment provider.")]
        public static partial void NoProvider(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "A round of refunds failed; the next begins in a second.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);
    }
}
