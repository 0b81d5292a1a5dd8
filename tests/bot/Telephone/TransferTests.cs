using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What people do with a caller in the room: holding, asking a colleague, passing on, listening in; each seen by who hears whom.</summary>
public sealed class TransferTests(StaffedTelephones telephones) : IClassFixture<StaffedTelephones>, IAsyncLifetime
{
    private const string Colleague = "+82255550222";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await telephones.EmptyQueueAsync();

    [Fact]
    public async Task Who_is_on_hold_hears_nobody_while_a_colleague_is_asked_then_all_three_talk_then_the_colleague_alone()
    {
        var (caller, agent, conversation) = await TalkAsync();
        Assert.Equal(AgentCallOutcome.Done, await Calls.ConsultAsync(conversation, null, Colleague, Stop));
        var colleague = await telephones.RungAsync(Colleague);
        await colleague.TakeUpAsync();
        await agent.SayAsync("이 고객 반품 봐 주실래요?");
        Hears(colleague, "이 고객 반품 봐 주실래요?");
        HearsNothing(caller);
        await caller.SayAsync("여보세요?");
        HearsNothing(agent);

        Assert.Equal(AgentCallOutcome.Done, await Calls.ConferenceAsync(conversation, Stop));
        await colleague.SayAsync("안녕하세요, 반품 담당이에요");
        Hears(caller, "안녕하세요, 반품 담당이에요");
        Hears(agent, "안녕하세요, 반품 담당이에요");

        Assert.Equal(AgentCallOutcome.Done, await Calls.TransferAsync(conversation, Stop));
        await agent.EndsAsync();
        Assert.False(caller.IsOver, caller.Story);
        await caller.SayAsync("깨져서 왔어요");
        Hears(colleague, "깨져서 왔어요");
        await colleague.HangUpAsync();
        Hears(caller, "상담이 끝났어요");
    }

    [Fact]
    public async Task Who_is_passed_on_without_asking_talks_to_the_colleague_and_goes_back_to_the_bot_where_nobody_answers()
    {
        var (caller, agent, conversation) = await TalkAsync();
        Assert.Equal(AgentCallOutcome.Done, await Calls.TransferToAsync(conversation, null, Colleague, Stop));
        await agent.EndsAsync();
        var colleague = await telephones.RungAsync(Colleague);
        await colleague.TakeUpAsync();
        await caller.SayAsync("누구세요?");
        Hears(colleague, "누구세요?");

        Assert.Equal(AgentCallOutcome.Done, await Calls.TransferToAsync(conversation, null, "+82255550333", Stop));
        var nobody = await telephones.RungAsync("+82255550333");
        await nobody.SilenceAsync();
        Hears(caller, "상담이 끝났어요");
        Assert.Equal(AgentCallOutcome.NoCall, await Calls.HoldAsync(conversation, true, Stop));
    }

    [Fact]
    public async Task A_supervisor_listens_whispers_and_barges_in()
    {
        var (caller, agent, conversation) = await TalkAsync();
        Assert.Equal(AgentCallOutcome.Done, await Calls.SuperviseAsync(conversation, Colleague, SupervisorMode.Listen, Stop));
        var supervisor = await telephones.RungAsync(Colleague);
        await supervisor.TakeUpAsync();
        await caller.SayAsync("왜 안 돼요?");
        Hears(supervisor, "왜 안 돼요?");
        await supervisor.SayAsync("들리나요?");
        agent.Listen();
        Assert.DoesNotContain("들리나요?", agent.Heard);

        Assert.Equal(AgentCallOutcome.Done, await Calls.SuperviseAsync(conversation, Colleague, SupervisorMode.Whisper, Stop));
        await supervisor.SayAsync("교환을 권해 보세요");
        Hears(agent, "교환을 권해 보세요");
        HearsNothing(caller);

        Assert.Equal(AgentCallOutcome.Done, await Calls.SuperviseAsync(conversation, Colleague, SupervisorMode.Barge, Stop));
        await supervisor.SayAsync("제가 도와드릴게요");
        Hears(caller, "제가 도와드릴게요");
        await supervisor.HangUpAsync();
        Assert.False(caller.IsOver, caller.Story);
    }

    [Fact]
    public async Task A_recording_that_was_paused_and_forgotten_goes_on_by_itself()
    {
        var (caller, _, conversation) = await TalkAsync();
        Assert.Equal(AgentCallOutcome.Done, await Calls.PauseRecordingAsync(conversation, true, Stop));
        Hears(caller, "잠시 녹음을 멈췄어요");
        var clock = Assert.IsType<LeapingClock>(telephones.Services.GetRequiredService<TimeProvider>());
        clock.LeapTo(clock.GetUtcNow().AddMinutes(2));
        await caller.HearsSoonAsync("이제 다시 녹음해요");
        await caller.SayAsync("네, 카드번호는 다 말했어요");
        await caller.HangUpAsync();
        Assert.Contains("카드번호는 다 말했어요", caller.Network.Log.Events.OfType<CtiAdapter.Simulator.RecordingKept>().Single().Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_is_recorded_on_two_channels_but_for_what_is_told_while_it_is_paused()
    {
        var (caller, agent, conversation) = await TalkAsync();
        await caller.SayAsync("카드로 결제했어요");
        Assert.Equal(AgentCallOutcome.Done, await Calls.PauseRecordingAsync(conversation, true, Stop));
        Hears(caller, "잠시 녹음을 멈췄어요");
        Hears(agent, "잠시 녹음을 멈췄어요");
        await caller.SayAsync("사천백십일");
        Assert.Equal(AgentCallOutcome.Done, await Calls.PauseRecordingAsync(conversation, false, Stop));
        Hears(caller, "이제 다시 녹음해요");
        await agent.SayAsync("확인했어요");
        await caller.HangUpAsync();

        var recording = Assert.Single(await telephones.RecordingsAsync(caller));
        Assert.Equal(("talk", "completed", 2), (recording.Kind, recording.Status, recording.Channels));
        var kept = caller.Network.Log.Events.OfType<CtiAdapter.Simulator.RecordingKept>().Single();
        Assert.Equal("카드로 결제했어요 확인했어요", kept.Words);

        using var nobody = new HttpClient { BaseAddress = new Uri(telephones.Address) };
        using var refused = await nobody.GetAsync($"/desk/api/recordings/{recording.Sid}", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var agentOfTheDesk = await telephones.SignedInAsync("jieun");
        using var anothers = await agentOfTheDesk.GetAsync($"/desk/api/recordings/{recording.Sid}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, anothers.StatusCode);
        using var supervisor = await telephones.SignedInAsync("minho");
        using var listed = await supervisor.GetAsync($"/desk/api/conversations/{conversation}/recordings", Stop);
        Assert.Contains(recording.Sid, await listed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var sound = await supervisor.GetAsync($"/desk/api/recordings/{recording.Sid}", Stop);
        EspeakNg.OrSkip();
        var wave = await sound.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal("RIFF"u8, wave.AsSpan(0, 4));
    }

    private IAgentCalls Calls => telephones.Services.GetRequiredService<IAgentCalls>();

    private async Task<(PhoneCall Caller, PhoneCall Agent, string Conversation)> TalkAsync()
    {
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        var agent = await telephones.RungAsync(StaffedTelephones.Agent);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        caller.Listen();
        return (caller, agent, $"call-{caller.Network.Sid}");
    }

    private static void Hears(PhoneCall call, string words)
    {
        call.Listen();
        call.Hears(words);
    }

    private static void HearsNothing(PhoneCall call) => Assert.Equal("", call.Listen());
}
