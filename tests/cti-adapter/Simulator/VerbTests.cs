using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.CtiAdapter.Tests.Simulator;

/// <summary>The other verbs, one by one.</summary>
public class VerbTests
{
    [Fact]
    public async Task Marks_of_speech_become_words_and_pauses()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", """
            <Say language="ko-KR">접수 번호는 <say-as interpret-as="characters">R-20</say-as>이에요.<break time="400ms"/><sub alias="에이에스">AS</sub> <prosody rate="90%">천천히</prosody> <lang xml:lang="en-US">Goodbye</lang></Say>
            """).CallAsync();
        Assert.Equal(
            [new Words("접수 번호는 R - 2 0이에요.", "ko-KR"), new Quiet(400), new Words("에이에스 천천히", "ko-KR"), new Words("Goodbye", "en-US")],
            call.Last<CallerHears>().Sounds);
    }

    [Fact]
    public async Task A_file_is_played_and_a_pause_kept()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", """<Play loop="2">/music.mp3</Play><Pause length="3"/>""").CallAsync();
        Assert.Equal([new Tune("/music.mp3", 2), new Quiet(3000)], call.Log.Events.OfType<CallerHears>().SelectMany(entry => entry.Sounds));
    }

    [Fact]
    public async Task A_recording_is_kept_and_told()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Record action="/recorded" recordingStatusCallback="/kept"/>""").At("/recorded", "<Say>thank you</Say>").At("/kept", "");
        using var call = await application.CallAsync();
        await call.Says("please call me back tomorrow");
        await call.Does(new KeptSilent());
        var told = application.Told("/recorded");
        Assert.Equal(told["RecordingSid"], call.Last<RecordingKept>().Sid);
        Assert.Equal("please call me back tomorrow", call.Last<RecordingKept>().Words);
        Assert.Equal(("completed", told["RecordingSid"]), (application.Told("/kept")["RecordingStatus"], application.Told("/kept")["RecordingSid"]));
    }

    [Fact]
    public async Task Whoever_hangs_up_while_recorded_is_heard_all_the_same()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Record action="/recorded"/>""").At("/recorded", "");
        using var call = await application.CallAsync();
        await call.Says("hello?");
        await call.Does(new HungUp());
        Assert.Equal("hangup", application.Told("/recorded")["Digits"]);
    }

    [Fact]
    public async Task An_empty_recording_goes_on_to_the_next_verb()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", """<Record action="/recorded"/><Say>nothing was said</Say>""").CallAsync();
        await call.Does(new KeptSilent());
        Assert.Equal(["nothing was said"], call.Heard());
    }

    [Fact]
    public async Task A_queue_plays_its_wait_again_and_again_until_the_caller_leaves_it()
    {
        var application = new ScriptedApplication()
            .At("/twilio/voice", """<Enqueue waitUrl="/wait" action="/queued">agents</Enqueue><Say>after the queue</Say>""")
            .At("/wait", """<Say>you are first</Say><Gather numDigits="1" action="/key" timeout="3"/>""").At("/key", "<Leave/>").At("/queued", "<Say>we call you back</Say>");
        using var call = await application.CallAsync();
        await call.Does(new KeptSilent());
        await call.Does(new KeptSilent());
        await call.Presses("1");
        Assert.Equal(["you are first", "you are first", "we call you back"], call.Heard());
        Assert.Equal("leave", application.Told("/queued")["QueueResult"]);
        Assert.Equal("1", application.Told("/wait")["QueuePosition"]);
    }

    [Fact]
    public async Task Somebody_takes_the_caller_out_of_the_queue_and_the_action_hears_of_it_afterwards()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Enqueue waitUrl="/wait" action="/queued">agents</Enqueue>""").At("/wait", """<Pause/>""").At("/queued", "<Say>how was it?</Say>");
        using var call = await application.CallAsync();
        await call.Does(new OtherAnswered());
        Assert.Equal("talk", call.Last<NetworkListens>().Listening.To);
        Assert.DoesNotContain(application.Asked, asked => asked.Path == "/queued");
        await call.Does(new OtherHungUp());
        Assert.Equal("bridged", application.Told("/queued")["QueueResult"]);
        Assert.Equal(["how was it?"], call.Heard());
    }

    [Fact]
    public async Task Whoever_hangs_up_in_the_queue_is_told_to_the_action()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Enqueue waitUrl="/wait" action="/queued">agents</Enqueue>""").At("/wait", "<Pause/>").At("/queued", "");
        using var call = await application.CallAsync();
        await call.Does(new HungUp());
        Assert.Equal("hangup", application.Told("/queued")["QueueResult"]);
    }

    [Theory]
    [InlineData("answered", "completed")]
    [InlineData("silent", "no-answer")]
    [InlineData("othergone", "busy")]
    public async Task A_telephone_that_is_rung_tells_how_that_went(string what, string result)
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Dial action="/dialled"><Number>+82215881588</Number></Dial>""").At("/dialled", "<Hangup/>");
        using var call = await application.CallAsync();
        if (what == "answered") await call.Does(new OtherAnswered());
        await call.Does(what == "silent" ? new KeptSilent() : new OtherHungUp());
        Assert.Equal(result, application.Told("/dialled")["DialCallStatus"]);
    }

    [Fact]
    public async Task A_conference_tells_who_comes_and_goes()
    {
        var application = new ScriptedApplication()
            .At("/twilio/voice", """<Dial action="/dialled"><Conference statusCallback="/room" statusCallbackEvent="start end join leave">case-1</Conference></Dial>""").At("/dialled", "<Hangup/>").At("/room", "");
        using var call = await application.CallAsync();
        await call.Does(new OtherAnswered());
        await call.Does(new OtherHungUp());
        var rooms = application.Asked.Where(asked => asked.Path == "/room").ToArray();
        Assert.Equal(["participant-join", "participant-join", "conference-start", "participant-leave", "conference-end"], rooms.Select(asked => asked.Fields["StatusCallbackEvent"]));
        Assert.Single(rooms.Select(asked => asked.Fields["ConferenceSid"]).Distinct());
        Assert.Equal("answered", application.Told("/dialled")["DialCallStatus"]);
    }

    [Fact]
    public async Task A_text_message_arrives_at_the_caller()
    {
        using var call = await new ScriptedApplication().At("/twilio/voice", "<Sms>https://bot.example/c/1</Sms>").CallAsync("+821000001234");
        Assert.Equal(("+821000001234", "https://bot.example/c/1"), (call.Last<TextDelivered>().To, call.Last<TextDelivered>().Body));
    }

    [Fact]
    public async Task The_company_may_move_a_call_to_another_document()
    {
        var application = new ScriptedApplication().At("/twilio/voice", """<Enqueue waitUrl="/wait" action="/queued">agents</Enqueue>""").At("/wait", "<Pause/>").At("/queued", "").At("/bridge", "<Say>connecting</Say>");
        using var call = await application.CallAsync();
        await call.MoveAsync("https://bot.example/bridge", "POST", TestContext.Current.CancellationToken);
        Assert.Equal("redirected", application.Told("/queued")["QueueResult"]);
        Assert.Equal(["connecting"], call.Heard());
    }
}
