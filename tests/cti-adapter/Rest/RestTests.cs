using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.CtiAdapter.Tests.Rest;

/// <summary>What we ask of the company, and how we take what it answers.</summary>
public sealed class RestTests : IAsyncLifetime
{
    private static readonly CallOrder Order = new("+821000001234", "+8215880000", "https://bot.example/twilio/callback", "https://bot.example/twilio/status");
    private readonly FakeTwilio twilio = new();

    public ValueTask InitializeAsync() => twilio.InitializeAsync();

    public ValueTask DisposeAsync() => twilio.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_placed_with_its_addresses()
    {
        await using var rest = twilio.Client();
        var placed = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        Assert.Equal((RestOutcome.Done, "queued"), (placed.Outcome, placed.Value?.Status));
        Assert.Equal(Order.To, (string?)twilio.Calls.Single()["to"]);
    }

    [Fact]
    public async Task The_same_key_calls_once_and_answers_the_same_call()
    {
        await using var rest = twilio.Client();
        var first = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        var second = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        Assert.Equal(first.Value?.Sid, second.Value?.Sid);
        Assert.Single(twilio.Calls);
    }

    [Fact]
    public async Task A_call_whose_answer_was_lost_is_found_instead_of_placed_again()
    {
        await using var rest = twilio.Client();
        twilio.LoseAnswer();
        var placed = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        Assert.Equal((RestOutcome.Done, (string?)twilio.Calls.Single()["sid"]), (placed.Outcome, placed.Value?.Sid));
    }

    [Fact]
    public async Task A_message_that_was_sent_before_a_server_error_is_not_sent_again()
    {
        await using var rest = twilio.Client();
        twilio.AnswerServerErrorAfterwards();
        var sent = await rest.GetRequiredService<MessagesApi>().SendAsync("link-1", new MessageOrder("+821000001234", "+8215880000", "https://bot.example/c/1"), Stop);
        Assert.Equal(RestOutcome.Done, sent.Outcome);
        Assert.Single(twilio.Messages);
    }

    [Fact]
    public async Task An_older_call_to_the_same_number_is_not_mistaken_for_the_lost_one()
    {
        await using var rest = twilio.Client();
        await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        twilio.Clock.Advance(TimeSpan.FromMinutes(10));
        twilio.LoseAnswer();
        var placed = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-2", Order, Stop);
        Assert.Equal(2, twilio.Calls.Count);
        Assert.Equal((string?)twilio.Calls[1]["sid"], placed.Value?.Sid);
    }

    [Fact]
    public async Task What_is_being_asked_for_elsewhere_is_not_asked_for_here()
    {
        await using var rest = twilio.Client();
        await rest.GetRequiredService<IRestIntents>().TakeUpAsync("callback-1", twilio.Clock.GetUtcNow(), twilio.Clock.GetUtcNow(), Stop);
        var placed = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        Assert.Equal(RestOutcome.Unknown, placed.Outcome);
        Assert.Empty(twilio.Asked);
    }

    [Fact]
    public async Task What_somebody_left_in_doubt_is_looked_for_and_then_made()
    {
        await using var rest = twilio.Client();
        await rest.GetRequiredService<IRestIntents>().TakeUpAsync("callback-1", twilio.Clock.GetUtcNow(), twilio.Clock.GetUtcNow(), Stop);
        twilio.Clock.Advance(TimeSpan.FromMinutes(1));
        await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        Assert.Equal(["GET /Calls.json", "POST /Calls.json"], twilio.Asked);
    }

    [Fact]
    public async Task Making_something_is_never_repeated_blindly()
    {
        await using var rest = twilio.Client();
        twilio.Refuse(503, 0);
        twilio.Refuse(503, 0);
        twilio.Refuse(503, 0);
        twilio.Refuse(503, 0);
        twilio.Refuse(503, 0);
        var placed = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        Assert.Equal(RestOutcome.Unknown, placed.Outcome);
        Assert.Single(twilio.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ending_a_call_is_repeated_until_it_is_heard()
    {
        await using var rest = twilio.Client();
        var placed = await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        twilio.Refuse(429, 20429, retryAfter: "0");
        twilio.Refuse(500, 0);
        var ended = await rest.GetRequiredService<CallsApi>().EndAsync(placed.Value?.Sid ?? "", Stop);
        Assert.Equal((RestOutcome.Done, "completed"), (ended.Outcome, ended.Value?.Status));
    }

    [Theory]
    [InlineData(404, 20404, RestOutcome.AlreadyGone)]
    [InlineData(400, 21220, RestOutcome.AlreadyGone)]
    [InlineData(401, 20003, RestOutcome.NotAuthorised)]
    [InlineData(400, 21211, RestOutcome.Refused)]
    [InlineData(400, 21205, RestOutcome.Refused)]
    public async Task Errors_have_names(int status, int code, RestOutcome outcome)
    {
        await using var rest = twilio.Client();
        twilio.Refuse(status, code);
        var ended = await rest.GetRequiredService<CallsApi>().EndAsync("CA1", Stop);
        Assert.Equal((outcome, code), (ended.Outcome, ended.Error?.Code));
    }

    [Fact]
    public async Task A_call_that_ended_meanwhile_is_already_gone()
    {
        await using var rest = twilio.Client();
        var calls = rest.GetRequiredService<CallsApi>();
        var placed = await calls.PlaceAsync("callback-1", Order, Stop);
        await calls.EndAsync(placed.Value?.Sid ?? "", Stop);
        Assert.Equal(RestOutcome.AlreadyGone, (await calls.MoveAsync(placed.Value?.Sid ?? "", "https://bot.example/bridge", Stop)).Outcome);
    }

    [Fact]
    public async Task Without_a_key_the_accounts_token_opens_and_a_wrong_one_does_not()
    {
        await using var right = twilio.Client(withKey: false);
        Assert.Equal(RestOutcome.Done, (await right.GetRequiredService<QueuesApi>().ListAsync(Stop)).Outcome);
        await using var wrong = twilio.Client("another-token", withKey: false);
        Assert.Equal(RestOutcome.NotAuthorised, (await wrong.GetRequiredService<QueuesApi>().ListAsync(Stop)).Outcome);
    }

    [Fact]
    public async Task Somebody_is_called_into_a_conference_once_held_and_sent_out()
    {
        await using var rest = twilio.Client();
        var conferences = rest.GetRequiredService<ConferencesApi>();
        twilio.LoseAnswer();
        var order = new ParticipantOrder("+8215880000", "client:agent_7", "agent-7");
        var added = await conferences.AddAsync("case-1:agent-7", "case-1", order, Stop);
        Assert.Equal((RestOutcome.Done, "agent-7"), (added.Outcome, added.Value?.Label));
        Assert.True((await conferences.ChangeAsync("case-1", "agent-7", new ParticipantChange { Hold = true }, Stop)).Value?.Hold);
        Assert.Equal(RestOutcome.Done, (await conferences.RemoveAsync("case-1", "agent-7", Stop)).Outcome);
        Assert.Equal(RestOutcome.AlreadyGone, (await conferences.RemoveAsync("case-1", "agent-7", Stop)).Outcome);
    }

    [Fact]
    public async Task A_recording_is_begun_once_paused_and_taken_up_again()
    {
        await using var rest = twilio.Client();
        var recordings = rest.GetRequiredService<RecordingsApi>();
        await recordings.StartAsync("CA1", "https://bot.example/twilio/recording", Stop);
        await recordings.StartAsync("CA1", "https://bot.example/twilio/recording", Stop);
        Assert.Single(twilio.Recordings);
        Assert.Equal("paused", (await recordings.PauseAsync("CA1", Stop)).Value?.Status);
    }

    [Fact]
    public async Task A_recording_that_cannot_be_paused_for_sure_is_ended()
    {
        await using var rest = twilio.Client();
        var recordings = rest.GetRequiredService<RecordingsApi>();
        await recordings.StartAsync("CA1", "https://bot.example/twilio/recording", Stop);
        twilio.Refuse(400, 21221);
        await recordings.PauseAsync("CA1", Stop);
        Assert.Equal("stopped", (string?)Assert.Single(twilio.Recordings)["status"]);
    }

    [Fact]
    public async Task Queues_tell_how_many_wait()
    {
        await using var rest = twilio.Client();
        var queues = await rest.GetRequiredService<QueuesApi>().ListAsync(Stop);
        Assert.Equal(("agents", 3, 41), (queues.Value?[0].FriendlyName, queues.Value?[0].CurrentSize, queues.Value?[0].AverageWaitTime));
        Assert.Equal("CA7", (await rest.GetRequiredService<QueuesApi>().TakeAsync("QU1", "CA7", "https://bot.example/bridge", Stop)).Value?.CallSid);
    }

    [Theory]
    [InlineData("../Calls")]
    [InlineData("CA1?x=1")]
    [InlineData("")]
    public async Task An_id_that_could_lead_elsewhere_is_refused(string sid)
    {
        await using var rest = twilio.Client();
        await Assert.ThrowsAsync<ArgumentException>(() => rest.GetRequiredService<CallsApi>().EndAsync(sid, Stop));
        Assert.Empty(twilio.Asked);
    }

    [Fact]
    public async Task The_log_holds_no_credentials_and_no_numbers()
    {
        await using var rest = twilio.Client();
        twilio.Refuse(400, 21211);
        await rest.GetRequiredService<CallsApi>().PlaceAsync("callback-1", Order, Stop);
        twilio.LoseAnswer();
        await rest.GetRequiredService<MessagesApi>().SendAsync("link-1", new MessageOrder("+821000001234", "+8215880000", "hello"), Stop);
        var log = twilio.Logged.ToString();
        Assert.Contains("21211", log, StringComparison.Ordinal);
        Assert.All(["+82", "821000001234", FakeTwilio.Secret, FakeTwilio.Key, "hello"], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }
}
