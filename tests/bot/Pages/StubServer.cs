using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceBot.Bot.Pages;

namespace ServiceBot.Bot.Tests.Pages;

/// <summary>The real pages over a bot that only echoes: enough Direct Line for a page, none of its rules.</summary>
public sealed class StubServer : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, StubConversation> conversations = new(StringComparer.Ordinal);
    private WebApplication? app;
    private int count;

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>How many conversations were begun.</summary>
    public int Begun => count;

    /// <summary>While true, Direct Line answers every token with 403, as it does when they have expired.</summary>
    public bool TokensExpired { get; set; }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = Path.Combine(Repository.Root, "bot", "wwwroot") });
        builder.Logging.ClearProviders();
        builder.Services.AddPages();
        builder.Configuration["Shop:Name"] = "하루상점";
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseWebSockets();
        app.MapPages();
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapGet("/dialogs/drawings", () => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["return"] = "stateDiagram-v2\n  direction LR\n  [*] --> Identify\n  Identify --> ChooseOrder : Next [customer verified]\n  ChooseOrder --> ReadBack : Next\n  ReadBack --> [*] : Yes",
            ["refund"] = "stateDiagram-v2\n  [*] --> Asked\n  Asked --> Told : Next [refund known]",
        });
        app.MapPost("/chat/token", Token);
        app.MapPost("/v3/directline/conversations", Start);
        app.MapGet("/v3/directline/conversations/{id}", Start);
        app.MapPost("/v3/directline/conversations/{id}/activities", Post);
        app.MapPost("/v3/directline/conversations/{id}/upload", Upload);
        app.MapGet("/v3/directline/conversations/{id}/stream", Stream);
        app.MapGet("/v3/directline/session/getsessionid", () => Results.NotFound());
        await app.StartAsync();
        Address = app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    /// <summary>Breaks every open stream, as a network does.</summary>
    public void BreakStreams()
    {
        foreach (var conversation in conversations.Values) conversation.Break();
    }

    private IResult Token(HttpContext context, JsonObject request)
    {
        var known = context.Request.Cookies["conversation"];
        var id = known is not null && !(bool)request["restart"]! ? known : $"c{Interlocked.Increment(ref count)}";
        context.Response.Cookies.Append("conversation", id);
        conversations.GetOrAdd(id, _ => new StubConversation(id, (string)request["locale"]!));
        TokensExpired = false;
        return Results.Json(new { token = Jwt(id), conversationId = id, userId = "dl_guest", locale = (string)request["locale"]! });
    }

    private IResult Start(HttpContext context, string? id, string? watermark)
    {
        if (TokensExpired) return Results.StatusCode(403);
        id ??= Conversation(context);
        var stream = $"{Address.Replace("http", "ws", StringComparison.Ordinal)}/v3/directline/conversations/{id}/stream?watermark={watermark}";
        return Results.Json(new { conversationId = id, token = Jwt(id), expires_in = 1800, streamUrl = stream }, statusCode: 201);
    }

    private IResult Post(string id, JsonObject activity) =>
        TokensExpired ? Results.StatusCode(403) : Results.Json(new { id = conversations[id].Hear(activity) });

    private async Task<IResult> Upload(string id, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        using var reader = new StreamReader(form.Files.First(file => file.Name == "activity").OpenReadStream());
        var activity = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        activity["attachments"] = new JsonArray([.. form.Files.Where(file => file.Name == "file").Select(file =>
            (JsonNode)new JsonObject { ["contentType"] = file.ContentType, ["name"] = file.FileName, ["contentUrl"] = $"{Address}{Picture}" })]);
        return Results.Json(new { id = conversations[id].Hear(activity) });
    }

    private async Task Stream(string id, string? watermark, HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await conversations[id].Send(socket, int.TryParse(watermark, out var seen) ? seen : 0);
    }

    private static string Conversation(HttpContext context) =>
        (string)JsonNode.Parse(Convert.FromBase64String(context.Request.Headers.Authorization.ToString().Split('.')[1]))!["conv"]!;

    private static string Jwt(string id) =>
        $"e30=.{Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject { ["user"] = "dl_guest", ["conv"] = id }.ToJsonString()))}.x";

    private static string Picture => $"/assets/{Path.GetFileName(Directory.GetFiles(Path.Combine(Repository.Root, "bot", "wwwroot", "assets"), "icon-*.svg").Single())}";
}
