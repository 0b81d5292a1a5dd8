using System.Collections.Immutable;
using System.Globalization;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Asks, and takes keys, speech or both; then posts <c>Digits</c>, or <c>SpeechResult</c> and <c>Confidence</c>, to its action.</summary>
/// <param name="Prompts">What is said meanwhile; the first key stops it, and speech does where <see cref="BargeIn"/>.</param>
public sealed record Gather(ImmutableArray<IGatherVerb> Prompts) : Verb, IResponseVerb
{
    private const int MostHints = 500;
    private const int LongestHint = 100;

    /// <summary>Where the input goes; this document's own address unless said.</summary>
    public string? Action { get; init; }
    /// <summary>POST unless said.</summary>
    public string? Method { get; init; }
    /// <summary>dtmf, speech or both; dtmf unless said.</summary>
    public ImmutableArray<string> Input { get; init; } = [];
    /// <summary>The language that is recognized; en-US unless said.</summary>
    public string? Language { get; init; }
    /// <summary>Words that are likely; at most 500 of at most 100 characters.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];
    /// <summary>Seconds of silence before the caller begins; 5 unless said.</summary>
    public int? Timeout { get; init; }
    /// <summary>Seconds of silence that end what is said, or null for as long as the recognizer thinks right (auto).</summary>
    public int? SpeechTimeout { get; init; }
    /// <summary>How many keys end the input; as many as come unless said.</summary>
    public int? NumDigits { get; init; }
    /// <summary>The key that ends the input: # unless said, empty for none.</summary>
    public string? FinishOnKey { get; init; }
    /// <summary>Whether the action is asked also where nothing was said or pressed; false unless said, and then the next verb follows.</summary>
    public bool? ActionOnEmptyResult { get; init; }
    /// <summary>Whether speaking stops the prompt; true unless said. Keys always do.</summary>
    public bool? BargeIn { get; init; }
    /// <summary>Whether swear words are replaced by stars; true unless said.</summary>
    public bool? ProfanityFilter { get; init; }
    /// <summary>The recognizer's model; the provider's choice unless said.</summary>
    public string? SpeechModel { get; init; }
    /// <summary>Where unstable results are told while the caller still speaks.</summary>
    public string? PartialResultCallback { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Hints.Length > MostHints) throw writer.Refused($"has {Hints.Length} hints: at most {MostHints} are taken");
        if (Hints.FirstOrDefault(hint => hint.Length > LongestHint || hint.Contains(',', StringComparison.Ordinal)) is { } hint) throw writer.Refused("hints", hint, $"a hint has at most {LongestHint} characters and no comma");
        if (FinishOnKey is { Length: > 0 } key && (key.Length > 1 || !"0123456789*#".Contains(key, StringComparison.Ordinal))) throw writer.Refused("finishOnKey", key, "must be one key, or empty for none");
        if (SpeechTimeout is null && SpeechModel is "default" && Input.Contains("speech"))
            throw writer.Refused("speechModel", SpeechModel, "does not go with a speechTimeout of auto (error 13335)");
        writer.Attribute("action", Action);
        writer.OneOf("method", Method, "GET", "POST");
        writer.SomeOf("input", Input, "dtmf", "speech");
        writer.Attribute("language", Language);
        writer.Attribute("hints", Hints.IsEmpty ? null : string.Join(',', Hints));
        writer.Attribute("timeout", Timeout, 1, 600);
        if (Input.Contains("speech")) writer.Attribute("speechTimeout", SpeechTimeout?.ToString(CultureInfo.InvariantCulture) ?? "auto");
        writer.Attribute("numDigits", NumDigits, 1, 1000);
        writer.Attribute("finishOnKey", FinishOnKey);
        writer.Attribute("actionOnEmptyResult", ActionOnEmptyResult);
        writer.Attribute("bargeIn", BargeIn);
        writer.Attribute("profanityFilter", ProfanityFilter);
        writer.Attribute("speechModel", SpeechModel);
        writer.Attribute("partialResultCallback", PartialResultCallback);
        foreach (var prompt in Prompts) writer.Child((Verb)prompt);
    }
}
