using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using Message = ServiceBot.Dialogs.Turns.Message;

namespace ServiceBot.CtiAdapter.Vru;

/// <summary>What callers hear on the way to a person, and what the person hears.</summary>
internal sealed class QueuePrompts(Voices voices, CallAddresses addresses, IOptions<TwilioOptions> options)
{
    /// <summary>The keys of whoever waits.</summary>
    public const string CallbackKey = "1", VoicemailKey = "2", BotKey = "3";
    private const string QueueName = "agents";
    private const int SecondsBetweenNews = 25;
    private const int SecondsToAnswer = 8;
    private const int LongestVoicemail = 120;

    /// <summary>Says messages, and lets the caller wait.</summary>
    public VoiceResponse Enter(string callSid, IEnumerable<Message> messages, CallState next) => new(
    [
        .. messages.SelectMany(Spoken),
        new Enqueue(QueueName) { Action = addresses.To("voice/queued", callSid, next), WaitUrl = addresses.To("voice/queue", callSid, next with { InQueue = true, Waits = 0 }) },
    ]);

    /// <summary>News for whoever waits, the keys, and music until the next news.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="messages">How things stand; none the first time.</param>
    /// <param name="next">The state for what comes next.</param>
    /// <param name="offersCallback">Whether the wait is long enough to offer a call back.</param>
    public VoiceResponse Wait(string callSid, IEnumerable<Message> messages, CallState next, bool offersCallback)
    {
        var action = addresses.To("voice/queue", callSid, next);
        return new(
        [
            new Gather([.. messages.SelectMany(Spoken), .. Keys(next, offersCallback), .. Music()])
            {
                Action = action, Input = ["dtmf", "speech"], Language = next.Locale, NumDigits = 1, FinishOnKey = "", ActionOnEmptyResult = true, Timeout = SecondsBetweenNews, ProfanityFilter = false,
            },
            new Redirect(action),
        ]);
    }

    /// <summary>Says messages, and leaves the queue.</summary>
    public VoiceResponse LeaveQueue(IEnumerable<Message> messages) => new([.. messages.SelectMany(Spoken), new Leave()]);

    /// <summary>Reads the number back under which the caller would be called.</summary>
    public VoiceResponse ConfirmNumber(string callSid, string number, CallState next) =>
        AskKey(callSid, Sentence.Of("vru.callbackAsk", ("phone", Dialled(number))), next with { Keys = new(KeyKind.YesNo) });

    /// <summary>Asks for another number.</summary>
    public VoiceResponse AskNumber(string callSid, CallState next, bool again)
    {
        var action = addresses.To("voice/queue/callback", callSid, next with { Keys = new(KeyKind.Number) });
        return new(
        [
            new Gather([.. again ? voices.Say(Sentence.Of("vru.callbackWrong"), next.Locale) : [], .. voices.Say(Sentence.Of("vru.callbackNumber"), next.Locale)])
            {
                Action = action, Input = ["dtmf"], FinishOnKey = "#", Timeout = SecondsToAnswer, ActionOnEmptyResult = true,
            },
            new Redirect(action),
        ]);
    }

    /// <summary>The place is kept; the caller may hang up.</summary>
    public VoiceResponse Promise(CallState state) => new([.. voices.Say(Sentence.Of("vru.callbackPromised", ("times", QueuedCall.AttemptsAtMost)), state.Locale), new Hangup()]);

    /// <summary>Records a message, and goes on.</summary>
    public VoiceResponse Record(string callSid, IEnumerable<Message> said, CallState next, string recorded) => new(
    [
        .. said.SelectMany(Spoken),
        .. voices.Say(Sentence.Of("vru.voicemail"), next.Locale),
        new Record { Action = addresses.To("voice/voicemail", callSid, next), MaxLength = LongestVoicemail, Timeout = 5, FinishOnKey = "#", PlayBeep = true, Trim = "do-not-trim", RecordingStatusCallback = recorded },
        new Redirect(addresses.To("voice/voicemail", callSid, next)),
    ]);

    /// <summary>What the agent hears before anybody else: what it is about, and how to take it.</summary>
    public VoiceResponse Whisper(QueuedCall call, ConversationContext? context, int minutes, string locale)
    {
        var matter = context?.Stack.FindLast(frame => frame.Dialog is not ("person" or "identify")) is { } frame ? voices.Words(Sentence.Of($"{frame.Dialog}.name"), locale) : voices.Words(Sentence.Of("vru.whisperAny"), locale);
        var who = context?.CustomerName ?? voices.Words(Sentence.Of("vru.whisperUnknown"), locale);
        var whisper = Sentence.Of(call.WantsCallback ? "vru.whisperCallback" : "vru.whisper", ("who", who), ("matter", matter), ("minutes", minutes));
        return new(
        [
            new Gather([.. voices.Say(whisper, locale)]) { Action = addresses.To("agent/taken", call), Input = ["dtmf"], NumDigits = 1, FinishOnKey = "", Timeout = SecondsToAnswer, ActionOnEmptyResult = true },
            new Hangup(),
        ]);
    }

    /// <summary>The agent enters the room. Whoever is alone with the caller ends the talk by leaving; a transfer changes that.</summary>
    public VoiceResponse AgentJoins(QueuedCall call, string locale) => new(
    [
        .. voices.Say(Sentence.Of(call.WantsCallback ? "vru.agentCallingBack" : "vru.agentJoins"), locale),
        new Dial([Room(call, "agent") with { EndConferenceOnExit = true, WaitUrl = options.Value.HoldMusic }]) { Action = addresses.To("agent/left", call) },
    ]);

    /// <summary>Reads something out in the midst of a talk.</summary>
    public VoiceResponse Announce(ImmutableArray<Message> messages) => new([.. messages.SelectMany(Spoken)]);

    /// <summary>Says in the midst of a talk that it is not recorded for a while, or is again.</summary>
    public VoiceResponse Recording(QueuedCall talk) => new([.. voices.Say(Sentence.Of(talk.RecordingPausedAt is null ? "vru.recordingGoesOn" : "vru.recordingPaused"), talk.Locale)]);

    /// <summary>Says something to the agent, and hangs up.</summary>
    public VoiceResponse Tell(string key, string locale) => new([.. voices.Say(Sentence.Of(key), locale), new Hangup()]);

    /// <summary>The caller enters the room, after the notices that nobody may talk over.</summary>
    public VoiceResponse CallerJoins(QueuedCall call) => new(
    [
        .. voices.Say(Sentence.Of("vru.connecting"), call.Locale),
        .. voices.Say(Sentence.Of("vru.respect"), call.Locale),
        .. options.Value.RecordTalks ? voices.Say(Sentence.Of("vru.recorded"), call.Locale) : [],
        new Dial([Room(call, "caller") with { EndConferenceOnExit = true, WaitUrl = options.Value.HoldMusic }]) { Action = addresses.To("voice/dialed", call) },
    ]);

    /// <summary>Asks whoever was called back whether they are there; an answering machine presses no key.</summary>
    public VoiceResponse CallsBack(QueuedCall call) => new(
    [
        new Gather([.. voices.Say(Sentence.Of("vru.callbackGreets"), call.Locale)]) { Action = addresses.To("callback/accepted", call), Input = ["dtmf", "speech"], Language = call.Locale, NumDigits = 1, FinishOnKey = "", Timeout = SecondsToAnswer },
        .. voices.Say(Sentence.Of("vru.callbackNobody"), call.Locale),
        new Hangup(),
    ]);

    private Conference Room(QueuedCall call, string label) => new(call.Id)
    {
        Beep = "false", StartConferenceOnEnter = true, ParticipantLabel = label, StatusCallback = addresses.To("conference", call), StatusCallbackEvent = ["start", "end", "join", "leave", "mute", "hold", "announcement"],
    };

    private VoiceResponse AskKey(string callSid, Sentence question, CallState next)
    {
        var action = addresses.To("voice/queue/callback", callSid, next);
        return new(
        [
            new Gather([.. voices.Say(question, next.Locale)]) { Action = action, Input = ["dtmf", "speech"], Language = next.Locale, NumDigits = 1, FinishOnKey = "", Timeout = SecondsToAnswer, ActionOnEmptyResult = true },
            new Redirect(action),
        ]);
    }

    private IEnumerable<Say> Keys(CallState next, bool offersCallback)
    {
        var keys = new List<string>();
        if (offersCallback) keys.Add("vru.queueCallback");
        keys.Add("vru.queueVoicemail");
        keys.Add("vru.queueBot");
        return voices.Say(string.Join(' ', keys.Select(key => voices.Words(Sentence.Of(key), next.Locale))), next.Locale);
    }

    private IEnumerable<IGatherVerb> Music() => options.Value.HoldMusic.Length > 0 ? [new Play(options.Value.HoldMusic)] : [];

    private IEnumerable<Say> Spoken(Message message) => voices.Say(message.Speak ?? message.Text, message.Locale);

    // As it is dialled within Korea.
    private static string Dialled(string number) => number.StartsWith("+82", StringComparison.Ordinal) ? $"0{number[3..]}" : number;
}
