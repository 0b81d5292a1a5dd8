using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.CtiAdapter.Tests.Simulator;

/// <summary>
/// The company's words for Gather: "collects digits that a caller enters by pressing keys, or their speech"; numDigits, finishOnKey and timeout end
/// an entry; "if the caller doesn't enter any input, Twilio will not call action" unless actionOnEmptyResult.
/// </summary>
public class GatherTests
{
    private static ScriptedApplication Application(string gather) => new ScriptedApplication().At("/twilio/voice", gather).At("/answer", "<Say>thanks</Say>");

    [Fact]
    public async Task Words_reach_the_action_with_their_confidence()
    {
        var application = Application("""<Gather input="speech" language="ko-KR" action="/answer"><Say language="ko-KR">무엇을 도와드릴까요?</Say></Gather>""");
        using var call = await application.CallAsync();
        await call.Says("반품할래요", 0.42);
        Assert.Equal(["무엇을 도와드릴까요?", "thanks"], call.Heard());
        var told = application.Told("/answer");
        Assert.Equal(("반품할래요", "0.42", "in-progress", call.Sid), (told["SpeechResult"], told["Confidence"], told["CallStatus"], told["CallSid"]));
    }

    [Fact]
    public async Task Enough_keys_end_the_entry_by_themselves()
    {
        var application = Application("""<Gather numDigits="3" action="/answer"/>""");
        using var call = await application.CallAsync();
        await call.Presses("12");
        Assert.DoesNotContain(application.Asked, asked => asked.Path == "/answer");
        await call.Presses("3");
        Assert.Equal("123", application.Told("/answer")["Digits"]);
    }

    [Fact]
    public async Task The_key_that_ends_an_entry_is_not_part_of_it()
    {
        var application = Application("""<Gather action="/answer"/>""");
        using var call = await application.CallAsync();
        await call.Presses("1234#");
        Assert.Equal("1234", application.Told("/answer")["Digits"]);
    }

    [Fact]
    public async Task A_menu_with_keys_of_its_own_takes_the_hash_as_an_answer()
    {
        var application = Application("""<Gather numDigits="1" finishOnKey="" action="/answer"/>""");
        using var call = await application.CallAsync();
        await call.Presses("#");
        Assert.Equal("#", application.Told("/answer")["Digits"]);
    }

    [Fact]
    public async Task Time_ends_an_entry_that_was_begun()
    {
        var application = Application("""<Gather action="/answer"/>""");
        using var call = await application.CallAsync();
        await call.Presses("12");
        await call.Does(new KeptSilent());
        Assert.Equal("12", application.Told("/answer")["Digits"]);
    }

    [Fact]
    public async Task Silence_goes_on_to_the_next_verb()
    {
        var application = Application("""<Gather action="/answer"/><Say>are you there?</Say>""");
        using var call = await application.CallAsync();
        await call.Does(new KeptSilent());
        Assert.Equal(["are you there?"], call.Heard());
        Assert.DoesNotContain(application.Asked, asked => asked.Path == "/answer");
    }

    [Fact]
    public async Task Silence_reaches_the_action_where_that_is_wished()
    {
        var application = Application("""<Gather action="/answer" actionOnEmptyResult="true"/>""");
        using var call = await application.CallAsync();
        await call.Does(new KeptSilent());
        Assert.Equal("", application.Told("/answer")["Digits"]);
    }

    [Fact]
    public async Task A_call_ends_when_silence_meets_the_end_of_the_document()
    {
        var application = Application("""<Gather action="/answer"/>""");
        using var call = await application.CallAsync();
        await call.Does(new KeptSilent());
        Assert.Equal(["ringing", "in-progress", "completed"], call.Statuses());
        Assert.Equal("completed", application.Told("/twilio/status")["CallStatus"]);
    }

    [Fact]
    public async Task Without_an_action_the_same_document_is_asked_again()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Gather numDigits="1"/>""").At("/twilio/voice", "<Say>you pressed it</Say>");
        using var call = await application.CallAsync();
        await call.Presses("1");
        Assert.Equal(["you pressed it"], call.Heard());
        Assert.Equal("1", application.Told("/twilio/voice")["Digits"]);
    }

    [Fact]
    public async Task Words_are_not_heard_where_only_keys_count()
    {
        var application = Application("""<Gather input="dtmf" action="/answer"/>""");
        using var call = await application.CallAsync();
        await call.Says("one");
        Assert.True(call.Last<CallerDid>().Unheard);
        Assert.Equal("gather", call.Last<NetworkListens>().Listening.To);
    }

    [Fact]
    public async Task What_is_being_understood_is_told_on_the_way()
    {
        var application = Application("""<Gather input="speech" action="/answer" partialResultCallback="/partial"/>""");
        using var call = await application.CallAsync();
        await call.Says("my parcel");
        Assert.Equal("my parcel", application.Told("/partial")["UnstableSpeechResult"]);
    }
}
