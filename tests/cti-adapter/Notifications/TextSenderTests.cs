using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Tests.Rest;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.CtiAdapter.Tests.Notifications;

/// <summary>The words of a conversation as text messages: each part once, whatever is lost on the way.</summary>
public sealed class TextSenderTests : IAsyncLifetime
{
    private const string Customer = "+821000001234";
    private const string Shop = "+8215880000";
    private readonly FakeTwilio twilio = new();

    public ValueTask InitializeAsync() => twilio.InitializeAsync();

    public ValueTask DisposeAsync() => twilio.DisposeAsync();

    [Fact]
    public async Task Words_arrive_from_the_number_that_was_written_to_and_once_for_their_key()
    {
        await using var rest = twilio.Client();

        Assert.Equal(NotificationOutcome.Sent, await SendAsync(rest, "said:1", "네, 바로 볼게요."));
        Assert.Equal(NotificationOutcome.Sent, await SendAsync(rest, "said:1", "네, 바로 볼게요."));

        var message = Assert.Single(twilio.Messages);
        Assert.Equal((Customer, Shop, "네, 바로 볼게요."), ((string?)message["to"], (string?)message["from"], (string?)message["body"]));
    }

    [Fact]
    public async Task The_same_words_said_again_are_another_message()
    {
        await using var rest = twilio.Client();

        await SendAsync(rest, "said:1", "네");
        await SendAsync(rest, "said:2", "네");

        Assert.Equal(2, twilio.Messages.Count());
    }

    [Fact]
    public async Task A_long_text_arrives_in_parts_that_cut_no_character()
    {
        await using var rest = twilio.Client();
        var text = string.Concat(Enumerable.Repeat("😀", 1000)) + new string('가', 1599);

        Assert.Equal(NotificationOutcome.Sent, await SendAsync(rest, "said:1", "a" + text));
        Assert.Equal(NotificationOutcome.Sent, await SendAsync(rest, "said:1", "a" + text));

        var parts = twilio.Messages.Select(message => (string)message["body"]!).ToArray();
        Assert.Equal("a" + text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 1600));
        Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part[^1]) || char.IsLowSurrogate(part[0])));
    }

    [Fact]
    public async Task Where_an_answer_was_lost_the_message_is_found_and_not_sent_again()
    {
        await using var rest = twilio.Client();
        twilio.LoseAnswer();

        var first = await SendAsync(rest, "said:1", "네, 바로 볼게요.");
        var again = await SendAsync(rest, "said:1", "네, 바로 볼게요.");

        Assert.Equal((NotificationOutcome.Sent, NotificationOutcome.Sent), (first, again));
        Assert.Single(twilio.Messages);
    }

    [Theory]
    [InlineData(401, 20003, NotificationOutcome.NotNow)]
    [InlineData(400, 21211, NotificationOutcome.Failed)]
    [InlineData(400, 21610, NotificationOutcome.Failed)]
    public async Task What_may_be_sent_later_is_told_from_what_never_will(int status, int code, NotificationOutcome expected)
    {
        await using var rest = twilio.Client();
        twilio.Refuse(status, code);

        Assert.Equal(expected, await SendAsync(rest, "said:1", "네"));
        Assert.Empty(twilio.Messages);
    }

    private static Task<NotificationOutcome> SendAsync(IServiceProvider rest, string key, string text)
    {
        var voices = new Voices(Options.Create(new TwilioOptions()), new SentenceRenderer(SentenceBooks.Load([typeof(TelephoneAdapter).Assembly], [])));
        ITextSender sender = new TextMessages(rest.GetRequiredService<MessagesApi>(), voices);
        return sender.SendAsync(key, Customer, Shop, text, TestContext.Current.CancellationToken);
    }
}
