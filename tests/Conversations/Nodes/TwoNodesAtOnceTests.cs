using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Tests;
using ServiceBot.Bot.Turns;
using ServiceBot.Conversations.Scripts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Servers;

namespace ServiceBot.Conversations.Nodes;

/// <summary>Two nodes with the whole pipeline take messages of one conversation at the same moment.</summary>
public sealed class TwoNodesAtOnceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Of_64_messages_at_once_none_is_lost_and_none_is_answered_twice()
    {
        const int messages = 64;
        if (RedisServer.WhyMissing is { } missing) Assert.Skip(missing);
        await using var redis = await RedisServer.StartAsync();
        using var folder = new TemporaryDirectory();
        await using var first = await NodeAsync(redis, folder.File("first"));
        await using var second = await NodeAsync(redis, folder.File("second"));
        await SayAsync(first, new Started(), "start");

        var results = await Task.WhenAll(Enumerable.Range(0, messages).Select(number => Task.Run(() => SayAsync(number % 2 == 0 ? first : second, new Utterance($"{number}"), $"e-{number}"))));

        var store = first.GetRequiredService<IContextStore>();
        var log = await store.ReadLogAsync("c-1", 0, default);
        var journal = await store.ReadJournalAsync("c-1", default);
        Assert.All(results, result => Assert.Equal(TurnResultKind.Done, result.Kind));
        Assert.Equal(Enumerable.Range(1, journal.Length).Select(version => (long)version), journal.Select(entry => entry.Version));
        Assert.Equal(messages + 1, journal.Count(entry => entry.Turn.Sender == Sender.Customer)); // a case that some of them led to adds its outcome
        Assert.Equal(Enumerable.Range(1, log.Length).Select(sequence => (long)sequence), log.Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(0, messages).Select(number => $"e-{number}").Order(), log.Select(entry => entry.EventId).OfType<string>().Order());
        // What each turn answered is what stands in the log: nothing was said by an attempt that lost.
        foreach (var reply in results.SelectMany(result => result.Replies)) Assert.Equal(reply.Message?.Text, log[(int)reply.Sequence - 1].Message?.Text);
        Assert.Equal(results.SelectMany(result => result.Replies).Count(), results.SelectMany(result => result.Replies).DistinctBy(reply => reply.Sequence).Count());
    }

    private static Task<TurnResult> SayAsync(ServiceProvider node, TurnInput input, string eventId) => node.GetRequiredService<ITurns>().RunAsync(
        new Turn("c-1", eventId, ChannelAbilities.DirectLine, input, Start) { Locale = "ko-KR", Original = input is Started ? null : "{}" }, CancellationToken.None);

    private static async Task<ServiceProvider> NodeAsync(RedisServer redis, string folder)
    {
        var settings = ImmutableDictionary<string, string?>.Empty.Add("Redis:Configuration", redis.Configuration).Add("Redis:DeadlineMilliseconds", "5000").Add("Database:TurnDeadline", "00:01:00")
            .Add("Privacy:Keys:0", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="); // all nodes read what any of them has sealed
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var node = new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(new ScriptClock(Start)).AddSingleton(_ => DataDirectory.Hold(folder))
            .AddNodes(configuration).AddPrivacy().AddContext().AddShop().AddTurns().BuildServiceProvider();
        await node.GetRequiredService<ShopStore>().PrepareAsync(CancellationToken.None);
        node.GetRequiredService<ITurns>(); // connects, which blocks, while nobody else needs the thread
        return node;
    }
}
