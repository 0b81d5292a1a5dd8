using System.Diagnostics;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A call that goes on while something behind it fails: the caller hears sentences, and is not asked to begin again.</summary>
public sealed class HeldCallTests(RedisAlone redis) : IClassFixture<RedisAlone>, IDisposable
{
    private const string Account = "AC0123456789abcdef0123456789abcdef";
    private const string Token = "a-token-of-the-tests-0123456789ab";
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_node_that_is_killed_between_two_questions_is_not_missed()
    {
        var port = ServiceBotProcess.FreePort();
        using var first = Started(Arguments(port));
        var call = await CallAsync(port, first);
        await call.SayAsync("반품하고 싶어요");
        call.Hears("본인 확인");
        first.Kill();
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var second = Started(Arguments(port));
        try
        {
            await LiveAsync(port, second);
            await call.PressAsync("202611200001003#");
            await call.PressAsync("01000001234#");
            call.Hears("김하늘 님");
        }
        finally
        {
            second.Kill();
        }
    }

    [Fact]
    public async Task A_Redis_that_restarts_in_the_middle_of_a_call_costs_at_most_a_sentence()
    {
        var port = ServiceBotProcess.FreePort();
        using var bot = Started(Arguments(port, "--Redis:Configuration", redis.Configuration, "--Redis:Prefix", "restarted"));
        try
        {
            var call = await CallAsync(port, bot);
            await call.SayAsync("반품하고 싶어요");
            await redis.RestartAsync();
            await ReadyAsync(port);
            await call.PressAsync("202611200001003#");
            await call.PressAsync("01000001234#");
            call.Hears("김하늘 님");
        }
        finally
        {
            bot.Kill();
        }
    }

    [Fact]
    public async Task While_Redis_is_away_the_caller_hears_sentences_and_is_put_through_to_a_person()
    {
        var port = ServiceBotProcess.FreePort();
        using var bot = Started(Arguments(port, "--Redis:Configuration", redis.Configuration, "--Redis:Prefix", "away", "--Twilio:AgentNumber", "+82255550111"));
        try
        {
            var call = await CallAsync(port, bot);
            await call.SayAsync("반품하고 싶어요");
            await redis.Servers[0].StopAsync();
            await call.PressAsync("202611200001003#");
            call.Hears("잠시 문제가 있었어요", "담당자에게 바로 연결해 드릴게요");
            Assert.False(call.IsOver, call.Story);
        }
        finally
        {
            bot.Kill();
            await redis.RestartAsync();
        }
    }

    private string[] Arguments(int port, params string[] more) =>
    [
        "--urls", $"http://127.0.0.1:{port}", "--DataDirectory", directory.File("data"), "--Shop:Demo", "true", "--Shop:Clock", "2026-11-24T10:00:00+09:00", "--Twilio:AccountSid", Account, "--Twilio:AuthTokens:0", Token, .. more,
    ];

    // The caller's telephone here neither speaks nor pauses: what a real one spends on that, the bot needs to find its server again.
    private static async Task ReadyAsync(int port)
    {
        using var http = new HttpClient();
        for (var tries = 0; tries < 300; tries++, await Task.Delay(100, TestContext.Current.CancellationToken))
            if ((await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), TestContext.Current.CancellationToken)).IsSuccessStatusCode) return;
        Assert.Fail("The bot was not ready within half a minute.");
    }

    // What it writes is read on the way: a full pipe would hold it up.
    private static Process Started(string[] arguments)
    {
        var process = ServiceBotProcess.Start(arguments);
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<PhoneCall> CallAsync(int port, Process bot)
    {
        await LiveAsync(port, bot);
        var address = new Uri($"http://127.0.0.1:{port}/");
        var network = new PhoneNetwork(new HttpClient(), new SimulatedAccount(Account, Token, address, $"{address}none"), new ShiftedClock());
        var call = new PhoneCall(network.Place("+821000001234", "+8215880000") ?? throw new InvalidOperationException("The network is full."));
        await call.RingAsync();
        return call;
    }

    private static Task LiveAsync(int port, Process bot) => ServiceBotProcess.UntilLiveAsync(new Uri($"http://127.0.0.1:{port}"), bot, bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
}
