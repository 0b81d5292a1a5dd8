using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Tests.Rest;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.CtiAdapter.Tests.Notifications;

/// <summary>Whatever is told beside a conversation goes by the first channel that takes it, and by text message where none does.</summary>
public sealed class NotificationTests : IAsyncLifetime
{
    private static readonly Notification Missed = new("text:CA1:missed:1", "+821000001234", "+8215880000", "vru.textMissed", "ko-KR") { Variables = new Dictionary<string, string> { ["times"] = "2" } };
    private readonly FakeTwilio twilio = new();

    public ValueTask InitializeAsync() => twilio.InitializeAsync();

    public ValueTask DisposeAsync() => twilio.DisposeAsync();

    [Fact]
    public async Task A_messenger_gets_the_template_and_its_variables_and_no_text_is_sent()
    {
        await using var rest = twilio.Client();
        var messenger = new Messenger(NotificationOutcome.Sent);

        var receipt = await Notifier(rest, messenger).SendAsync(Missed, TestContext.Current.CancellationToken);

        Assert.Equal(new NotificationReceipt(NotificationOutcome.Sent, "messenger"), receipt);
        var taken = Assert.Single(messenger.Taken);
        Assert.Equal(("vru.textMissed", "2"), (taken.Template, taken.Variables["times"]));
        Assert.Empty(twilio.Messages);
    }

    [Theory]
    [InlineData(NotificationOutcome.NotReached)]
    [InlineData(NotificationOutcome.Failed)]
    [InlineData(NotificationOutcome.Unknown)]
    public async Task Where_the_messenger_does_not_take_it_a_text_is_sent_once(NotificationOutcome outcome)
    {
        await using var rest = twilio.Client();
        var notifier = Notifier(rest, new Messenger(outcome));

        var first = await notifier.SendAsync(Missed, TestContext.Current.CancellationToken);
        var again = await notifier.SendAsync(Missed, TestContext.Current.CancellationToken);

        Assert.Equal(new NotificationReceipt(NotificationOutcome.Sent, "sms"), first);
        Assert.Equal(first, again);
        Assert.Contains("남은 횟수 2번", (string?)Assert.Single(twilio.Messages)["body"]);
    }

    [Fact]
    public async Task A_text_that_the_company_refuses_is_told_as_failed()
    {
        await using var rest = twilio.Client();
        twilio.Refuse(400, 21211);

        Assert.Equal(new NotificationReceipt(NotificationOutcome.Failed, "sms"), await Notifier(rest).SendAsync(Missed, TestContext.Current.CancellationToken));
    }

    private static Notifier Notifier(IServiceProvider rest, params INotificationChannel[] channels)
    {
        var voices = new Voices(Options.Create(new TwilioOptions()), new SentenceRenderer(SentenceBooks.Load([typeof(TelephoneAdapter).Assembly], [])));
        return new Notifier(channels, new TextMessages(rest.GetRequiredService<MessagesApi>(), voices), NullLogger<Notifier>.Instance);
    }

    private sealed class Messenger(NotificationOutcome outcome) : INotificationChannel
    {
        public List<Notification> Taken { get; } = [];

        public string Name => "messenger";

        public Task<NotificationOutcome> SendAsync(Notification notification, CancellationToken cancellationToken)
        {
            Taken.Add(notification);
            return Task.FromResult(outcome);
        }
    }
}
