using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Tests.Calls;

/// <summary>What a caller hears while the bot is slow, and when it fails.</summary>
public sealed class LongWorkTests : IDisposable
{
    private static readonly CallParty Caller = new("CA1", null);
    private static readonly CallState Asked = new("call-CA1", 3) { Heard = "CA1:2" };

    private readonly ScriptedTurns turns = new();
    private readonly ServiceProvider services;
    private readonly CallTurns calls;

    public LongWorkTests()
    {
        services = new ServiceCollection().AddOptions().AddLogging().Configure<TwilioOptions>(options => options.AuthTokens = ["token"]).AddTelephoneAdapter().AddScriptedBot(turns).BuildServiceProvider();
        calls = services.GetRequiredService<CallTurns>();
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Long_work_is_bridged_by_words_and_heard_afterwards()
    {
        var shop = new TaskCompletionSource();
        turns.Busy = shop.Task;

        var bridge = await calls.TakeAsync(Caller, Asked, new Utterance("반품"), default);
        shop.SetResult();
        var answer = await calls.ReturnAsync(Caller, Asked with { Waits = 1 }, default);

        Assert.Contains("잠시만 기다려 주세요", Text(bridge));
        Assert.Contains("<Redirect>/twilio/voice/wait?s=", Text(bridge));
        Assert.Contains("들은 말: 반품", Text(answer));
        Assert.Single(turns.Took);
    }

    [Fact]
    public async Task Words_that_a_dead_node_took_with_it_are_asked_for_again()
    {
        await calls.TakeAsync(Caller, Asked, new Utterance("반품"), default);
        turns.Lose();

        Assert.Contains("방금 하신 말씀을 놓쳤어요", Text(await calls.ReturnAsync(Caller, Asked with { Waits = 1 }, default)));
    }

    [Fact]
    public async Task Nobody_waits_for_ever() =>
        Assert.Contains("<Hangup", Text(await calls.ReturnAsync(Caller, Asked with { Waits = 13 }, default)));

    [Fact]
    public async Task A_failure_is_said_and_the_question_put_again_until_it_makes_no_sense()
    {
        turns.Fails = true;

        var first = Text(await calls.TakeAsync(Caller, Asked, new Utterance("반품"), default));
        var last = Text(await calls.TakeAsync(Caller, Asked with { Failures = 2 }, new Utterance("반품"), default));

        Assert.Contains("잠시 문제가 있었어요", first);
        Assert.Contains("<Redirect>/twilio/voice/again?s=", first);
        Assert.Contains("<Hangup", last);
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_turn_and_the_same_document()
    {
        var first = Text(await calls.TakeAsync(Caller, Asked, new Utterance("반품"), default));
        var second = Text(await calls.TakeAsync(Caller, Asked, new Utterance("반품"), default));

        Assert.Equal(first, second);
        Assert.Single(turns.Took);
    }

    private static string Text(VoiceResponse response) => Encoding.UTF8.GetString(TwimlWriter.Write(response));
}
