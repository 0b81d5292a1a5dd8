using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What Twilio asks of calls and messages that this bot does not know, or knows already.</summary>
public sealed class UnknownCallTests(Telephones telephones) : IClassFixture<Telephones>
{
    [Theory]
    [InlineData("/twilio/voice/answer?s=nothing-of-ours")]
    [InlineData("/twilio/voice/wait")]
    [InlineData("/twilio/voice/again?s=a.b")]
    [InlineData("/twilio/voice/dialed?q=a.1.b")]
    [InlineData("/twilio/voice/queue?s=x")]
    [InlineData("/twilio/voice/queued")]
    [InlineData("/twilio/voice/bridge?q=")]
    [InlineData("/twilio/voice/voicemail?s=x")]
    [InlineData("/twilio/fallback")]
    public async Task An_answer_of_a_call_that_nobody_knows_gets_a_document(string target)
    {
        using var answer = await telephones.PostAsync(target, ("CallSid", "CA" + new string('a', 32)), ("From", "+821055550000"), ("ErrorUrl", "not even an address"));

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<Say language=\"ko-KR\"", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("ringing")]
    [InlineData("never heard of")]
    public async Task The_end_of_a_call_that_nobody_knows_does_no_harm(string status)
    {
        using var answer = await telephones.PostAsync("/twilio/status", ("CallSid", "CA" + new string('b', 32)), ("From", "anonymous"), ("CallStatus", status));

        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
        var conversations = telephones.Services.GetRequiredService<IContextStore>();
        Assert.Null((await conversations.LoadAsync("call-CA" + new string('b', 32), "voice", "", TestContext.Current.CancellationToken)).Context);
    }

    [Fact]
    public async Task A_text_message_is_answered_with_messages_and_again_with_the_same()
    {
        (string, string)[] message = [("MessageSid", "SM1"), ("From", "+821066660000"), ("Body", "반품하고 싶어요")];
        using var first = await telephones.PostAsync("/twilio/sms", message);
        using var second = await telephones.PostAsync("/twilio/sms", message);

        var document = await first.Content.ReadAsStringAsync();
        Assert.Contains("<Message>", document);
        Assert.Contains("본인 확인", document);
        Assert.Equal(document, await second.Content.ReadAsStringAsync());
    }
}
