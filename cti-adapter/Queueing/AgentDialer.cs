using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Rings the agent's telephone for whoever is next, in working hours, one at a time, and whomever the desk names; gives up calls back that have expired, goes on with recordings that were paused and forgotten, and finds out about talks whose end nobody told. Any number of nodes may do so at once.</summary>
internal sealed partial class AgentDialer(
    IQueuedCalls calls, CallQueue queue, AgentTalks talks, RecordingPauses pauses, CallsApi rest, CallAddresses addresses, ShopPolicy policy, IOptions<TwilioOptions> options, TimeProvider clock, ILogger<AgentDialer> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    // Longer than any telephone rings.
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenRings = TimeSpan.FromSeconds(20);
    private const int RingSeconds = 25;

    private DateTimeOffset looked;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.AuthTokens.Count == 0) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.RoundFailed(logger, fault);
            }
            await Task.Delay(Round, clock, stoppingToken);
        }
    }

    /// <summary>One round.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await calls.OpenAsync(cancellationToken);
        if (open.IsEmpty) return;
        foreach (var late in open.Where(call => call.State == QueuedCallState.Waiting && call.ExpiresAt <= now)) await talks.GiveUpAsync(late, cancellationToken);
        foreach (var lost in open.Where(call => call.State == QueuedCallState.Ringing && now - call.At > Forgotten)) await talks.NotTakenAsync(lost, cancellationToken);
        foreach (var talk in open) await pauses.EndForgottenAsync(talk, cancellationToken);
        if (now - looked > Forgotten)
        {
            looked = now;
            foreach (var talk in open.Where(call => call.State == QueuedCallState.Talking && now - call.At > Forgotten)) await FindOutAsync(talk, cancellationToken);
        }
        if (options.Value.AgentNumber.Length == 0 || !policy.IsOpen(now) || open.Any(call => call.AgentAddress == options.Value.AgentNumber && call.State is QueuedCallState.Ringing or QueuedCallState.Talking)) return;
        foreach (var next in open.Where(call => call.State == QueuedCallState.Waiting && call.NotBefore <= now && !(call.ExpiresAt <= now)))
        {
            if (await talks.IsAtDeskAsync(next, cancellationToken)) continue;
            await RingAsync(next with { AgentId = null, AgentName = null }, options.Value.AgentNumber, cancellationToken);
            return;
        }
    }

    /// <summary>Rings a person for somebody who waits.</summary>
    /// <param name="next">As it was read.</param>
    /// <param name="address">Where.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where somebody else was first, or the company refused it.</returns>
    internal async Task<bool> RingAsync(QueuedCall next, string address, CancellationToken cancellationToken)
    {
        var ringing = next.Fresh() with { State = QueuedCallState.Ringing, Rings = next.Rings + 1, At = clock.GetUtcNow(), AgentAddress = address, AgentCallSid = null };
        if (!await calls.SaveAsync(ringing, cancellationToken)) return false;
        var order = new CallOrder(address, next.Shop, addresses.To("agent/answered", ringing), addresses.To("agent/status", ringing)) { RingSeconds = RingSeconds };
        var placed = await rest.PlaceAsync($"agent:{next.Id}:{ringing.Rings}", order, cancellationToken);
        if (placed is { Outcome: RestOutcome.Done, Value: { } agent })
        {
            // The caller may have gone, or have chosen to be called back, before the company told us which call it is: then nobody else stops that telephone.
            var isWanted = false;
            await calls.ChangeAsync(next.Id, call =>
            {
                isWanted = call.Rings == ringing.Rings && call.State is QueuedCallState.Ringing or QueuedCallState.Talking;
                return isWanted && call.AgentCallSid is null ? call with { AgentCallSid = agent.Sid } : null;
            }, cancellationToken);
            if (!isWanted) await rest.EndAsync(agent.Sid, cancellationToken);
            return isWanted;
        }
        // In doubt it rings perhaps, and is waited for; else it is tried again after a while.
        if (placed.Outcome != RestOutcome.Unknown) await queue.BackAsync(next.Id, ringing.Rings, BetweenRings, cancellationToken);
        return placed.Outcome == RestOutcome.Unknown;
    }

    private async Task FindOutAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk.AgentCallSid is not { } agent) return;
        var read = await rest.ReadAsync(agent, cancellationToken);
        if (read.Outcome == RestOutcome.AlreadyGone || read.Value?.Status is "completed" or "busy" or "failed" or "no-answer" or "canceled") await talks.BackToBotAsync(talk, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Ringing an agent for whoever waits failed; it is tried again in a second.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);
    }
}
