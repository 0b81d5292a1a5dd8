using System.Text.Json;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Escalation;

/// <summary>While an agent owns the conversation, the bot may suggest to the agent and never speaks to the customer.</summary>
public class BotSuggestionTests : Served
{
    [Fact]
    public async Task A_question_that_the_bot_knows_is_answered_to_the_agent_alone()
    {
        await IsServed();
        Assert.Empty(await Say("환불은 얼마나 걸려요?"));
        var before = JsonSerializer.Serialize(World.Context, TurnsJson.Default.ConversationContext);
        Tells("영업일", await World.Suggestion());
        Assert.Equal(before, JsonSerializer.Serialize(World.Context, TurnsJson.Default.ConversationContext));
        Assert.DoesNotContain(World.Store.Log, entry => entry.Message?.Text.Contains("영업일", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_answer_to_what_the_bot_asked_gives_its_next_question()
    {
        await IsServed();
        await Say("깨져서 왔어요");
        Tells("사진", await World.Suggestion());
    }

    [Theory]
    [InlineData("ㅁㄴㅇㄹ")]
    [InlineData("상담원 바꿔 주세요")]
    public async Task What_the_bot_does_not_understand_or_cannot_do_is_no_suggestion(string words)
    {
        await IsServed();
        await Say(words);
        Assert.Empty(await World.Suggestion());
    }
}
