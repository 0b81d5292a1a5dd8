using System.Text;
using ServiceBot.CtiAdapter.Twiml;
using Record = ServiceBot.CtiAdapter.Twiml.Record;

namespace ServiceBot.CtiAdapter.Tests.Twiml;

/// <summary>Documents as they go over the wire, and those that cannot be written.</summary>
public class VerbTests
{
    [Fact]
    public void A_question_by_keys_and_speech() => Writes(
        """<Gather action="/a?s=1&amp;t=2" input="dtmf speech" language="ko-KR" hints="반품,교환" timeout="6" speechTimeout="auto" numDigits="1" finishOnKey="" actionOnEmptyResult="true" profanityFilter="false"><Say language="ko-KR" voice="Polly.Seoyeon-Neural">무엇을 도와드릴까요?</Say><Pause length="1" /></Gather>""",
        new Gather([new Say("무엇을 도와드릴까요?") { Language = "ko-KR", Voice = "Polly.Seoyeon-Neural" }, new Pause { Length = 1 }])
        {
            Action = "/a?s=1&t=2", Input = ["dtmf", "speech"], Language = "ko-KR", Hints = ["반품", "교환"], Timeout = 6, NumDigits = 1, FinishOnKey = "", ActionOnEmptyResult = true, ProfanityFilter = false,
        });

    [Fact]
    public void Words_are_escaped_and_what_XML_cannot_hold_is_left_out() =>
        Writes("<Say>&lt;/Say&gt;&lt;Dial&gt;+1 &amp; 'x' 😀</Say>", new Say("</Say><Dial>+1 & 'x' \0😀\uD800"));

    [Fact]
    public void Marks_in_speech() => Writes(
        """<Say>반품은 <break time="300ms" /><prosody rate="slow">일번</prosody><say-as interpret-as="digits">010</say-as><lang xml:lang="en-US">please</lang></Say>""",
        new Say([new Words("반품은 "), new Break { Milliseconds = 300 }, new Prosody([new Words("일번")]) { Rate = "slow" }, new SayAs("010", "digits"), new Lang("en-US", [new Words("please")])]));

    [Fact]
    public void A_room_for_caller_and_agent() => Writes(
        """<Dial action="/done" timeout="20"><Conference beep="false" startConferenceOnEnter="true" endConferenceOnExit="true" waitUrl="" participantLabel="caller" statusCallback="/c" statusCallbackEvent="join leave">CA1</Conference></Dial>""",
        new Dial([new Conference("CA1") { Beep = "false", StartConferenceOnEnter = true, EndConferenceOnExit = true, WaitUrl = "", ParticipantLabel = "caller", StatusCallback = "/c", StatusCallbackEvent = ["join", "leave"] }]) { Action = "/done", Timeout = 20 });

    [Fact]
    public void The_other_verbs() => Writes(
        """<Enqueue action="/q" waitUrl="/w">people</Enqueue><Record action="/r" maxLength="120" playBeep="true" /><Connect action="/over"><ConversationRelay url="wss://bot.example.com/twilio/relay" language="ko-KR"><Parameter name="c" value="1" /></ConversationRelay></Connect><Start><Stream url="wss://bot.example.com/s" name="a" /></Start><Stop><Stream name="a" /></Stop><Sms>안녕하세요</Sms><Play loop="0">https://example.com/music.mp3</Play><Pay chargeAmount="32.5"><Prompt for="security-code"><Say>code</Say></Prompt></Pay><Refer><Sip>sip:a@example.com</Sip></Refer><Reject reason="busy" />""",
        new Enqueue("people") { Action = "/q", WaitUrl = "/w" }, new Record { Action = "/r", MaxLength = 120, PlayBeep = true },
        new Connect(new ConversationRelay("wss://bot.example.com/twilio/relay") { Language = "ko-KR", Parameters = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("c", "1") }) { Action = "/over" },
        new Start(new ServiceBot.CtiAdapter.Twiml.Stream("wss://bot.example.com/s") { Name = "a" }), new Stop("a"), new Sms("안녕하세요"), new Play("https://example.com/music.mp3") { Loop = 0 },
        new Pay([new Prompt("security-code", [new Say("code")])]) { ChargeAmount = 32.5m }, new Refer("sip:a@example.com"), new Reject { Reason = "busy" });

    [Fact]
    public void What_is_never_reached_is_refused() => Refuses("Response has Say after Hangup, where it is never reached", new Hangup(), new Say("x"));

    [Fact]
    public void Each_limit_is_told_with_its_value()
    {
        Refuses("Gather timeout is '0': must be 1 to 600", new Gather([]) { Timeout = 0 });
        Refuses("Gather finishOnKey is '12': must be one key, or empty for none", new Gather([]) { FinishOnKey = "12" });
        Refuses("Gather input is 'voice': must be of dtmf, speech", new Gather([]) { Input = ["voice"] });
        Refuses("Gather speechModel is 'default': does not go with a speechTimeout of auto (error 13335)", new Gather([]) { Input = ["speech"], SpeechModel = "default" });
        Refuses("Say has no words", new Say(""));
        Refuses("Say has 4097 characters: at most 4096 are spoken", new Say(new string('가', 4097)));
        Refuses("Dial calls nobody", new Dial([]));
        Refuses("Dial has a Conference or Queue beside others: it must stand alone", new Dial([new Number("+821012345678"), new Queue("q")]));
        Refuses("Enqueue name is '': must have 1 to 64 characters", new Enqueue(""));
        Refuses("ConversationRelay url is 'https://x': must begin with wss://", new Connect(new ConversationRelay("https://x")));
        Refuses("Conference maxParticipants is '1': must be 2 to 250", new Dial([new Conference("r") { MaxParticipants = 1 }]));
    }

    [Fact]
    public void A_document_that_nobody_would_read_is_refused() =>
        Refuses("a document may have at most 65536", [.. Enumerable.Repeat(new Say(new string('x', 4000)), 20)]);

    private static void Writes(string expected, params IResponseVerb[] verbs) =>
        Assert.Equal($"""<?xml version="1.0" encoding="utf-8"?><Response>{expected}</Response>""", Encoding.UTF8.GetString(TwimlWriter.Write(new VoiceResponse([.. verbs]))));

    private static void Refuses(string expected, params IResponseVerb[] verbs) =>
        Assert.EndsWith(expected, Assert.Throws<TwimlException>(() => TwimlWriter.Write(new VoiceResponse([.. verbs]))).Message);
}
