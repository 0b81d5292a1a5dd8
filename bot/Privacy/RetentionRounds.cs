using System.Diagnostics.CodeAnalysis;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Privacy;

/// <summary>Once at the start and then every six hours, removes what need be kept no longer.</summary>
internal sealed partial class RetentionRounds(IEnumerable<IPersonalRecords> rooms, ShopPolicy policy, TimeProvider clock, ILogger<RetentionRounds> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(First, clock, stoppingToken);
        using var rounds = new PeriodicTimer(Between, clock);
        do await LookAsync(stoppingToken);
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The rim of a background work: the failure is logged, and the next round tries again.")]
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var today = policy.DateOf(clock.GetUtcNow());
            foreach (var room in rooms)
            {
                var over = await room.ExpiredConversationsAsync(today, cancellationToken);
                if (over.Count == 0) continue;
                foreach (var other in rooms) await other.ForgetConversationsAsync(over, cancellationToken);
            }
            foreach (var room in rooms) await room.ExpireAsync(today, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRemoved(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What need be kept no longer could not be removed; it is tried again in six hours.")]
        public static partial void NotRemoved(ILogger logger, Exception fault);
    }
}
