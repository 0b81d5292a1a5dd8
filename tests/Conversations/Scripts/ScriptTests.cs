using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Conversations.Scripts;

/// <summary>
/// Every script of the folders here, in this process and over Direct Line; what goes well without a photograph by telephone too, and what is under
/// <c>telephone/</c> only there. Folder and file name say what is required. All of it is played on all stores by the classes below.
/// </summary>
public abstract class ScriptSuite
{
    private readonly ScriptStores stores;
    private readonly ITestOutputHelper output;

    private protected ScriptSuite(ScriptStores stores, ITestOutputHelper output) => (this.stores, this.output) = (stores, output);

    public static TheoryData<string> Written => new(All.Where(file => !file.StartsWith("telephone/", StringComparison.Ordinal)));

    public static TheoryData<string> Spoken => new(All.Where(file => file.StartsWith("telephone/", StringComparison.Ordinal) || (file.StartsWith("happy-paths/", StringComparison.Ordinal) && !ShowsPhotos(file))));

    private static IEnumerable<string> All => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.script", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Written))]
    public async Task In_process(string file)
    {
        var script = await ReadAsync(file);
        using var world = await ScriptWorld.CreateAsync(script, stores);
        await using var services = world.Compose();
        var shop = await ScriptedShop.OpenAsync(services.GetRequiredService<IDbContextFactory<ShopDatabase>>());
        await PlayAsync(new ScriptPlayer(script, new InProcessChannel(services, world.Clock), world.Clock, shop));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Over_Direct_Line(string file)
    {
        var script = await ReadAsync(file);
        using var world = await ScriptWorld.CreateAsync(script, stores);
        await using var served = new ServedScript(world);
        var shop = await ScriptedShop.OpenAsync(served.Services.GetRequiredService<IDbContextFactory<ShopDatabase>>());
        await PlayAsync(new ScriptPlayer(script, served.Channel(), world.Clock, shop));
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public async Task By_telephone(string file)
    {
        var script = await ReadAsync(file);
        using var world = await ScriptWorld.CreateAsync(script, stores);
        await using var served = new ServedScript(world);
        var shop = await ScriptedShop.OpenAsync(served.Services.GetRequiredService<IDbContextFactory<ShopDatabase>>());
        await PlayAsync(new ScriptPlayer(script, served.Telephone(), world.Clock, shop));
    }

    private static bool ShowsPhotos(string file) => ScriptReader.Read(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file))).Lines.Any(line => line is Shows);

    private async Task PlayAsync(ScriptPlayer player)
    {
        try
        {
            await player.PlayAsync();
        }
        finally
        {
            output.WriteLine(player.Transcript);
        }
    }

    private static async Task<Script> ReadAsync(string file) => ScriptReader.Read(file, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, file)));
}

/// <inheritdoc/>
public sealed class ScriptTests(ITestOutputHelper output) : ScriptSuite(ScriptStores.Embedded, output);

/// <inheritdoc/>
public sealed class ScriptsOnRedisTests(ITestOutputHelper output) : ScriptSuite(ScriptStores.OnRedis, output);

/// <inheritdoc/>
public sealed class ScriptsOnRedisAndPostgreSqlTests(ITestOutputHelper output) : ScriptSuite(ScriptStores.OnRedisAndPostgreSql, output);
