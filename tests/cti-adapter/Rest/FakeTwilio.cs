using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.CtiAdapter.Tests.Rest;

/// <summary>The company's REST interface as far as we use it, on a free port of this machine: it makes what it is asked for as often as it is asked, and fails as a test wishes.</summary>
public sealed class FakeTwilio : IAsyncLifetime
{
    internal const string Account = "AC0123456789abcdef0123456789abcdef";
    internal const string Key = "SK0123456789abcdef0123456789abcdef";
    internal const string Secret = "the-secret-of-the-key-of-the-tests";
    private const string Root = $"/2010-04-01/Accounts/{Account}";

    private readonly Queue<Func<HttpContext, Func<Task>, Task>> faults = new();
    private WebApplication? app;

    /// <summary>What was asked: method and path with query.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Calls that were made.</summary>
    public List<JsonObject> Calls { get; } = [];

    /// <summary>Messages that were made.</summary>
    public List<JsonObject> Messages { get; } = [];

    /// <summary>Who is in the one conference.</summary>
    public List<JsonObject> Participants { get; } = [];

    /// <summary>Recordings that run.</summary>
    public List<JsonObject> Recordings { get; } = [];

    /// <summary>What was logged by whoever asked.</summary>
    public StringBuilder Logged { get; } = new();

    internal StandingClock Clock { get; } = new();

    /// <summary>Refuses the next request, and does nothing.</summary>
    public void Refuse(int status, int code, string? retryAfter = null) => faults.Enqueue((http, _) =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsJsonAsync(new { code, message = $"Refused as the test wishes, about {http.Request.QueryString}", more_info = "", status });
    });

    /// <summary>Does what the next request asks, and loses the answer.</summary>
    public void LoseAnswer() => faults.Enqueue(async (http, does) =>
    {
        http.Response.Body = Stream.Null;
        await does();
        http.Abort();
    });

    /// <summary>Does what the next request asks, and answers 500.</summary>
    public void AnswerServerErrorAfterwards() => faults.Enqueue(async (http, does) =>
    {
        var body = http.Response.Body;
        http.Response.Body = Stream.Null;
        await does();
        (http.Response.Body, http.Response.StatusCode, http.Response.ContentLength) = (body, 500, 0);
    });

    internal ServiceProvider Client(string token = "the-token-of-the-tests", bool withKey = true) => new ServiceCollection()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IRestIntents>(new KeptIntents())
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Notes(Logged)))
        .AddSingleton(Options.Create(new TwilioOptions { AccountSid = Account, AuthTokens = [token] }))
        .AddSingleton(Options.Create(new RestOptions { RestBaseUrl = (app ?? throw new InvalidOperationException("Not started.")).Urls.Single(), ApiKeySid = withKey ? Key : "", ApiKeySecret = withKey ? Secret : "" }))
        .AddRest()
        .BuildServiceProvider();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use(AnswerAsync);
        app.MapPost($"{Root}/Calls.json", (HttpRequest request) => Made(Calls, "CA", request));
        app.MapGet($"{Root}/Calls.json", (string to, string from) => Results.Json(new { calls = Calls.Where(call => (string?)call["to"] == to && (string?)call["from"] == from).Reverse() }));
        app.MapGet($"{Root}/Calls/{{sid}}.json", (string sid) => One(Calls, "sid", sid, _ => { }));
        app.MapPost($"{Root}/Calls/{{sid}}.json", (string sid, HttpRequest request) =>
            Calls.Exists(call => (string?)call["sid"] == sid && (string?)call["status"] == "completed")
                ? Results.Json(new { code = 21220, message = "Call is not in-progress. Cannot redirect.", status = 400 }, statusCode: 400)
                : One(Calls, "sid", sid, call => call["status"] = request.Form["Status"].Count > 0 ? request.Form["Status"].ToString() : "in-progress"));
        app.MapPost($"{Root}/Messages.json", (HttpRequest request) => Made(Messages, "SM", request));
        app.MapGet($"{Root}/Messages.json", (string to, string from) => Results.Json(new { messages = Messages.Where(message => (string?)message["to"] == to && (string?)message["from"] == from).Reverse() }));
        app.MapGet($"{Root}/Messages/{{sid}}.json", (string sid) => One(Messages, "sid", sid, _ => { }));
        app.MapPost($"{Root}/Conferences/{{name}}/Participants.json", (HttpRequest request) => Made(Participants, "CA", request));
        app.MapGet($"{Root}/Conferences/{{name}}/Participants.json", () => Participants.Count == 0 ? Missing() : Results.Json(new { participants = Participants }));
        app.MapPost($"{Root}/Conferences/{{name}}/Participants/{{who}}.json", (string who, HttpRequest request) => One(Participants, "label", who, participant => participant["hold"] = request.Form["Hold"] == "true"));
        app.MapDelete($"{Root}/Conferences/{{name}}/Participants/{{who}}.json", (string who) => Participants.RemoveAll(participant => (string?)participant["label"] == who) > 0 ? Results.NoContent() : Missing());
        app.MapGet($"{Root}/Calls/{{sid}}/Recordings.json", () => Results.Json(new { recordings = Recordings }));
        app.MapPost($"{Root}/Calls/{{sid}}/Recordings.json", (HttpRequest request) => Made(Recordings, "RE", request));
        app.MapPost($"{Root}/Calls/{{sid}}/Recordings/Twilio.CURRENT.json", (HttpRequest request) => One(Recordings, "status", "in-progress", recording => recording["status"] = request.Form["Status"].ToString()));
        app.MapGet($"{Root}/Queues.json", () => Results.Json(new { queues = new[] { new { sid = "QU1", friendly_name = "agents", current_size = 3, average_wait_time = 41 } } }));
        app.MapPost($"{Root}/Queues/{{queue}}/Members/{{who}}.json", (string who) => Results.Json(new { call_sid = who, position = 1, wait_time = 12 }));
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http, Func<Task> next)
    {
        Asked.Add($"{http.Request.Method} {http.Request.Path.Value?[Root.Length..]}");
        var credentials = http.Request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var basic] ? Encoding.UTF8.GetString(Convert.FromBase64String(basic)) : "";
        if (credentials != $"{Key}:{Secret}" && credentials != $"{Account}:the-token-of-the-tests") faults.Enqueue((refused, _) =>
        {
            refused.Response.StatusCode = 401;
            return refused.Response.WriteAsJsonAsync(new { code = 20003, message = "Authenticate", status = 401 });
        });
        await (faults.TryDequeue(out var fault) ? fault(http, next) : next());
    }

    private IResult Made(List<JsonObject> things, string prefix, HttpRequest request)
    {
        var sid = $"{prefix}{things.Count + 1:x32}";
        var made = new JsonObject
        {
            ["sid"] = sid, ["call_sid"] = sid, ["status"] = prefix == "RE" ? "in-progress" : "queued", ["to"] = request.Form["To"].ToString(), ["from"] = request.Form["From"].ToString(),
            ["body"] = request.Form["Body"].ToString(), ["label"] = request.Form["Label"].ToString(), ["muted"] = false, ["hold"] = false, ["coaching"] = false,
            ["date_created"] = Clock.GetUtcNow().ToString("r", System.Globalization.CultureInfo.InvariantCulture),
        };
        things.Add(made);
        return Results.Json(made, statusCode: 201);
    }

    private static IResult One(List<JsonObject> things, string by, string value, Action<JsonObject> change)
    {
        if (things.Find(thing => (string?)thing[by] == value) is not { } found) return Missing();
        change(found);
        return Results.Json(found);
    }

    private static IResult Missing() => Results.Json(new { code = 20404, message = "The requested resource was not found", status = 404 }, statusCode: 404);

    private sealed class Notes(StringBuilder written) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (written) written.AppendLine(formatter(state, exception)).Append(exception);
        }

        public void Dispose()
        {
        }
    }
}
