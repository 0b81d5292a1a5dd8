using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>Injury, danger, leaked data and a threat to go to law bring a person at once, before anything is asked.</summary>
public class GraveMatterTests : Served
{
    [Theory]
    [InlineData(EscalationTriggers.Safety, 3, "주전자가 폭발해서 손을 다쳤어요", "119")]
    [InlineData(EscalationTriggers.Safety, 3, "충전기에서 연기가 났어요", "119")]
    [InlineData(EscalationTriggers.Leak, 3, "제 개인정보가 유출된 것 같아요", "개인정보")]
    [InlineData(EscalationTriggers.Legal, 2, "소비자원에 신고하겠습니다", "사람이 직접")]
    [InlineData(EscalationTriggers.Safety, 3, "the kettle caught fire", "emergency services")]
    [InlineData(EscalationTriggers.Safety, 3, "It burned my daughter's hand", "emergency services")]
    [InlineData(EscalationTriggers.Leak, 3, "my personal data was leaked", "personal data")]
    [InlineData(EscalationTriggers.Legal, 2, "You will hear from my lawyer", "a person looks into it")]
    public async Task A_person_is_there_after_the_first_words_and_reads_them(string trigger, int priority, string words, string said)
    {
        World.Shop.Desk = new(1, 1);
        await World.Start(words[0] < 128 ? "en-US" : "ko-KR");
        Tells(said, await Say(words));
        Assert.NotNull(World.Context.Owner);
        foreach (var language in new[] { SpokenLanguage.Korean, SpokenLanguage.English })
        {
            var packet = await World.Packet(language);
            Assert.Equal((trigger, EscalationSkills.Complaints, priority), (packet.Trigger, packet.Routing.Skill, packet.Routing.Priority));
            Assert.Equal(("complaint", words), (packet.Goal?.Dialog, packet.Facts.Single(fact => fact.Slot == "story").Text));
            Assert.NotEmpty(packet.Suggested);
        }
    }

    [Theory]
    [InlineData("화상 회의용 카메라를 반품할래요")]
    [InlineData("환불이나 교환 해 주세요")]
    [InlineData("고소한 커피를 샀는데 반품할래요")]
    [InlineData("상자가 터져서 왔어요")]
    [InlineData("개인정보 처리방침이 어떻게 되나요")]
    [InlineData("다치지는 않았는데 깨져서 왔어요")]
    [InlineData("I cut my order in half, I want to return one")]
    [InlineData("the toaster burned my toast")]
    [InlineData("nobody was hurt but it came broken")]
    public async Task Harmless_words_bring_nobody(string words)
    {
        World.Shop.Desk = new(1, 1);
        await World.Start(words[0] < 128 ? "en-US" : "ko-KR");
        await Say(words);
        Assert.Null(World.Context.Owner);
        Assert.Empty(World.Context.Grave);
    }

    [Fact]
    public async Task Who_waits_already_comes_sooner_once_and_whoever_takes_them_reads_why()
    {
        await Waits();
        Tells("119", await Say("그런데 손을 다쳤어요"));
        var raised = Assert.Single(World.Shop.Ran.Values.OfType<Raise>());
        Assert.Equal((World.Context.Owner?.Escalation, EscalationTriggers.Safety, EscalationSkills.Complaints, 3, "그런데 손을 다쳤어요"), (raised.Id, raised.Trigger, raised.Skill, raised.Priority, raised.Reason));
        var packet = await World.Packet();
        Assert.Equal((EscalationTriggers.Safety, EscalationSkills.Complaints, 3), (packet.Trigger, packet.Routing.Skill, packet.Routing.Priority));
        Tells("함께 전달할게요", await Say("다쳤다니까요"));
        Tells("함께 전달할게요", await Say("변호사를 부를게요"));
        Assert.Single(World.Shop.Ran.Values.OfType<Raise>());
    }

    [Fact]
    public async Task In_English_too()
    {
        await World.Start("en-US");
        World.Shop.Desk = new(1, 2);
        await Say("I want to talk to a person");
        Tells("emergency services", await Say("it caught fire"));
        Assert.Equal(3, Assert.Single(World.Shop.Ran.Values.OfType<Raise>()).Priority);
    }

    [Fact]
    public async Task In_the_middle_of_a_return_the_agent_sees_the_return_and_knows_of_complaints()
    {
        World.Shop.Desk = new(1, 1);
        await UpToReason();
        await Say("쓰다가 손을 다쳤어요");
        var packet = await World.Packet();
        Assert.Equal(("return", EscalationTriggers.Safety, EscalationSkills.Complaints), (packet.Goal?.Dialog, packet.Trigger, packet.Routing.Skill));
    }

    [Fact]
    public async Task With_nobody_at_the_desk_it_is_a_case_of_its_gravity_to_be_answered_first()
    {
        var said = await Say("주전자가 폭발해서 손을 다쳤어요", "010-0000-1234");
        Tells("C-10023", said);
        var opened = Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value);
        Assert.Equal(("callback", "critical", EscalationTriggers.Safety), (opened.Kind, opened.Severity, opened.Trigger));
        Assert.Equal(World.Runner.Policy.AnswerBy("critical", World.Now), opened.AnswerBy);
    }

    [Fact]
    public async Task Who_waits_for_how_to_be_reached_already_is_heard_and_asked_on()
    {
        await Say("상담원 바꿔 주세요");
        Tells("119", await Say("불이 났어요!"));
        Assert.Equal("person/Contact", State);
        await Say("010-0000-1234");
        Assert.Equal(EscalationTriggers.Safety, Assert.IsType<OpenCase>(Assert.Single(World.Shop.Ran).Value).Trigger);
    }

    [Fact]
    public async Task Each_matter_brings_a_person_once()
    {
        World.Shop.Desk = new(1, 1);
        await Say("주전자 때문에 손을 다쳤어요");
        await World.Act(new AgentAccepts(Jieun));
        await World.Act(new AgentReturns(Jieun));
        await Say("손을 다쳤다고요");
        Assert.Null(World.Context.Owner);
        await Say("변호사에게 갈 거예요");
        Assert.NotNull(World.Context.Owner);
    }

    [Fact]
    public async Task A_caller_is_told_the_number_by_its_digits()
    {
        World.Channel = new Channel("voice") { Speaks = true };
        World.Shop.Desk = new(1, 1);
        await World.Speak("불이 났어요");
        Assert.Contains(World.Shop.Ran.Values, effect => effect is Escalate { IsCall: true, Channel: "voice" }); // the very first words, too
        Assert.Contains(World.Store.Log, entry => entry.Message?.Speak?.Contains("일일구", StringComparison.Ordinal) == true);
    }
}
