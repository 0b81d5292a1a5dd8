using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Relay;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Tests.Relay;

/// <summary>Nobody tells a socket that the caller keeps silent, nor how long words take to speak: the session listens to its own clock.</summary>
public sealed class SilentLineTests : IDisposable
{
    private static readonly TimeSpan ToAnswer = Prompts.TimeToAnswer(new(KeyKind.None));

    private readonly ScriptedTurns turns = new();
    private readonly TimersByHand clock = new();
    private readonly SocketInMemory socket = new();
    private readonly ServiceProvider services;

    public SilentLineTests()
    {
        services = new ServiceCollection().AddOptions().AddLogging().Configure<TwilioOptions>(options => options.AuthTokens = ["token"]).AddTelephoneAdapter().AddScriptedBot(turns).BuildServiceProvider();
        var addresses = services.GetRequiredService<CallAddresses>();
        var state = addresses.To("relay/ended", "CA1", new CallState("call-CA1", 1)).Split("?s=")[1];
        socket.Tell($$$"""{"type":"setup","callSid":"CA1","from":"anonymous","customParameters":{"state":"{{{state}}}"}}""");
        _ = new RelaySession(socket, turns, services.GetRequiredService<Prompts>(), addresses, clock, NullLogger.Instance).RunAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        socket.Dispose();
        services.Dispose();
    }

    [Fact]
    public async Task Who_says_nothing_after_the_question_keeps_silent()
    {
        await HearsAsync("Started");
        (await clock.NextAsync()).Ring();
        await HearsAsync("Silence");
        Assert.IsType<Silence>(turns.Took.Last().Input);
    }

    [Fact]
    public async Task What_is_still_being_spoken_is_no_silence()
    {
        await HearsAsync("Started");
        await clock.NextAsync();
        var words = string.Concat(Enumerable.Repeat("가나다라마바 ", 20));
        socket.Tell($$"""{"type":"prompt","voicePrompt":"{{words}}","last":true}""");
        await HearsAsync(words.Trim());
        Assert.True((await clock.NextAsync()).Due > ToAnswer + TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Who_talks_over_the_words_has_as_long_as_after_them()
    {
        await HearsAsync("Started");
        await clock.NextAsync();
        socket.Tell("""{"type":"interrupt","utteranceUntilInterrupt":"St","durationUntilInterruptMs":100}""");
        Assert.InRange((await clock.NextAsync()).Due, ToAnswer - TimeSpan.FromSeconds(1), ToAnswer);
    }

    [Fact]
    public async Task A_number_that_was_begun_is_taken_as_it_stands()
    {
        await HearsAsync("Started");
        await clock.NextAsync();
        turns.Expecting = new Expectation("phone", ExpectedKind.Phone);
        socket.Tell("""{"type":"prompt","voicePrompt":"전화번호","last":true}""");
        await HearsAsync("번호를 누르고");
        await clock.NextAsync();
        foreach (var key in "123")
        {
            socket.Tell($$"""{"type":"dtmf","digit":"{{key}}"}""");
            if (key != '3') await clock.NextAsync();
        }
        (await clock.NextAsync()).Ring();
        await HearsAsync("들은 말: 123");
    }

    [Fact]
    public async Task Long_work_is_bridged_by_words_again_and_again()
    {
        await HearsAsync("Started");
        await clock.NextAsync();
        var shop = new TaskCompletionSource();
        turns.Busy = shop.Task;
        socket.Tell("""{"type":"prompt","voicePrompt":"반품","last":true}""");
        var first = await clock.NextAsync();
        Assert.Equal(TimeSpan.FromSeconds(2), first.Due);
        first.Ring();
        await HearsAsync("잠시만 기다려 주세요");
        (await clock.NextAsync()).Ring();
        await HearsAsync("끊지 말고 기다려 주세요");
        shop.SetResult();
        await HearsAsync("들은 말: 반품");
    }

    [Fact]
    public async Task Turn_after_turn_that_fails_gives_the_call_back_to_documents()
    {
        await HearsAsync("Started");
        turns.Fails = true;
        for (var tries = 0; tries < 2; tries++)
        {
            (await clock.NextAsync()).Ring();
            await HearsAsync("잠시 문제가 있었어요");
        }
        (await clock.NextAsync()).Ring();
        await HearsAsync("\"type\":\"end\"", "trouble");
    }

    [Fact]
    public async Task Last_words_are_spoken_to_their_end_before_the_session_ends()
    {
        await HearsAsync("Started");
        await clock.NextAsync();
        turns.TakesLeave = true;
        socket.Tell("""{"type":"prompt","voicePrompt":"이제 더 없어요 고맙습니다","last":true}""");
        await HearsAsync("들은 말: 이제 더 없어요 고맙습니다");
        var spoken = await clock.NextAsync();
        Assert.InRange(spoken.Due, TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(7));
        var end = socket.HeardAsync();
        Assert.False(end.IsCompleted);
        spoken.Ring();
        Assert.Contains("farewell", await end, StringComparison.Ordinal);
    }

    private async Task HearsAsync(params string[] words)
    {
        var heard = "";
        while (!words.All(word => heard.Contains(word, StringComparison.Ordinal))) heard += await socket.HeardAsync();
    }
}
