using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Benchmarks;

/// <summary>What a turn of a return costs this process, part by part, with nothing around it: no network, no store.</summary>
internal static class StageBenchmarks
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse(Talk.Clock, CultureInfo.InvariantCulture);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("servicebot-bench-");
        await using (var node = await NodeAsync(folder.FullName))
        {
            var stored = node.GetRequiredService<StoredTurns>();
            var turns = node.GetRequiredService<ITurns>();
            var memory = (MemoryStore)node.GetRequiredService<IContextStore>();
            var texts = Talk.Return.Lines.Select(line => line.Says).ToArray();
            for (var number = 0; number < texts.Length; number++)
            {
                var result = await turns.RunAsync(TurnOf("c1", texts[number], number), default);
                if (!result.Replies.Any(reply => reply.Message?.Text.Contains(Talk.Return.Lines[number].Holds, StringComparison.Ordinal) == true)) throw new InvalidDataException($"'{texts[number]}' was not answered as expected.");
            }
            var commits = memory.Commits.ToArray();
            var contexts = commits.Select(commit => stored.Write(commit.Context)).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes a turn: context {contexts.Average(document => document.Length):0} sealed, journal {commits.Average(commit => stored.Write(commit.Journal).Length):0}, log {commits.Average(commit => commit.Entries.Sum(entry => stored.Write(entry).Length)):0}"));
            var understanding = node.GetRequiredService<IUnderstanding>();
            var policy = node.GetRequiredService<DialogRunner>().Policy;
            var all = Enumerable.Range(0, texts.Length).ToArray();
            Measure("write context", all, at => stored.Write(commits[at].Context));
            Measure("write journal", all, at => stored.Write(commits[at].Journal));
            Measure("write log", all, at => { foreach (var entry in commits[at].Entries) stored.Write(entry); });
            Measure("read context", all, at => stored.ReadContext(contexts[at]));
            Measure("copy context", all, at => commits[at].Context.Copy());
            Measure("understand", all, at => understanding.Recognize(texts[at], new Listening(Start, Dialogs.Language.SpokenLanguage.Korean, at == 0 ? Expectation.Nothing : commits[at - 1].Context.Asked?.Expecting ?? Expectation.Nothing)));
            Measure("activity in", all, at => { ActivityJson.TryRead(ActivityOf(texts[at], at), out var activity, out _); ActivityJson.Write(activity!); });
            Measure("activities out", all, at => JsonSerializer.SerializeToUtf8Bytes(
                new ActivityBatch([.. commits[at].Entries.Where(entry => entry.Message is not null).Select(entry => OutgoingMessage.From(entry.Message!, ChannelAbilities.Of("benchmark"), expose: true))]), ActivityJson.Wire.ActivityBatch));
            var shop = node.GetRequiredService<IFacts>();
            Need[] needs = [.. commits.SelectMany(commit => commit.Context.Known).Select(known => known.Need).DistinctBy(need => need.Key)];
            needs = [.. needs, new CustomerByClaim(new IdentityClaim("20261123-0001004", "010-0000-1234", null, null, null))];
            foreach (var need in needs) Measure($"fetch {need.GetType().Name}", [0], _ => shop.FetchAsync(need, default).GetAwaiter().GetResult());
            foreach (var at in all)
                Measure($"turn {at + 1}", [0], _ =>
                {
                    memory.Put(at > 0 ? commits[at - 1].Context.Copy() : new ConversationContext { Id = "c1", Language = policy.Language });
                    turns.RunAsync(TurnOf("c1", texts[at], at), default).GetAwaiter().GetResult();
                });
            var round = 0;
            Measure("whole turns", [0], _ =>
            {
                var id = $"w{round++}";
                for (var number = 0; number < texts.Length; number++) turns.RunAsync(TurnOf(id, texts[number], number), default).GetAwaiter().GetResult();
            }, texts.Length);
        }
        folder.Delete(recursive: true);
        return 0;
    }

    private static Turn TurnOf(string id, string text, int number) => new(id, $"{id}-{number}", ChannelAbilities.Of("benchmark"), new Utterance(text), Start.AddSeconds(number))
    {
        From = "u1", Locale = "ko-KR", Original = System.Text.Encoding.UTF8.GetString(ActivityOf(text, number)), TakesReplies = true,
    };

    private static byte[] ActivityOf(string text, int number) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "message", id = $"1-1-{number}", channelId = "benchmark", serviceUrl = "http://127.0.0.1/", deliveryMode = "expectReplies",
        from = new { id = "u1" }, recipient = new { id = "servicebot" }, conversation = new { id = "c1" }, locale = "ko-KR", text,
    });

    private static void Measure(string what, int[] turns, Action<int> work, int parts = 1)
    {
        const int Rounds = 25, Milliseconds = 60;
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 2_000;)
            foreach (var at in turns) work(at);
        var rounds = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, cpu, times) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0);
            for (; watch.ElapsedMilliseconds < Milliseconds; times++)
                foreach (var at in turns) work(at);
            rounds[round] = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / times / turns.Length / parts;
            count += times;
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count / turns.Length / parts;
        Array.Sort(rounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-20} {rounds[Rounds / 2],8:0.0} µs (min {rounds[0]:0.0}), {bytes:0} B"));
    }

    private static async Task<ServiceProvider> NodeAsync(string folder)
    {
        var configuration = new ConfigurationBuilder().Build();
        var node = new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(new ShopClock(Start, ShopClock.Real)).AddSingleton(_ => DataDirectory.Hold(folder))
            .AddNodes(configuration).AddPrivacy().AddContext().AddShop().AddTurns().AddSingleton<IContextStore, MemoryStore>().BuildServiceProvider();
        await node.GetRequiredService<ShopStore>().PrepareAsync(default);
        await node.GetRequiredService<DemoShop>().LoadIntoEmptyAsync(default);
        return node;
    }

    /// <summary>Keeps contexts as they are; what is written and read of them is measured apart.</summary>
    private sealed class MemoryStore : IContextStore
    {
        private readonly Dictionary<string, ConversationContext> contexts = new(StringComparer.Ordinal);

        public List<Commit> Commits { get; } = [];

        public void Put(ConversationContext context) => contexts[context.Id] = context;

        public Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken) =>
            Task.FromResult(new Loaded(contexts.GetValueOrDefault(conversationId), null));

        public Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken)
        {
            if (Commits.Count < Talk.Return.Lines.Length) Commits.Add(commit);
            contexts[commit.Context.Id] = commit.Context;
            return Task.FromResult(true);
        }

        public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<LogEntry>.Empty);

        public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<JournalEntry>.Empty);

        public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<string>.Empty);

        public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<Undelivered>.Empty);

        public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task RemoveAsync(string conversationId, CancellationToken cancellationToken)
        {
            contexts.Remove(conversationId);
            return Task.CompletedTask;
        }
    }
}
