namespace ServiceBot.Dialogs.Tests.Repair;

public class LanguageTests : Talk
{
    [Fact]
    public async Task The_language_is_switched_in_the_middle_and_the_question_stays()
    {
        await UpToReason();
        var said = await Say("Can we speak English please?");
        Assert.Equal(("en-US", "return/Reason"), (World.Last.Locale, State));
        Tells("Why would you like to return", said);
    }

    [Fact]
    public async Task A_foreign_word_is_no_change_of_language()
    {
        await UpToItems();
        await Say("Mug");
        Assert.Equal(("ko-KR", "return/Reason"), (World.Last.Locale, State));
    }
}
