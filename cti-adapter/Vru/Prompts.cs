using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using Message = ServiceBot.Dialogs.Turns.Message;

namespace ServiceBot.CtiAdapter.Vru;

/// <summary>Messages for the ear: what is said, then the question, then the keys that answer it, all in one Gather that speech and keys stop.</summary>
internal sealed class Prompts(Voices voices, CallAddresses addresses, IOptions<TwilioOptions> options)
{
    // Rungs of the ladder below which the question is put in words.
    private const int ByKeysOnly = 3;

    private const int SecondsToAnswer = 6;
    private const int SecondsToFetch = 12;
    private const int SecondsBetweenNews = 25;

    /// <summary>Says messages and asks the last one's question.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="messages">At least one.</param>
    /// <param name="next">The state for the answer; its keys are those of the menu that is read out.</param>
    public VoiceResponse Ask(string callSid, ImmutableArray<Message> messages, CallState next)
    {
        var question = messages[^1];
        if (question.IsFarewell) return new([.. messages.SelectMany(Spoken), new Hangup()]);
        var action = addresses.To("voice/answer", callSid, next);
        var speaks = question.Attempt < ByKeysOnly || next.Keys.Kind == KeyKind.None;
        var isNumber = next.Keys.Kind == KeyKind.Number;
        var gather = new Gather([.. Heard(messages, next)])
        {
            Action = action,
            Input = speaks ? ["dtmf", "speech"] : ["dtmf"],
            Language = question.Locale,
            Hints = Hints.For(question.Expecting, next.Keys, voices, question.Locale),
            Timeout = (int)TimeToAnswer(next.Keys).TotalSeconds,
            NumDigits = isNumber ? null : 1,
            FinishOnKey = isNumber ? "#" : "",
            ActionOnEmptyResult = true,
            ProfanityFilter = false,
            PartialResultCallback = speaks ? addresses.To("voice/partial", callSid, next) : null,
        };
        return new([gather, new Redirect(action)]);
    }

    /// <summary>The same as sentences alone, for who speaks them otherwise.</summary>
    public IEnumerable<Say> Sentences(ImmutableArray<Message> messages, CallState next) => Heard(messages, next).OfType<Say>();

    /// <summary>How long nothing may be said after a question before that is silence: a number may have to be fetched first.</summary>
    public static TimeSpan TimeToAnswer(KeyMap keys) => TimeSpan.FromSeconds(keys.Kind == KeyKind.Number ? SecondsToFetch : SecondsToAnswer);

    /// <summary>The rest of a menu alone.</summary>
    public VoiceResponse AskRest(string callSid, Message question, CallState next) => Ask(callSid, [question with { Text = "", Speak = "" }], next);

    /// <summary>Says that it takes a while, and comes back.</summary>
    public VoiceResponse Wait(string callSid, CallState waiting) => new(
    [
        .. voices.Say(Sentence.Of(waiting.Waits <= 1 ? "vru.wait" : "vru.waitLonger"), waiting.Locale),
        new Pause { Length = waiting.Waits <= 1 ? 1 : 4 },
        new Redirect(addresses.To("voice/wait", callSid, waiting)),
    ]);

    /// <summary>Says something and, after a moment in which what failed may come back, asks again what was asked.</summary>
    public VoiceResponse Again(string callSid, ImmutableArray<Message> said, CallState next) =>
        new([.. said.SelectMany(Spoken), new Pause { Length = 2 }, new Redirect(addresses.To("voice/again", callSid, next))]);

    /// <summary>The bot has nothing to say while a person sees to it: music or silence, and then another look.</summary>
    public VoiceResponse Hold(string callSid, CallState next) => new(
    [
        options.Value.HoldMusic.Length > 0 ? (IResponseVerb)new Play(options.Value.HoldMusic) : new Pause { Length = SecondsBetweenNews },
        new Redirect(addresses.To("voice/hold", callSid, next)),
    ]);

    /// <summary>Gives up for now: a person's telephone where there is one, needing nothing that may be broken, or an apology.</summary>
    public VoiceResponse Sorry(string locale) => options.Value.AgentNumber.Length > 0
        ? new([.. voices.Say(Sentence.Of("vru.sorryConnecting"), locale), new Dial([AgentAddress.Noun(options.Value.AgentNumber)])])
        : new([.. voices.Say(Sentence.Of("vru.sorry"), locale), new Hangup()]);

    /// <summary>A sentence of the room's own as a message.</summary>
    public Message Message(string key, string locale) => new(voices.Words(Sentence.Of(key), locale)) { Locale = locale };

    private IEnumerable<IGatherVerb> Heard(ImmutableArray<Message> messages, CallState next) =>
        [.. messages[..^1].SelectMany(Spoken), .. messages[^1].Attempt >= ByKeysOnly ? [] : Spoken(messages[^1]), .. Keys(messages[^1], next)];

    private IEnumerable<Say> Spoken(Message message) => voices.Say(message.Speak ?? message.Text, message.Locale);

    // A caller who speaks has answered by now; whoever waits hears what to press.
    private IEnumerable<IGatherVerb> Keys(Message question, CallState next)
    {
        var locale = question.Locale;
        var other = locale == Voices.Korean ? Voices.English : Voices.Korean;
        yield return new Pause();
        if (next.Keys.OffersLanguage)
            foreach (var say in voices.Say(Sentence.Of("vru.language"), other)) yield return say;
        foreach (var say in voices.Say(string.Join(' ', KeySentences(question, next.Keys).Select(sentence => voices.Words(sentence, locale))), locale)) yield return say;
    }

    private static IEnumerable<Sentence> KeySentences(Message question, KeyMap keys)
    {
        if (question.Attempt >= ByKeysOnly) yield return Sentence.Of(keys.Kind switch { KeyKind.None => "vru.keysOnlyNone", KeyKind.Number => "vru.keysOnlyNumber", _ => "vru.keysOnly" });
        switch (keys.Kind)
        {
            case KeyKind.Menu:
                foreach (var (place, option) in keys.Options.Index())
                    yield return Sentence.Of("vru.option", ("option", Title(question.Expecting.Options[option])), ("key", place + 1));
                if (keys.Rest is not null) yield return Sentence.Of("vru.more", ("key", keys.Options.Length + 1));
                yield return Sentence.Of("vru.person");
                break;
            case KeyKind.YesNo:
                yield return Sentence.Of("vru.yesNo");
                break;
            case KeyKind.Digit when question.Attempt > 0:
                yield return Sentence.Of("vru.digit");
                break;
            case KeyKind.Number:
                yield return Sentence.Of("vru.number");
                yield return Sentence.Of("vru.numberKeys");
                yield break;
        }
        if (question.Attempt > 0 && keys.Kind != KeyKind.None) yield return Sentence.Of("vru.otherKeys");
    }

    private static string Title(Option option) => option.Speak ?? option.Title;
}
