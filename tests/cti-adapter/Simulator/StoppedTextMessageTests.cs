using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.CtiAdapter.Tests.Simulator;

/// <summary>A telephone whose owner wrote a word that stops messages (twilio.com/docs/api/errors/21610).</summary>
public class StoppedTextMessageTests
{
    private const string Customer = "+821000001234";
    private const string Shop = "+82212345678";
    private readonly ScriptedApplication application = new ScriptedApplication().At("/twilio/sms", "<Message>받은 문자예요</Message>");

    [Theory]
    [InlineData("STOP")]
    [InlineData(" unsubscribe ")]
    public async Task Gets_no_answer_and_the_step_says_why(string word)
    {
        var network = await Written(word);
        Assert.Empty(Delivered(network));
        Assert.Equal($"21610: '{Customer}' has sent a word that stops messages; START allows them again", Assert.Single(Answer(network).Warnings));
        Assert.Equal(word, application.Told("/twilio/sms")["Body"]);
    }

    [Fact]
    public async Task Gets_answers_again_after_START()
    {
        var network = await Written("STOP", "START", "반품할게요");
        Assert.Equal([Customer, Customer], Delivered(network));
        Assert.Empty(Answer(network).Warnings);
    }

    [Fact]
    public async Task Does_not_stop_those_of_another_telephone()
    {
        var network = await Written("STOP");
        await network.WriteAsync("+821000005678", Shop, "반품할게요", TestContext.Current.CancellationToken);
        Assert.Equal(["+821000005678"], Delivered(network));
    }

    [Fact]
    public async Task Is_not_stopped_by_such_a_word_within_a_sentence() =>
        Assert.Single(Delivered(await Written("please stop my order")));

    private async Task<PhoneNetwork> Written(params string[] messages)
    {
        var network = application.Network();
        foreach (var words in messages) await network.WriteAsync(Customer, Shop, words, TestContext.Current.CancellationToken);
        return network;
    }

    private static string[] Delivered(PhoneNetwork network) => [.. network.Outside.Events.OfType<TextDelivered>().Select(message => message.To)];

    private static WebhookAnswered Answer(PhoneNetwork network) => network.Outside.Events.OfType<WebhookAnswered>().Last();
}
