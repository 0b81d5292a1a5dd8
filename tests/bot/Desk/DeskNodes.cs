using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Bot.Tests.Shop;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>The whole program twice, meeting in Redis and PostgreSQL.</summary>
internal sealed class DeskNodes : IAsyncDisposable
{
    private readonly TemporaryDirectory folder;
    private readonly IDatabaseEngine database;

    private DeskNodes(TemporaryDirectory folder, IDatabaseEngine database, DeskHost first, DeskHost second) => (this.folder, this.database, First, Second) = (folder, database, first, second);

    public DeskHost First { get; }

    public DeskHost Second { get; }

    /// <summary>Starts both.</summary>
    /// <param name="redis">Where live conversations are.</param>
    /// <param name="settings">More settings, of both.</param>
    public static async Task<DeskNodes> StartAsync(RedisAlone redis, params (string Path, string Value)[] settings)
    {
        var files = new TemporaryDirectory();
        var shared = await TestDatabases.NewAsync(DatabaseKind.PostgreSQL, files, blank: false);
        var prefix = OpenNode.NewPrefix();
        var (first, second) = (Node(), Node());
        _ = first.Services; // starts, and loads the demo shop, before the other does
        _ = second.Services;
        return new DeskNodes(files, shared, first, second);

        DeskHost Node()
        {
            var host = new DeskHost
            {
                Settings =
                {
                    ["Redis:Configuration"] = redis.Configuration, ["Redis:Prefix"] = prefix, ["Redis:DeadlineMilliseconds"] = "5000",
                    ["Database:Provider"] = "PostgreSQL", ["Database:ConnectionString"] = shared.ConnectionString, ["Database:TurnDeadline"] = "00:01:00",
                    ["Privacy:Keys:0"] = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", ["Desk:GraceSeconds"] = "2",
                },
            };
            foreach (var (path, value) in settings) host.Settings[path] = value;
            return host;
        }
    }

    /// <summary>Somebody at work at the second node, whom the first knows of: it hears of them within a second.</summary>
    public async Task<(HttpClient Browser, string Id)> AtWorkAtTheSecond(string login)
    {
        var (browser, id) = await Second.AtWork(login);
        var known = First.Services.GetRequiredService<Presence>();
        for (var attempt = 0; attempt < 300 && !known.IsConnected(id); attempt++) await Task.Delay(100);
        Assert.True(known.IsConnected(id));
        return (browser, id);
    }

    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
        await TestDatabases.ForgetAsync(database);
        folder.Dispose();
    }
}
