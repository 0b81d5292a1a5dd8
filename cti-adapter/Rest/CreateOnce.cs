namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Makes something once, whatever is lost on the way: the intent is noted first, and where it is in doubt what came of it, one looks before one asks again.</summary>
internal sealed class CreateOnce(IRestIntents intents, TimeProvider clock)
{
    // Longer than one request can take.
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(30);

    /// <summary>Makes it, or finds it made.</summary>
    /// <param name="key">What is wanted, one key for one thing for ever.</param>
    /// <param name="how">How it is made, looked for and read.</param>
    /// <param name="cancellationToken">Ends the waiting; what is in doubt is looked for the next time.</param>
    public async Task<RestResult<T>> RunAsync<T>(string key, Creation<T> how, CancellationToken cancellationToken) where T : class
    {
        var now = clock.GetUtcNow();
        var intent = await intents.TakeUpAsync(key, now, now - Abandoned, cancellationToken);
        return intent.State switch
        {
            RestIntentState.Fulfilled when intent.Sid is { } sid => await how.Read(sid, cancellationToken),
            RestIntentState.UnderWay => new RestResult<T>(RestOutcome.Unknown, null, new RestError(0, 0, "It is being asked for right now.")),
            RestIntentState.Doubtful => await LookAsync(key, how, intent.FirstAt, cancellationToken) ?? await CreateAsync(key, how, intent.FirstAt, cancellationToken),
            _ => await CreateAsync(key, how, intent.FirstAt, cancellationToken),
        };
    }

    private async Task<RestResult<T>> CreateAsync<T>(string key, Creation<T> how, DateTimeOffset since, CancellationToken cancellationToken) where T : class
    {
        var result = await how.Create(cancellationToken);
        if (result is { Outcome: RestOutcome.Done, Value: { } made }) await intents.FulfilAsync(key, how.SidOf(made), cancellationToken);
        return result.Outcome == RestOutcome.Unknown ? await LookAsync(key, how, since, cancellationToken) ?? result : result;
    }

    // Null where it was not made. Where one cannot look, it stays in doubt.
    private async Task<RestResult<T>?> LookAsync<T>(string key, Creation<T> how, DateTimeOffset since, CancellationToken cancellationToken) where T : class
    {
        var found = await how.Find(since, cancellationToken);
        if (found.Outcome != RestOutcome.Done) return found;
        if (found.Value is null) return null;
        await intents.FulfilAsync(key, how.SidOf(found.Value), cancellationToken);
        return found;
    }
}

/// <summary>How one kind of thing is made once.</summary>
/// <param name="Create">Asks for it.</param>
/// <param name="Find">Looks for it among what was made since; nothing found is done without a value.</param>
/// <param name="Read">Reads it by its id.</param>
/// <param name="SidOf">Its id.</param>
internal sealed record Creation<T>(
    Func<CancellationToken, Task<RestResult<T>>> Create, Func<DateTimeOffset, CancellationToken, Task<RestResult<T>>> Find,
    Func<string, CancellationToken, Task<RestResult<T>>> Read, Func<T, string> SidOf) where T : class;
