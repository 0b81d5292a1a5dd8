using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.DirectLine;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests;

/// <summary>A real server on a free port of this machine, with the edges and the embedded store, and the scripted bot behind them.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    public const string Secret = "the-secret-of-the-tests";

    private readonly TemporaryDirectory? own;
    private readonly WebApplication app;

    private EdgeHost(WebApplication app, TemporaryDirectory? own)
    {
        this.app = app;
        this.own = own;
        Address = app.Urls.Single();
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }
    public HttpClient Client { get; }
    public ShiftedClock Clock => (ShiftedClock)Get<TimeProvider>();
    public ScriptedTurns Turns => (ScriptedTurns)Get<ITurns>();

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<EdgeHost> StartAsync(string environment = "Development", string? directory = null, params (string Name, string? Value)[] settings)
    {
        var temporary = directory is null ? new TemporaryDirectory() : null;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(
            settings.Prepend((Name: "DirectLine:Secret", Value: Secret)).GroupBy(setting => setting.Name, (name, same) => KeyValuePair.Create(name, same.Last().Value), StringComparer.Ordinal));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var held = DataDirectory.Hold(directory ?? temporary!.Path);
        builder.Services
            .AddSingleton<TimeProvider, ShiftedClock>()
            .AddSingleton(_ => held)
            .AddNodes(builder.Configuration)
            .AddPrivacy()
            .AddContext()
            .AddDelivery()
            .AddSingleton<ITurns, ScriptedTurns>()
            .AddSingleton<IFacts, NoFacts>()
            .AddSingleton<IPhotoShelf, ShelfInMemory>()
            .AddBotFramework(builder.Configuration)
            .AddDirectLine(builder.Configuration);
        var server = builder.Build();
        server.MapBotFramework();
        server.MapDirectLine();
        try
        {
            await server.StartAsync();
        }
        catch
        {
            await server.DisposeAsync();
            held.Dispose();
            temporary?.Dispose();
            throw;
        }
        return new EdgeHost(server, temporary);
    }

    /// <summary>Sends JSON, or words that ought to be.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string body, string? bearer = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, bearer, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public Task<HttpResponseMessage> GetAsync(string path, string? bearer = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, bearer, null, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? bearer, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request);
    }

    /// <summary>From now on the conversations' log cannot be read or written.</summary>
    public void LoseTheLog() => Rename("log", "lost");

    /// <summary>The log is back, with all that was in it.</summary>
    public void FindTheLog() => Rename("lost", "log");

    private void Rename(string table, string name)
    {
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Get<DataDirectory>().File("context.db"), Pooling = false }.ToString());
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = $"ALTER TABLE {table} RENAME TO {name}";
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        var held = Get<DataDirectory>();
        await app.StopAsync();
        await app.DisposeAsync();
        held.Dispose();
        own?.Dispose();
    }
}

/// <summary>A shop that knows nothing.</summary>
internal sealed class NoFacts : IFacts
{
    public Task<object?> FetchAsync(Dialogs.Flow.Need need, CancellationToken cancellationToken) => Task.FromResult<object?>(null);
}

internal static class Answers
{
    /// <summary>The body as JSON.</summary>
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new InvalidDataException("The body is null.");

    /// <summary>The body as JSON of a request under way.</summary>
    public static async Task<JsonNode> JsonAsync(this Task<HttpResponseMessage> response) => await (await response).JsonAsync();
}
