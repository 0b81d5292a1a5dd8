using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>What brings a person without being asked for one, and what the person is told of it. Policies, failed proofs and a shop that does not answer are tried beside their dialogs.</summary>
public class TriggerTests : Served
{
    [Theory]
    [InlineData(EscalationTriggers.Asked, 1, "상담원 바꿔 주세요")]
    [InlineData(EscalationTriggers.Failures, 3, "ㅁㄴㅇㄹ", "ㅋㅌㅊㅍ", "ㅂㅈㄷㄱ")]
    [InlineData(EscalationTriggers.Anger, 2, "장난해요!!!", "짜증나 죽겠네 진짜!!!")]
    [InlineData(EscalationTriggers.Vulnerable, 2, "ㅠㅠㅠ", "너무 힘들어요 ㅠㅠㅠ")]
    public async Task Each_cause_brings_a_person_who_is_told_of_it(string trigger, int after, params string[] words)
    {
        World.Shop.Desk = new(1, 1);
        await UpToReason();
        foreach (var (said, at) in words.Select((said, at) => (said, at + 1)))
        {
            await Say(said);
            Assert.Equal(at == after, World.Context.Owner is not null);
        }
        await Told(trigger);
    }

    [Fact]
    public async Task A_vip_is_passed_on_one_failure_earlier()
    {
        World.Shop.Desk = new(1, 1);
        World.Shop.Customer = World.Shop.Customer with { Tier = "vip" };
        await UpToReason();
        await Say("ㅁㄴㅇㄹ", "ㅋㅌㅊㅍ");
        await Told(EscalationTriggers.Vip);
        Assert.Equal(1, (await World.Packet()).Routing.Priority);
    }

    [Theory]
    [InlineData(EscalationTriggers.Vulnerable, null, 2)]
    [InlineData(EscalationTriggers.Anger, "vip", 3)]
    [InlineData(EscalationTriggers.Asked, "vip", 1)]
    [InlineData(EscalationTriggers.Asked, null, 0)]
    public void How_pressing_it_is(string trigger, string? tier, int priority) => Assert.Equal(priority, EscalationTriggers.Priority(trigger, tier, Dialogs.Understanding.Mood.Calm));

    private async Task Told(string trigger)
    {
        Assert.NotNull(World.Context.Owner);
        foreach (var language in new[] { SpokenLanguage.Korean, SpokenLanguage.English })
        {
            var packet = await World.Packet(language);
            Assert.Equal(trigger, packet.Trigger);
            Assert.InRange(packet.Brief.Length, 1, 600);
        }
    }
}
