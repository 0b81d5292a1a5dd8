using System.Text.Json;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

public class PacketTests : Served
{
    [Fact]
    public async Task Each_fact_says_who_said_it_when_and_whether_it_was_confirmed()
    {
        await Waits();
        var packet = await World.Packet();
        var item = Assert.Single(packet.Facts, fact => fact.Slot == "items");
        Assert.Equal(("무선 주전자(블루)", SlotSource.Said, false), (item.Text, item.Source, item.Confirmed));
        Assert.True(item.At > World.Now.AddMinutes(-1));
        Assert.Contains(item.Options, option => option.Title == "무선 주전자(화이트)");
    }

    [Fact]
    public async Task What_is_missing_is_told_and_which_of_it_the_bot_was_asking_for()
    {
        await Waits();
        var packet = await World.Packet();
        Assert.Equal("reason", Assert.Single(packet.Missing, gap => gap.IsNext).Slot);
        Assert.DoesNotContain(packet.Missing, gap => gap.Slot is "change" or "alternative");
        Assert.True(packet.BotCanGoOn);
        Assert.Equal(("return", "Reason"), (packet.Goal?.Dialog, packet.Goal?.State));
    }

    [Fact]
    public async Task The_brief_is_in_the_agents_language_and_never_longer_than_600_characters()
    {
        await Waits();
        await Say(new string('가', 500));
        foreach (var (language, word) in new[] { (SpokenLanguage.Korean, "상담원을 원했어요."), (SpokenLanguage.English, "Asked for a person.") })
        {
            var packet = await World.Packet(language);
            Assert.InRange(packet.Brief.Length, 1, 600);
            Assert.Contains(word, packet.Brief, StringComparison.Ordinal);
            Assert.NotEmpty(packet.Suggested);
        }
    }

    [Fact]
    public async Task A_verdict_stands_in_it_as_soon_as_there_is_one()
    {
        World.Shop.Desk = new(1, 1);
        await UpToReadBack();
        await Say("상담원 연결해 주세요");
        var packet = await World.Packet();
        Assert.Equal(("allowed", "C01"), (packet.Verdict?.Kind, packet.Verdict?.Rule));
        Assert.Single(packet.Orders, order => order.IsMeant);
    }

    [Fact]
    public async Task Nobody_verified_means_nobody_told()
    {
        World.Shop.Desk = new(1, 1);
        await Say("상담원 바꿔 주세요");
        var packet = await World.Packet();
        Assert.Null(packet.Customer);
        Assert.Empty(packet.Orders);
        Assert.Null(packet.Goal);
    }

    [Fact]
    public async Task Looking_at_it_changes_nothing()
    {
        await Waits();
        var before = JsonSerializer.Serialize(World.Context, TurnsJson.Default.ConversationContext);
        await World.Packet(SpokenLanguage.English);
        Assert.Equal(before, JsonSerializer.Serialize(World.Context, TurnsJson.Default.ConversationContext));
    }
}
