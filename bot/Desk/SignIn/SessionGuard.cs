namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>Cuts sockets whose session was ended elsewhere or has run out: looked at every two seconds.</summary>
internal sealed partial class SessionGuard(OpenDesks desks, Sessions sessions, TimeProvider clock, ILogger<SessionGuard> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var session in desks.Users.Select(user => user.Session).Distinct(StringComparer.Ordinal).ToArray())
                    if (await sessions.FindByHashAsync(session, stoppingToken) is null) desks.Cut(user => user.Session == session);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.RoundFailed(logger, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Looking whether sessions have ended failed; it is tried again in two seconds.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);
    }
}
