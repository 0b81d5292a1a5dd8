using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>Whoever waits for a person, or talks to one, is answered in the language in which they go on.</summary>
public class LanguageOfThoseWhoWaitTests : Served
{
    [Fact]
    public async Task Who_goes_on_in_English_hears_English_and_the_agent_sees_it()
    {
        await Waits();
        Tells("I'll pass that on too", await Say("I would like to know how long this takes"));
        Assert.Equal(("en-US", "en"), (World.Last.Locale, (await World.Packet()).Language));
        Tells("함께 전달할게요", await Say("얼마나 더 기다려야 하나요"));
        Assert.Equal("ko", (await World.Packet()).Language);
    }

    [Fact]
    public async Task With_an_agent_what_the_bot_still_says_is_in_that_language()
    {
        await IsServed();
        await Say("Can you please check my last order");
        Tells("automated assistant again", TextOf(await World.Act(new AgentReturns(Jieun))));
        Assert.Equal("en-US", World.Last.Locale);
    }

    [Fact]
    public async Task A_name_or_one_word_in_Latin_letters_changes_nothing()
    {
        await Waits();
        Tells("함께 전달할게요", await Say("iPhone"));
    }

    [Fact]
    public async Task A_language_that_was_asked_for_by_name_stays()
    {
        await Waits();
        await Say("English please");
        Assert.Equal("en", (await World.Packet()).Language);
        await Say("네 알겠습니다");
        Assert.Equal("en", (await World.Packet()).Language);
    }
}
