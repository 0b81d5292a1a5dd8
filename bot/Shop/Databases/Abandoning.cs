using Polly;
using Polly.Timeout;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>
/// Waits no longer for work that was told to stop and has not. A database that accepts and never answers also keeps the request to cancel waiting, for as long as a
/// connection may take to open; whoever waits for an answer need not wait for that as well. The work ends by itself, and may yet have been done.
/// </summary>
/// <param name="longest">How long the work may take, the moment that it is given to stop included.</param>
/// <param name="clock">What measures it.</param>
internal sealed class Abandoning(TimeSpan longest, TimeProvider clock) : ResilienceStrategy
{
    /// <inheritdoc/>
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var work = callback(context, state);
        if (work.IsCompleted) return await work;
        try
        {
            return await work.AsTask().WaitAsync(longest, clock, CancellationToken.None);
        }
        catch (TimeoutException late)
        {
            return Outcome.FromException<TResult>(new TimeoutRejectedException("The work did not end when it was told to.", longest, late));
        }
    }
}

/// <summary>There is nothing to choose.</summary>
internal sealed class AbandoningOptions : ResilienceStrategyOptions;
