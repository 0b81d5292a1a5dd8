using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.CtiAdapter.Tests.Rest;

/// <summary>Intents in memory, by the rule that every store of them follows.</summary>
internal sealed class KeptIntents : IRestIntents
{
    private readonly Dictionary<string, (DateTimeOffset First, DateTimeOffset Taken, string? Sid)> intents = new(StringComparer.Ordinal);

    public Task<RestIntent> TakeUpAsync(string key, DateTimeOffset now, DateTimeOffset abandonedBefore, CancellationToken cancellationToken)
    {
        var isNew = intents.TryAdd(key, (now, now, null));
        var (first, taken, sid) = intents[key];
        var state = sid is not null ? RestIntentState.Fulfilled : isNew ? RestIntentState.New : taken >= abandonedBefore ? RestIntentState.UnderWay : RestIntentState.Doubtful;
        if (state == RestIntentState.Doubtful) intents[key] = (first, now, null);
        return Task.FromResult(new RestIntent(state, first, sid));
    }

    public Task FulfilAsync(string key, string sid, CancellationToken cancellationToken)
    {
        intents[key] = intents[key] with { Sid = sid };
        return Task.CompletedTask;
    }
}
