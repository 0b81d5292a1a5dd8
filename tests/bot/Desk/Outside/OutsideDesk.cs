using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Bot.Tests.Desk.Outside;

/// <summary>Somebody else's desk: a server of its own on this machine, which knows of us only what docs/outside-desks.md says.</summary>
internal sealed class OutsideDesk : IAsyncDisposable
{
    public const string Secret = "an outside desk's shared secret";
    public const string NextSecret = "the secret that comes after it";

    private readonly WebApplication app;
    private int sent;

    private OutsideDesk(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>What came, by id, in the order in which it came first.</summary>
    public ConcurrentQueue<JsonNode> Received { get; } = [];

    /// <summary>How often something came that was not signed as it should be.</summary>
    public int Forged;

    /// <summary>How often something came at all.</summary>
    public int Attempts;

    /// <summary>What it answers while it is out of order; 200 otherwise.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Whether it takes what comes and answers as if it had not.</summary>
    public bool LosesAnswers { get; set; }

    public static async Task<OutsideDesk> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var desk = new OutsideDesk(builder.Build());
        desk.app.MapPost("/hear", desk.HearAsync);
        await desk.app.StartAsync();
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Waits until something came that fits.</summary>
    public async Task<JsonNode> HeardAsync(Func<JsonNode, bool> fits)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (Received.FirstOrDefault(fits) is { } found) return found;
            await Task.Delay(100);
        }
        throw new TimeoutException($"It did not come within thirty seconds. {Attempts} attempts, {Forged} not signed; what came: {string.Join("\n", Received.Select(one => one.ToJsonString()))}");
    }

    public Task<JsonNode> HandedOverAsync() => HeardAsync(one => (string?)one["name"] == "handoff.initiate");

    public Task<JsonNode> SaidAsync(string text) => HeardAsync(one => (string?)one["type"] == "message" && (string?)one["text"] == text);

    /// <summary>A request as this desk sends it; a test spoils what it is about.</summary>
    public HttpRequestMessage Request(string path, JsonNode body, DateTimeOffset now, string? id = null, string secret = Secret)
    {
        var text = body.ToJsonString();
        id ??= $"d-{Interlocked.Increment(ref sent)}";
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            Headers = { { "webhook-id", id }, { "webhook-timestamp", timestamp }, { "webhook-signature", Sign(id, timestamp, text, secret) } },
        };
    }

    public static JsonObject Message(JsonNode handoff, string text) => new()
    {
        ["type"] = "message", ["conversation"] = new JsonObject { ["id"] = (string?)handoff["conversation"]?["id"] }, ["from"] = new JsonObject { ["id"] = "a-7", ["name"] = "정다은" }, ["text"] = text,
    };

    public static JsonObject State(JsonNode handoff, string state, string? wrapUp = null) => new()
    {
        ["type"] = "event", ["name"] = "handoff.status", ["conversation"] = new JsonObject { ["id"] = (string?)handoff["conversation"]?["id"] },
        ["from"] = new JsonObject { ["id"] = "a-7", ["name"] = "정다은" }, ["value"] = wrapUp is null ? new JsonObject { ["state"] = state } : new JsonObject { ["state"] = state, ["wrapUp"] = wrapUp },
    };

    private static string Sign(string id, string timestamp, string body, string secret) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));

    private async Task<IResult> HearAsync(HttpRequest request)
    {
        Interlocked.Increment(ref Attempts);
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var (id, timestamp) = (request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString());
        if (!request.Headers["webhook-signature"].ToString().Split(' ').Contains(Sign(id, timestamp, body, Secret)))
        {
            Interlocked.Increment(ref Forged);
            return Results.Unauthorized();
        }
        if (Status != 200) return Results.StatusCode(Status);
        if (Received.All(one => (string?)one["webhookId"] != id) && JsonNode.Parse(body) is JsonObject activity)
        {
            activity["webhookId"] = id;
            Received.Enqueue(activity);
        }
        return LosesAnswers ? Results.StatusCode(500) : Results.Ok();
    }
}
