using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Demo;
using ServiceBot.Bot.Turns;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using ServiceBot.Servers;

namespace ServiceBot.Benchmarks;

/// <summary>What a live conversation takes in Redis, and what loading and committing a turn costs with ever more of them stored.</summary>
internal static class StoredBenchmarks
{
    private const int AtOnce = 64;
    private const int Turns = 20_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));
    private static readonly string[] Talk = ["안녕하세요", "제 택배 지금 어디쯤이에요?", "20261123-0001004, 010-0000-1234", "주전자가 깨져서 왔어요. 반품하고 싶어요", "블루 주전자요"];

    public static async Task<int> RunAsync(string[] sizes)
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "no");
        var folder = Directory.CreateTempSubdirectory("servicebot-bench-");
        await using (var node = await NodeAsync(redis, folder.FullName))
        {
            await BytesAsync(redis, node);
            var stored = 0;
            foreach (var size in sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order())
            {
                await Parallel.ForAsync(stored, size, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await TurnAsync(node, number, "start"));
                stored = size;
                await MeasureAsync(redis, node, stored);
            }
        }
        folder.Delete(recursive: true);
        return 0;
    }

    private static async Task BytesAsync(RedisServer redis, ServiceProvider node)
    {
        var turns = node.GetRequiredService<ITurns>();
        await Say(new Started(), 0);
        for (var number = 1; number <= Talk.Length; number++) await Say(new Utterance(Talk[number - 1]), number);
        var context = (await node.GetRequiredService<IContextStore>().LoadAsync("bytes", "", "", default)).Context;
        var keys = ConversationKeys.Of(node.GetRequiredService<RedisLink>().Prefix, "bytes");
        Console.WriteLine($"a conversation of {Talk.Length + 1} turns, now in {context?.Top?.Dialog}.{context?.Top?.State}: bytes by MEMORY USAGE");
        foreach (var (name, key) in new[] { ("context", keys.Context), ("journal", keys.Journal), ("log", keys.Log), ("events", keys.Events) })
            Console.WriteLine($"  {name,-8} {(await redis.AskAsync("MEMORY", "USAGE", key.ToString())).Trim()}");

        Task<TurnResult> Say(TurnInput input, int number) => turns.RunAsync(
            new Turn("bytes", $"0f6c2b1e-{number}", ChannelAbilities.DirectLine, input, Start.AddSeconds(number))
            {
                Locale = "ko-KR", From = "dl_0f6c2b1e",
                Original = input is Utterance said ? Activity(said.Text, number) : null,
            }, default);
    }

    private static string Activity(string text, int number) => new JsonObject
    {
        ["type"] = "message", ["from"] = new JsonObject { ["id"] = "dl_0f6c2b1e", ["role"] = "user" }, ["text"] = text,
        ["channelData"] = new JsonObject { ["clientActivityID"] = $"0f6c2b1e-{number}" },
    }.ToJsonString();

    private static async Task MeasureAsync(RedisServer redis, ServiceProvider node, int stored)
    {
        var (cpu, commands) = await SpentAsync(redis);
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Turns, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (turn, _) => await TurnAsync(node, (int)(turn * 7919L % stored), $"{stored}-{turn}"));
        var elapsed = watch.Elapsed;
        var (cpuAfter, commandsAfter) = await SpentAsync(redis);
        var memory = (await redis.AskAsync("INFO", "memory")).Split('\n').Single(line => line.StartsWith("used_memory:", StringComparison.Ordinal)).Split(':')[1].Trim();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{stored,9} stored: {Turns / elapsed.TotalSeconds,7:0} loads and commits /s, {(cpuAfter - cpu) * 1_000_000 / Turns:0.0} µs of Redis' CPU and {(commandsAfter - commands) / Turns:0.0} commands each, {long.Parse(memory, CultureInfo.InvariantCulture) / 1024.0 / stored:0.00} KB a conversation"));
    }

    private static async Task<(double Seconds, double Commands)> SpentAsync(RedisServer redis)
    {
        var info = (await redis.AskAsync("INFO", "everything")).Split('\n').Select(line => line.Trim().Split(':', 2)).Where(line => line.Length == 2).ToLookup(line => line[0], line => line[1], StringComparer.Ordinal);
        return (Number("used_cpu_user") + Number("used_cpu_sys"), Number("total_commands_processed"));

        double Number(string name) => double.Parse(info[name].First(), CultureInfo.InvariantCulture);
    }

    // A turn without the dialog: what is measured is the store.
    private static async Task TurnAsync(ServiceProvider node, int number, string eventId)
    {
        var store = node.GetRequiredService<IContextStore>();
        var id = string.Create(CultureInfo.InvariantCulture, $"stored-{number}");
        var context = (await store.LoadAsync(id, "directline", eventId, default)).Context ?? new ConversationContext { Id = id };
        var turn = new Turn(id, eventId, ChannelAbilities.DirectLine, new Utterance("환불은 얼마나 걸려요?"), Start);
        var before = context.Version++;
        var entry = new LogEntry(++context.LastSequence, Start, "directline") { EventId = eventId, Original = """{"type":"message","text":"환불은 얼마나 걸려요?"}""" };
        var reply = new LogEntry(++context.LastSequence, Start, "directline") { Message = new Message("물건을 받은 날부터 사흘 안에 돌려드려요."), ReplyTo = entry.Sequence };
        var journal = new JournalEntry(context.Version, turn) { Recognition = new Recognition("환불은 얼마나 걸려요?", Dialogs.Language.SpokenLanguage.Korean) };
        await store.CommitAsync(new Commit(context, before, "directline", eventId, journal, [entry, reply]), default);
    }

    private static async Task<ServiceProvider> NodeAsync(RedisServer redis, string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("Redis:Configuration", (string?)redis.Configuration), KeyValuePair.Create("Redis:DeadlineMilliseconds", (string?)"5000"), KeyValuePair.Create("Database:TurnDeadline", (string?)"00:01:00")]).Build();
        var node = new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(new ShopClock(Start, ShopClock.Real)).AddSingleton(_ => DataDirectory.Hold(folder))
            .AddNodes(configuration).AddPrivacy().AddContext().AddShop().AddTurns().BuildServiceProvider();
        await node.GetRequiredService<ShopStore>().PrepareAsync(default);
        await node.GetRequiredService<DemoShop>().LoadIntoEmptyAsync(default);
        node.GetRequiredService<ITurns>();
        return node;
    }
}
