using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.BotFramework.Authentication;

/// <summary>
/// The keys of the channels' issuer, each with the channels that it may speak for. Fetched again every day, and for a key that is not known,
/// though then no more than once an hour, so that forged key ids cannot make us knock.
/// </summary>
internal sealed partial class ChannelKeys(IHttpClientFactory clients, IOptions<BotFrameworkOptions> options, IHostEnvironment host, TimeProvider clock, ILogger<ChannelKeys> logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenUnknown = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim fetching = new(1, 1);
    private volatile ImmutableDictionary<string, ChannelKey>? keys;
    private DateTimeOffset fetched;
    private DateTimeOffset tried;
    private DateTimeOffset fetchedForUnknown;

    /// <summary>The key of that id.</summary>
    /// <returns>The key, or null where the issuer has none of that id.</returns>
    /// <exception cref="IOException">The keys were never seen and cannot be fetched now.</exception>
    public async Task<ChannelKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (IsFresh && keys?.GetValueOrDefault(kid) is { } key) return key;
        await fetching.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (!IsFresh)
            {
                if (keys is null || now - tried >= AfterFailure) await FetchAsync(now, cancellationToken);
            }
            else if (keys?.ContainsKey(kid) == false && now - fetchedForUnknown >= BetweenUnknown)
            {
                fetchedForUnknown = now;
                await FetchAsync(now, cancellationToken);
            }
            return keys?.GetValueOrDefault(kid);
        }
        finally
        {
            fetching.Release();
        }
    }

    public void Dispose() => fetching.Dispose();

    private bool IsFresh => keys is not null && clock.GetUtcNow() - fetched < Fresh;

    // Old keys are better than none: a channel does not fall silent because its metadata cannot be reached for a while.
    private async Task FetchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        tried = now;
        try
        {
            var documents = new HttpDocumentRetriever(clients.CreateClient(nameof(ChannelKeys))) { RequireHttps = !host.IsDevelopment() };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(options.Value.OpenIdMetadataUrl, documents, cancellationToken);
            keys = metadata.JsonWebKeySet.Keys.Where(key => !string.IsNullOrEmpty(key.Kid))
                .GroupBy(key => key.Kid, StringComparer.Ordinal).ToImmutableDictionary(same => same.Key, same => new ChannelKey(same.First(), Endorsements(same.First())), StringComparer.Ordinal);
            fetched = now;
        }
        catch (Exception error) when (error is IOException or HttpRequestException or InvalidOperationException or ArgumentException or JsonException or SecurityTokenException)
        {
            Log.NotFetched(logger, options.Value.OpenIdMetadataUrl, error);
            if (keys is null) throw new IOException($"The keys of the channels' issuer cannot be fetched from '{options.Value.OpenIdMetadataUrl}'.", error);
        }
    }

    private static ImmutableArray<string> Endorsements(JsonWebKey key) =>
        !key.AdditionalData.TryGetValue("endorsements", out var value) ? []
        : value is JsonElement { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(channel => channel.ToString())]
        : value is IEnumerable<object> list ? [.. list.Select(channel => channel.ToString() ?? "")]
        : value is string one ? [one]
        : [];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The keys of the channels' issuer could not be fetched from {Url}.")]
        public static partial void NotFetched(ILogger logger, string url, Exception error);
    }
}

/// <summary>A key and the channels that it may speak for.</summary>
internal sealed record ChannelKey(SecurityKey Key, ImmutableArray<string> Endorsements);
