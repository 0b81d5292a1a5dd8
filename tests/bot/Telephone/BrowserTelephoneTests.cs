using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>Agents whose telephone is a browser are rung as those with a number are.</summary>
public sealed class BrowserTelephoneTests(BrowserStaffedTelephones telephones) : IClassFixture<BrowserStaffedTelephones>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_rings_takes_the_caller_and_asks_a_colleague_at_another_browser()
    {
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        var agent = await telephones.RungAsync(BrowserStaffedTelephones.Agent);
        await agent.TakeUpAsync();
        agent.Hears("1번을 눌러 주세요");
        await agent.PressAsync("1");
        caller.Listen();
        caller.Hears("지금 담당자에게 연결해 드릴게요");

        var calls = telephones.Services.GetRequiredService<IAgentCalls>();
        var colleague = telephones.Services.GetRequiredService<IBrowserTelephones>().AddressOf("ji-eun");
        var conversation = $"call-{caller.Network.Sid}";
        await Assert.ThrowsAsync<ArgumentException>(() => calls.ConsultAsync(conversation, null, "ji-eun", Stop));
        Assert.Equal(AgentCallOutcome.Done, await calls.ConsultAsync(conversation, null, colleague, Stop));
        var other = await telephones.RungAsync(colleague);
        await other.TakeUpAsync();
        await agent.SayAsync("잠깐 봐 주세요");
        other.Listen();
        other.Hears("잠깐 봐 주세요");
    }
}

/// <summary>The bot with a person who takes calls in a browser.</summary>
public sealed class BrowserStaffedTelephones() : Telephones(("Twilio:AgentNumber", Agent))
{
    /// <summary>That browser.</summary>
    public const string Agent = "client:front_desk";
}
