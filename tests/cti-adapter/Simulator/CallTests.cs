using System.Net;
using System.Text;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.CtiAdapter.Tests.Simulator;

/// <summary>How a call is carried through its documents.</summary>
public class CallTests
{
    [Fact]
    public async Task The_first_request_rings_and_says_who_calls()
    {
        var application = new ScriptedApplication().At("/twilio/voice", "<Hangup/>");
        using var call = await application.CallAsync("anonymous");
        var told = application.Told("/twilio/voice");
        Assert.Equal(("ringing", "anonymous", "inbound", ScriptedApplication.Account), (told["CallStatus"], told["From"], told["Direction"], told["AccountSid"]));
        Assert.Matches("^CA[0-9a-f]{32}$", told["CallSid"]);
    }

    [Fact]
    public async Task A_redirect_takes_over_and_what_follows_it_is_never_reached()
    {
        var application = new ScriptedApplication().At("/twilio/voice", "<Redirect>/other?turn=2</Redirect><Say>never</Say>").At("/other", "<Say>here</Say>");
        using var call = await application.CallAsync();
        Assert.Equal(["here"], call.Heard());
    }

    [Fact]
    public async Task A_rejected_call_is_never_answered()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", """<Reject reason="busy"/>""").CallAsync();
        Assert.Equal(["ringing", "busy"], call.Statuses());
    }

    [Fact]
    public async Task A_failing_application_brings_its_fallback_with_code_and_address()
    {
        var application = new ScriptedApplication().At("/twilio/voice", () => new HttpResponseMessage(HttpStatusCode.InternalServerError)).At("/twilio/fallback", "<Say>sorry</Say>");
        using var call = await application.CallAsync();
        Assert.Equal(["sorry"], call.Heard());
        Assert.Equal(("11200", "https://bot.example/twilio/voice"), (application.Told("/twilio/fallback")["ErrorCode"], application.Told("/twilio/fallback")["ErrorUrl"]));
    }

    [Theory]
    [InlineData("application/json", "{}", "12300")]
    [InlineData("text/xml", " <Response", "12100")]
    [InlineData("text/xml", "<Answer/>", "12100")]
    [InlineData("text/xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Response>&e;</Response>", "12100")]
    public async Task What_is_no_document_is_an_error_with_the_companys_code(string type, string body, string code)
    {
        var application = new ScriptedApplication()
            .At("/twilio/voice", () => new HttpResponseMessage { Content = new StringContent(body, Encoding.UTF8, type) }).At("/twilio/fallback", "<Hangup/>");
        using var call = await application.CallAsync();
        Assert.Equal(code, application.Told("/twilio/fallback")["ErrorCode"]);
    }

    [Fact]
    public async Task Where_the_fallback_fails_too_the_call_dies_with_the_companys_own_words()
    {
        using var call = await new ScriptedApplication().CallAsync();
        Assert.Contains(new Signal("fault"), call.Last<CallerHears>().Sounds);
        Assert.Equal(["ringing", "failed"], call.Statuses());
    }

    [Fact]
    public async Task A_document_that_sends_round_in_a_circle_is_stopped()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", "<Redirect/>").CallAsync();
        Assert.Equal("failed", call.Statuses()[^1]);
    }

    [Fact]
    public async Task Nobody_but_the_bot_is_asked()
    {
        var application = new ScriptedApplication().At("/twilio/voice", "<Redirect>https://elsewhere.example/</Redirect>").At("/twilio/fallback", "<Hangup/>");
        using var call = await application.CallAsync();
        Assert.Equal("11100", application.Told("/twilio/fallback")["ErrorCode"]);
    }

    [Fact]
    public async Task A_request_delivered_again_is_the_same_to_the_last_byte()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Gather input="speech" action="/a"/>""");
        using var call = await application.CallAsync();
        await call.RedeliverAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, application.Asked.Count);
        Assert.Equal(application.Asked[0].Fields, application.Asked[1].Fields);
        Assert.Equal(application.Asked[0].Idempotency, application.Asked[1].Idempotency);
    }

    [Fact]
    public async Task Hanging_up_ends_the_call_and_is_told_once()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Gather input="speech" action="/a"/>""");
        using var call = await application.CallAsync();
        await call.Does(new HungUp());
        await call.Does(new HungUp());
        Assert.Equal("completed", Assert.Single(application.Asked, asked => asked.Path == "/twilio/status").Fields["CallStatus"]);
    }

    [Fact]
    public async Task What_is_wrong_in_a_document_is_skipped_and_noted()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", """<Sing>la</Sing><Say volume="11">hello</Say><Gather timeout="-1" input="speech"/>""").CallAsync();
        Assert.Equal(["hello"], call.Heard());
        Assert.Equal(
            ["12200: Invalid element <Sing>", "12200: <Say> has no attribute 'volume'", "12200: <Gather timeout=\"-1\"> is not allowed; it stays '5'"],
            call.Last<WebhookAnswered>().Warnings);
    }

    [Fact]
    public async Task The_log_can_be_followed_from_any_point_to_the_end()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", "<Say>hello</Say>").CallAsync();
        var all = call.Log.Events;
        var rest = await call.Log.ReadAsync(2, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(all.Skip(2), rest);
        Assert.Equal(Enumerable.Range(1, all.Length), all.Select(entry => entry.Number));
    }
}
