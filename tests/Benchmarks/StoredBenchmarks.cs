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

/// <summary>
/// What a live conversation takes in Redis, and what loading and committing a turn costs with ever more of them stored: each number in a server of its own,
/// all measured in turn, so that a machine that slows down slows all of them.
/// </summary>
internal static class StoredBenchmarks
{
    private const int AtOnce = 64;
    private const int Turns = 20_000;
    private const int Rounds = 9;
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));
    private static readonly string[] Talk = ["안녕하세요", "제 택배 지금 어디쯤이에요?", "20261123-0001004, 010-0000-1234", "주전자가 깨져서 왔어요. 반품하고 싶어요", "블루 주전자요"];

    public static async Task<int> RunAsync(string[] sizes)
    {
        var all = new List<Stored>();
        try
        {
            foreach (var size in sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()) all.Add(await Stored.FillAsync(size));
            for (var round = -1; round < Rounds; round++)
            {
                foreach (var stored in all)
                {
                    var cost = await MeasureAsync(stored, round);
                    if (round >= 0) stored.Costs.Add(cost); // the compiler's work and first touches are over by then
                }
            }
            foreach (var stored in all) Tell(stored, all[0]);
            await BytesAsync(all[0].Redis, all[0].Node);
        }
        finally
        {
            foreach (var stored in all) await stored.DisposeAsync();
        }
        return 0;
    }

    private static void Tell(Stored stored, Stored least) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{stored.Size,9} stored: {stored.Median(cost => cost.Rate),7:0} loads and commits /s, {stored.Median(cost => cost.Cpu):0.0} µs of Redis' CPU ({stored.Median(cost => cost.Cpu) / least.Median(cost => cost.Cpu):0.00}) and {stored.Median(cost => cost.Commands):0.0} commands each, {stored.Costs[0].Kilobytes:0.00} KB a conversation"));

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

    private static async Task<Cost> MeasureAsync(Stored stored, int round)
    {
        var (cpu, commands) = await SpentAsync(stored.Redis);
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Turns, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (turn, _) => await TurnAsync(stored.Node, (int)((turn + (round * (long)Turns) + Turns) * 7919L % stored.Size), $"{round}-{turn}"));
        var elapsed = watch.Elapsed;
        var (cpuAfter, commandsAfter) = await SpentAsync(stored.Redis);
        var memory = (await stored.Redis.AskAsync("INFO", "memory")).Split('\n').Single(line => line.StartsWith("used_memory:", StringComparison.Ordinal)).Split(':')[1].Trim();
        return new Cost(Turns / elapsed.TotalSeconds, (cpuAfter - cpu) * 1_000_000 / Turns, (commandsAfter - commands) / Turns, long.Parse(memory, CultureInfo.InvariantCulture) / 1024.0 / stored.Size);
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
        var found = (await store.LoadAsync(id, "directline", eventId, default)).Context ?? new ConversationContext { Id = id };
        var context = found.Copy();
        var turn = new Turn(id, eventId, ChannelAbilities.DirectLine, new Utterance("환불은 얼마나 걸려요?"), Start);
        context.LastEntryAt = Start.AddSeconds(++context.Version);
        var entry = new LogEntry(++context.LastSequence, Start, "directline") { EventId = eventId, Original = """{"type":"message","text":"환불은 얼마나 걸려요?"}""" };
        var reply = new LogEntry(++context.LastSequence, Start, "directline") { Message = new Message("물건을 받은 날부터 사흘 안에 돌려드려요."), ReplyTo = entry.Sequence };
        var journal = new JournalEntry(context.Version, turn) { Recognition = new Recognition("환불은 얼마나 걸려요?", Dialogs.Language.SpokenLanguage.Korean) };
        await store.CommitAsync(new Commit(context, found.Version, "directline", eventId, journal, [entry, reply]) { Before = found }, default);
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

    /// <summary>A server that holds so many conversations, and a node that uses it.</summary>
    private sealed class Stored(int size, RedisServer redis, ServiceProvider node, DirectoryInfo folder) : IAsyncDisposable
    {
        public int Size => size;
        public RedisServer Redis => redis;
        public ServiceProvider Node => node;
        public List<Cost> Costs { get; } = [];

        public static async Task<Stored> FillAsync(int size)
        {
            var redis = await RedisServer.StartAsync("--appendonly", "no");
            var folder = Directory.CreateTempSubdirectory("servicebot-bench-");
            var stored = new Stored(size, redis, await NodeAsync(redis, folder.FullName), folder);
            await Parallel.ForAsync(0, size, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await TurnAsync(stored.Node, number, "start"));
            return stored;
        }

        public double Median(Func<Cost, double> of) => Costs.Select(of).Order().ElementAt(Costs.Count / 2);

        public async ValueTask DisposeAsync()
        {
            await node.DisposeAsync();
            await redis.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a load and a commit cost.</summary>
    /// <param name="Rate">Of them a second.</param>
    /// <param name="Cpu">Microseconds of Redis.</param>
    /// <param name="Commands">That Redis ran.</param>
    /// <param name="Kilobytes">That Redis holds for each conversation.</param>
    private sealed record Cost(double Rate, double Cpu, double Commands, double Kilobytes);
}
