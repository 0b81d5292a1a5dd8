using System.Collections.Immutable;
using System.Globalization;

namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Gather</c>: a question, answered by keys or words.</summary>
internal sealed record GatherVerb : Verb
{
    public string? Action { get; init; }
    public string Method { get; init; } = "POST";
    public bool Keys { get; init; }
    public bool Speech { get; init; }
    public string Language { get; init; } = "en-US";
    public string Hints { get; init; } = "";
    public int Timeout { get; init; }
    public int? NumDigits { get; init; }
    public string FinishOnKey { get; init; } = "#";
    public bool ActionOnEmptyResult { get; init; }
    public bool BargeIn { get; init; }
    public string? PartialResultCallback { get; init; }
    public ImmutableArray<Heard> Prompts { get; init; } = [];

    public static GatherVerb Read(TwimlElement gather)
    {
        var input = gather.Text("input", "dtmf").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var speechTimeout = gather.Text("speechTimeout", "auto");
        if (speechTimeout != "auto" && !int.TryParse(speechTimeout, NumberStyles.None, CultureInfo.InvariantCulture, out _)) gather.Warn($"13327: speechTimeout is '{speechTimeout}'");
        var hints = gather.Text("hints", "");
        if (hints.Split(',').Length > 500 || hints.Split(',').Any(hint => hint.Length > 100)) gather.Warn("<Gather> has more than 500 hints, or one of more than 100 characters");
        var numDigits = gather.Number("numDigits", 0, 1, 1000);
        var verb = new GatherVerb
        {
            Action = gather.Address("action"),
            Method = gather.Method(),
            Keys = input.Contains("dtmf", StringComparer.Ordinal),
            Speech = input.Contains("speech", StringComparer.Ordinal),
            Language = gather.Text("language", "en-US"),
            Hints = hints,
            Timeout = gather.Number("timeout", 5, 0, 600),
            NumDigits = numDigits == 0 ? null : numDigits,
            FinishOnKey = gather.Text("finishOnKey", "#"),
            ActionOnEmptyResult = gather.Flag("actionOnEmptyResult", false),
            BargeIn = gather.Flag("bargeIn", true),
            PartialResultCallback = gather.Address("partialResultCallback"),
            Prompts = [.. gather.Children("Say", "Play", "Pause").SelectMany(prompt => Prompt(prompt))],
        };
        gather.Finish("maxSpeechTime", "profanityFilter", "enhanced", "speechModel", "partialResultCallbackMethod", "debug");
        if (!verb.Keys && !verb.Speech) gather.Warn($"<Gather input=\"{string.Join(' ', input)}\"> listens to nothing");
        return verb;
    }

    public override Next Reach(CallLine line) => new Await(new Gathering(this, "")) { Heard = Prompts };

    private static ImmutableArray<Heard> Prompt(TwimlElement prompt) => prompt.Name switch
    {
        "Say" => SayVerb.Read(prompt).Sounds,
        "Play" => PlayVerb.Read(prompt).Sounds,
        _ => [new Quiet(PauseVerb.Read(prompt).Seconds * 1000)],
    };
}

/// <summary>The network waits for the answer to a <c>Gather</c>.</summary>
/// <param name="Verb">The question.</param>
/// <param name="Digits">Keys pressed so far.</param>
internal sealed record Gathering(GatherVerb Verb, string Digits) : Waiting
{
    public override Listening Shown => new("gather")
    {
        Keys = Verb.Keys, Speech = Verb.Speech, BargeIn = Verb.BargeIn, Timeout = Verb.Timeout, FinishOnKey = Verb.FinishOnKey,
        NumDigits = Verb.NumDigits, Digits = Digits, Language = Verb.Language, Hints = Verb.Hints,
    };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        Pressed pressed when Verb.Keys => OnKey(pressed.Key),
        // The first key ends the listening to words.
        Spoke spoke when Verb.Speech && Digits.Length == 0 => Answered(spoke),
        KeptSilent => Digits.Length > 0 ? Answered(Digits) : Nothing(),
        _ => new Await(this) { Unheard = true },
    };

    private Next OnKey(char key)
    {
        if (Verb.FinishOnKey.Contains(key, StringComparison.Ordinal)) return Digits.Length > 0 ? Answered(Digits) : Nothing();
        var digits = Digits + key;
        return digits.Length == Verb.NumDigits ? Answered(digits) : new Await(this with { Digits = digits });
    }

    private Fetch Answered(string digits) => Result([new("Digits", digits)]);

    private Fetch Answered(Spoke spoke)
    {
        ImmutableArray<Parameter> heard = spoke.Confidence is { } confidence
            ? [new("SpeechResult", spoke.Text), new("Confidence", confidence.ToString("0.0#######", CultureInfo.InvariantCulture)), new("Language", Verb.Language)]
            : [new("SpeechResult", spoke.Text), new("Language", Verb.Language)];
        return Result(heard) with { Callbacks = Partial(spoke) };
    }

    private ImmutableArray<Callback> Partial(Spoke spoke) => Verb.PartialResultCallback is { } url
        ? [new("Gather partial result", url, "POST", [new("UnstableSpeechResult", spoke.Text), new("StableSpeechResult", ""), new("Stability", "0.9"), new("SequenceNumber", "0"), new("Language", Verb.Language)])]
        : [];

    private Next Nothing() => Verb.ActionOnEmptyResult ? Result([new("Digits", "")]) : new Onward();

    private Fetch Result(ImmutableArray<Parameter> parameters) => new("Gather action", Verb.Action, Verb.Method, [new("msg", "Gather End"), .. parameters]);
}
