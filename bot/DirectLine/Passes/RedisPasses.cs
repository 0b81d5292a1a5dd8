using ServiceBot.Bot.Nodes;
using StackExchange.Redis;

namespace ServiceBot.Bot.DirectLine.Passes;

/// <summary>Passes that all nodes share; they expire by themselves.</summary>
internal sealed class RedisPasses(RedisLink redis) : IPasses
{
    /// <inheritdoc/>
    public async Task<string?> IssueAsync(string key, string secret, string conversation, TimeSpan life, CancellationToken cancellationToken)
    {
        await redis.AskAsync(database => database.StringSetAsync(KeyOf(key), secret, life, When.NotExists), cancellationToken);
        if ((string?)await redis.AskAsync(database => database.StringGetAsync(KeyOf(key)), cancellationToken) is not { } issued) return null;
        if (await redis.AskAsync(database => database.StringSetAsync(SecretOf(issued), Held(key, conversation), life, When.NotExists), cancellationToken)) return issued;
        // There already: by an earlier try for the same thing, or another's.
        if ((string?)await redis.AskAsync(database => database.StringGetAsync(SecretOf(issued)), cancellationToken) == Held(key, conversation)) return issued;
        await redis.AskAsync(database => database.KeyDeleteAsync(KeyOf(key)), cancellationToken);
        return null;
    }

    /// <inheritdoc/>
    public async Task<string?> SpendAsync(string secret, CancellationToken cancellationToken)
    {
        if ((string?)await redis.AskAsync(database => database.StringGetAsync(SecretOf(secret)), cancellationToken) is not { } held) return null;
        // Whoever removes it has spent it; an answer that was lost on the way costs another code.
        return await redis.AskAsync(database => database.KeyDeleteAsync(SecretOf(secret)), cancellationToken) ? held[(held.IndexOf(' ', StringComparison.Ordinal) + 1)..] : null;
    }

    private static string Held(string key, string conversation) => $"{key} {conversation}";

    private RedisKey KeyOf(string key) => $"{redis.Prefix}:pass-of:{key}";

    private RedisKey SecretOf(string secret) => $"{redis.Prefix}:pass:{secret}";
}
