using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.Tests.BotFramework;

/// <summary>A channel with an issuer, keys and a connector of its own, on this machine.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://issuer.example";

    // Making a key takes longer than most tests; a key id stands for the same key in all of them.
    private static readonly ConcurrentDictionary<string, RSA> Pairs = new(StringComparer.Ordinal);

    private readonly WebApplication app;
    private readonly List<(string Kid, RSA Key, string[]? Endorsements)> keys = [];

    private FakeChannel(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>What the bot sent, with the path it was sent to and the token it bore.</summary>
    public ConcurrentQueue<(string Path, string? Bearer, JsonNode Activity)> Received { get; } = [];

    /// <summary>The connector's next answers; when there are none left it answers 200.</summary>
    public ConcurrentQueue<(int Status, string? RetryAfter)> Answers { get; } = [];

    public int TokensGiven;
    public int MetadataReads;
    public int Attempts;

    /// <summary>Whether the metadata can be had.</summary>
    public bool HasMetadata { get; set; } = true;

    public (string, string?)[] Settings =>
    [
        ("BotFramework:AppId", AppId), ("BotFramework:AppPassword", "secret"), ("BotFramework:Issuer", Issuer),
        ("BotFramework:OpenIdMetadataUrl", Address + "/metadata"), ("BotFramework:TokenUrl", Address + "/token"),
    ];

    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = new FakeChannel(builder.Build());
        channel.AddKey("k1", ["webchat", "msteams"]);
        channel.AddKey("k-bare", null);
        channel.Map();
        await channel.app.StartAsync();
        return channel;
    }

    public void AddKey(string kid, string[]? endorsements) => keys.Add((kid, Pairs.GetOrAdd(kid, _ => RSA.Create(2048)), endorsements));

    public RsaSecurityKey Key(string kid = "k1") => new(keys.Single(key => key.Kid == kid).Key) { KeyId = kid };

    /// <summary>A token that is good in every way; a test spoils what it is about.</summary>
    public string Token(Action<SecurityTokenDescriptor>? spoil = null, string kid = "k1")
    {
        var now = TimeProvider.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = AppId, NotBefore = now, Expires = now.AddMinutes(10), IssuedAt = now,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = Address },
            SigningCredentials = new SigningCredentials(Key(kid), SecurityAlgorithms.RsaSha256),
        };
        spoil?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public static TimeProvider TimeProvider { get; } = new ShiftedClock();

    /// <summary>A message of the customer's.</summary>
    public string Message(string text, string id, string channelId = "webchat", string? serviceUrl = null, string more = "") =>
        $$$"""
        {"type":"message","id":"{{{id}}}","channelId":"{{{channelId}}}","serviceUrl":"{{{serviceUrl ?? Address}}}","from":{"id":"u1"},
        "recipient":{"id":"bot"},"conversation":{"id":"a:1|x;y"},"text":"{{{text}}}"{{{more}}}}
        """;

    /// <summary>Waits until the bot has sent that many, and returns their texts.</summary>
    public async Task<List<string>> TextsAsync(int wanted)
    {
        for (var i = 0; i < 1500 && Received.Count < wanted; i++) await Task.Delay(20);
        return [.. Received.Select(sent => sent.Activity["text"]?.GetValue<string>() ?? "")];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true)); // a client's open connection is not waited for
        await app.DisposeAsync();
    }

    private void Map()
    {
        app.MapGet("/metadata", () =>
        {
            Interlocked.Increment(ref MetadataReads);
            return HasMetadata ? Results.Json(new { issuer = Issuer, jwks_uri = Address + "/keys" }) : Results.StatusCode(500);
        });
        app.MapGet("/keys", () => Results.Text(JsonSerializer.Serialize(new { keys = keys.Select(Jwk) }), "application/json"));
        app.MapPost("/token", (HttpRequest request) =>
        {
            var form = request.Form;
            return form["grant_type"] == "client_credentials" && form["client_id"] == AppId && form["client_secret"] == "secret"
                ? Results.Json(new { access_token = "token-" + Interlocked.Increment(ref TokensGiven), expires_in = 3600 })
                : Results.StatusCode(400);
        });
        app.MapGet("/photo.png", () => Results.Bytes([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4], "image/png"));
        app.MapGet("/elsewhere", () => Results.Redirect("/photo.png"));
        app.MapPost("/v3/{**path}", async (HttpContext http) =>
        {
            Interlocked.Increment(ref Attempts);
            var activity = await JsonNode.ParseAsync(http.Request.Body);
            if (Answers.TryDequeue(out var answer) && answer.Status != 200)
            {
                if (answer.RetryAfter is { } wait) http.Response.Headers.RetryAfter = wait;
                return Results.StatusCode(answer.Status);
            }
            var rawPath = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            Received.Enqueue((rawPath, http.Request.Headers.Authorization.ToString() is { Length: > 7 } bearer ? bearer[7..] : null, activity!));
            return Results.Json(new { id = "sent" });
        });
    }

    private static Dictionary<string, object> Jwk((string Kid, RSA Key, string[]? Endorsements) key)
    {
        var public_ = key.Key.ExportParameters(includePrivateParameters: false);
        var jwk = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = key.Kid, ["n"] = Base64UrlEncoder.Encode(public_.Modulus), ["e"] = Base64UrlEncoder.Encode(public_.Exponent),
        };
        if (key.Endorsements is { } endorsements) jwk["endorsements"] = endorsements;
        return jwk;
    }
}
