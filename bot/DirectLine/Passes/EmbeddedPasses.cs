using Microsoft.Extensions.Caching.Memory;

namespace ServiceBot.Bot.DirectLine.Passes;

/// <summary>Passes in this process's memory: whoever held one when it stopped asks for another.</summary>
internal sealed class EmbeddedPasses : IPasses, IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 100_000 });
    private readonly Lock write = new();

    /// <inheritdoc/>
    public Task<string?> IssueAsync(string key, string secret, string conversation, TimeSpan life, CancellationToken cancellationToken)
    {
        lock (write)
        {
            if (kept.TryGetValue(KeyOf(key), out string? issued)) return Task.FromResult(issued);
            if (kept.TryGetValue(SecretOf(secret), out _)) return Task.FromResult<string?>(null);
            var options = new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = life };
            kept.Set(SecretOf(secret), conversation, options);
            kept.Set(KeyOf(key), secret, options);
            return Task.FromResult<string?>(secret);
        }
    }

    /// <inheritdoc/>
    public Task<string?> SpendAsync(string secret, CancellationToken cancellationToken)
    {
        lock (write)
        {
            if (!kept.TryGetValue(SecretOf(secret), out string? conversation)) return Task.FromResult<string?>(null);
            kept.Remove(SecretOf(secret));
            return Task.FromResult(conversation);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Dispose() => kept.Dispose();

    private static string KeyOf(string key) => $"key:{key}";

    private static string SecretOf(string secret) => $"secret:{secret}";
}
