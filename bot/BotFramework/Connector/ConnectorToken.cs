using System.Net;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>The bot's own token towards channels: fetched once for all who wait, and kept until shortly before its end.</summary>
internal sealed class ConnectorToken(IHttpClientFactory clients, IOptions<BotFrameworkOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim fetching = new(1, 1);
    private volatile Kept? kept;

    /// <summary>The token, or null where authentication is off.</summary>
    /// <exception cref="HttpRequestException">It could not be fetched.</exception>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Authenticates) return null;
        if (kept is { } before && clock.GetUtcNow() < before.Until) return before.Token;
        await fetching.WaitAsync(cancellationToken);
        try
        {
            if (kept is { } other && clock.GetUtcNow() < other.Until) return other.Token;
            kept = await FetchAsync(cancellationToken);
            return kept.Token;
        }
        finally
        {
            fetching.Release();
        }
    }

    /// <summary>Forgets a token that a channel refused, unless it was replaced meanwhile.</summary>
    public void Refused(string token)
    {
        if (kept is { } current && string.Equals(current.Token, token, StringComparison.Ordinal)) kept = null;
    }

    public void Dispose() => fetching.Dispose();

    private async Task<Kept> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", options.Value.AppId), new("client_secret", options.Value.AppPassword), new("scope", options.Value.TokenScope),
        ]);
        var asked = clock.GetUtcNow();
        using var client = clients.CreateClient(nameof(ConnectorToken));
        using var answer = await client.PostAsync(new Uri(options.Value.TokenUrl), form, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"'{options.Value.TokenUrl}' gave no token for '{options.Value.AppId}': {(int)answer.StatusCode}.", null, answer.StatusCode);
        var token = await answer.Content.ReadFromJsonAsync(ConnectorJson.Default.TokenAnswer, cancellationToken);
        if (token is not { AccessToken.Length: > 0 }) throw new HttpRequestException($"'{options.Value.TokenUrl}' answered without an 'access_token'.");
        var life = TimeSpan.FromSeconds(token.ExpiresIn);
        return new Kept(token.AccessToken, asked + (life > Margin * 2 ? life - Margin : life / 2));
    }

    private sealed record Kept(string Token, DateTimeOffset Until);
}

/// <summary>What the token's server answers.</summary>
internal sealed record TokenAnswer([property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);

[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
internal sealed partial class ConnectorJson : JsonSerializerContext;
