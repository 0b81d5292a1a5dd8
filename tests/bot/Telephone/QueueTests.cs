using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A caller on the way to a person whose telephone stands in the settings: waiting, meeting, being called back, hanging up at any moment.</summary>
public sealed class QueueTests(StaffedTelephones telephones) : IClassFixture<StaffedTelephones>, IAsyncLifetime
{
    private const string Agent = StaffedTelephones.Agent;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await telephones.EmptyQueueAsync();

    [Fact]
    public async Task A_caller_waits_meets_the_agent_after_a_whisper_and_comes_back_to_the_bot()
    {
        var caller = await telephones.CallAsync();
        await caller.SayAsync("반품하고 싶어요");
        await caller.PressAsync("0#");
        caller.Hears("상담원에게 그대로 전달했어요", "대기 순서는", "음성 메시지는 2번", "봇과 계속하시려면 3번");
        var agent = await telephones.RungAsync(Agent);
        await agent.TakeUpAsync();
        agent.Hears("반품 상담이에요", "1번을 눌러 주세요");
        await agent.PressAsync("1");
        agent.Hears("고객과 연결할게요");
        caller.Listen();
        caller.Hears("지금 담당자에게 연결해 드릴게요", "폭언은 하지 말아 주세요", "녹음돼요");

        await caller.SayAsync("주전자가 깨져서 왔어요");
        agent.Listen();
        agent.Hears("주전자가 깨져서 왔어요");
        await agent.SayAsync("바로 처리해 드릴게요");
        caller.Listen();
        caller.Hears("바로 처리해 드릴게요");

        await agent.HangUpAsync();
        caller.Listen();
        caller.Hears("상담이 끝났어요");
        Assert.False(caller.IsOver, caller.Story);
        Assert.Null((await ContextAsync(caller)).Owner);
    }

    [Fact]
    public async Task Who_waits_while_the_agent_talks_is_offered_a_call_back_and_gets_it()
    {
        var first = await telephones.CallAsync();
        await first.PressAsync("0");
        var agent = await telephones.RungAsync(Agent);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");

        var number = telephones.NewNumber();
        var second = await telephones.CallAsync(number);
        await second.PressAsync("0");
        second.Hears("전화를 받으시려면 1번");
        await second.PressAsync("1");
        second.Hears("번호로 전화드릴까요?", "맞으면 1번");
        await second.PressAsync("1");
        second.Hears("순서는 그대로예요", "이제 끊으셔도 돼요");
        await second.EndsAsync();
        await agent.HangUpAsync();

        var again = await telephones.RungAsync(Agent);
        await again.TakeUpAsync();
        again.Hears("전화 요청이에요");
        await again.PressAsync("1");
        again.Hears("고객에게 전화를 걸고 있어요");
        var customer = await telephones.RungAsync(number);
        await customer.TakeUpAsync();
        customer.Hears("부탁하신 상담 전화예요");
        await customer.PressAsync("1");
        await customer.SayAsync("네 여보세요");
        again.Listen();
        again.Hears("네 여보세요");
        await customer.HangUpAsync();
        await again.EndsAsync();
        Assert.Null((await ContextAsync(second)).Owner);
    }

    [Fact]
    public async Task A_call_back_that_nobody_takes_is_told_by_a_message_and_keeps_its_place()
    {
        var number = telephones.NewNumber();
        var caller = await telephones.CallAsync(number);
        await caller.PressAsync("0");
        await caller.PressAsync("1");
        caller.Hears("번호로 전화드릴까요?");
        await caller.PressAsync("2");
        caller.Hears("번호를 누르고 우물정자");
        await caller.PressAsync("12#");
        caller.Hears("그 번호로는 전화드릴 수 없어요");
        await caller.PressAsync("01099990042#");
        caller.Hears("공일공, 구구구구, 공공사이");
        await caller.PressAsync("1");
        var agent = await telephones.RungAsync(Agent);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        var missed = await telephones.RungAsync("+821099990042");
        await missed.SilenceAsync();
        await agent.EndsAsync();
        Assert.Contains("받지 않으셨어요", Assert.Single(telephones.TextsTo("+821099990042")));
        Assert.NotNull((await ContextAsync(caller)).Owner);
    }

    [Fact]
    public async Task Whoever_hangs_up_while_waiting_leaves_nothing_behind_and_is_taken_up_again()
    {
        var number = telephones.NewNumber();
        var caller = await telephones.CallAsync(number);
        await caller.SayAsync("반품하고 싶어요");
        await caller.PressAsync("0#");
        var agent = await telephones.RungAsync(Agent);
        await caller.HangUpAsync();
        await agent.EndsAsync();
        Assert.Null((await ContextAsync(caller)).Owner);

        var back = await telephones.CallAsync(number);
        back.Hears("반품은 아직 끝나지 않았어요. 이어서 할까요?");
    }

    [Fact]
    public async Task An_agent_who_does_not_answer_costs_the_caller_nothing_and_the_bot_can_be_had_back()
    {
        var caller = await telephones.CallAsync();
        await caller.SayAsync("반품하고 싶어요");
        await caller.PressAsync("0#");
        var agent = await telephones.RungAsync(Agent);
        await agent.SilenceAsync();
        await agent.EndsAsync();
        await caller.SilenceAsync();
        caller.Hears("대기 순서는");
        await caller.PressAsync("3");
        caller.Hears("다시 자동 상담 봇이에요");
        Assert.Null((await ContextAsync(caller)).Owner);
    }

    [Fact]
    public async Task Whoever_leaves_a_message_keeps_the_place_and_the_message_is_kept()
    {
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        await caller.PressAsync("2");
        caller.Hears("삐 소리 뒤에");
        await caller.SayAsync("내일 오후에 전화 주세요");
        await caller.PressAsync("#");
        caller.Hears("이제 끊으셔도 돼요");
        await caller.EndsAsync();
        var recording = Assert.Single(await telephones.RecordingsAsync(caller));
        Assert.Equal(("voicemail", "completed"), (recording.Kind, recording.Status));
        Assert.NotNull((await ContextAsync(caller)).Owner);
    }

    [Fact]
    public async Task In_English_a_message_is_left_and_the_call_back_for_it_comes()
    {
        var number = telephones.NewNumber();
        var caller = await telephones.CallAsync(number);
        await caller.PressAsync("9");
        await caller.PressAsync("0");
        caller.Hears("You're number one in the queue", "To leave a message, press 2.");
        // The agent's telephone rings for the caller already, who would rather leave a message.
        var early = await telephones.RungAsync(Agent);
        await caller.PressAsync("2");
        caller.Hears("Please leave your message after the tone");
        await caller.SayAsync("Please call me about my kettle");
        await caller.PressAsync("#");
        caller.Hears("You keep your place.", "You can hang up now.");
        Assert.Equal("voicemail", Assert.Single(await telephones.RecordingsAsync(caller)).Kind);
        await early.EndsAsync();

        var agent = await telephones.RungAsync(Agent);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        var customer = await telephones.RungAsync(number);
        await customer.TakeUpAsync();
        customer.Hears("This is the call back that you asked for.");
        await customer.PressAsync("1");
        customer.Hears("Please speak kindly with my colleagues.", "The call is recorded");
        await customer.SayAsync("Hello, it's about my kettle");
        agent.Listen();
        agent.Hears("Hello, it's about my kettle");
        await customer.HangUpAsync();
        Assert.Null((await ContextAsync(caller)).Owner);
    }

    private async Task<ConversationContext> ContextAsync(PhoneCall call) =>
        (await telephones.Services.GetRequiredService<IContextStore>().LoadAsync($"call-{call.Network.Sid}", "voice", "", TestContext.Current.CancellationToken)).Context ?? throw new InvalidOperationException("No conversation.");
}
