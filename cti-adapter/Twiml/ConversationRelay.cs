using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Speech in and out as text over a WebSocket.</summary>
/// <param name="Url">The WebSocket, wss://.</param>
public sealed record ConversationRelay(string Url) : Verb, IConnectNoun
{
    /// <summary>What is said first.</summary>
    public string? WelcomeGreeting { get; init; }
    /// <summary>What may interrupt the greeting.</summary>
    public string? WelcomeGreetingInterruptible { get; init; }
    /// <summary>The language in and out.</summary>
    public string? Language { get; init; }
    /// <summary>The voice.</summary>
    public string? Voice { get; init; }
    /// <summary>Who speaks.</summary>
    public string? TtsProvider { get; init; }
    /// <summary>Who recognizes.</summary>
    public string? TranscriptionProvider { get; init; }
    /// <summary>The recognizer's model.</summary>
    public string? SpeechModel { get; init; }
    /// <summary>Words that are likely.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];
    /// <summary>What may interrupt speech: none, dtmf, speech or any.</summary>
    public string? Interruptible { get; init; }
    /// <summary>Whether keys are told.</summary>
    public bool? DtmfDetection { get; init; }
    /// <summary>What the session is told at its start. Never anything secret: it is kept by the platform.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal override void Write(TwimlWriter writer)
    {
        if (!Url.StartsWith("wss://", StringComparison.OrdinalIgnoreCase)) throw writer.Refused("url", Url, "must begin with wss://");
        writer.Attribute("url", Url);
        writer.Attribute("welcomeGreeting", WelcomeGreeting);
        writer.OneOf("welcomeGreetingInterruptible", WelcomeGreetingInterruptible, "none", "dtmf", "speech", "any");
        writer.Attribute("language", Language);
        writer.Attribute("voice", Voice);
        writer.Attribute("ttsProvider", TtsProvider);
        writer.Attribute("transcriptionProvider", TranscriptionProvider);
        writer.Attribute("speechModel", SpeechModel);
        writer.Attribute("hints", Hints.IsEmpty ? null : string.Join(',', Hints));
        writer.OneOf("interruptible", Interruptible, "none", "dtmf", "speech", "any");
        writer.Attribute("dtmfDetection", DtmfDetection);
        foreach (var (name, value) in Parameters) writer.Child(new Parameter(name, value));
    }
}
