using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Puts the caller through; goes on with its action, or the next verb, when that is over.</summary>
/// <param name="To">A conference or a queue alone, or up to ten telephones of which the first to answer is connected.</param>
public sealed record Dial(ImmutableArray<IDialNoun> To) : Verb, IResponseVerb
{
    private const int MostTelephones = 10;

    /// <summary>Where to go on; <c>DialCallStatus</c> tells how it went.</summary>
    public string? Action { get; init; }
    /// <summary>Seconds of ringing, 5 to 600; 30 unless said.</summary>
    public int? Timeout { get; init; }
    /// <summary>Longest talk in seconds, at most 4 hours.</summary>
    public int? TimeLimit { get; init; }
    /// <summary>The number that the other side sees.</summary>
    public string? CallerId { get; init; }
    /// <summary>Whether the caller's line is answered only once the other side answers.</summary>
    public bool? AnswerOnBridge { get; init; }
    /// <summary>Whether the caller may end the talk with *.</summary>
    public bool? HangupOnStar { get; init; }
    /// <summary>What is recorded; nothing unless said.</summary>
    public string? Record { get; init; }
    /// <summary>Where the recording is told.</summary>
    public string? RecordingStatusCallback { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (To.IsEmpty) throw writer.Refused("calls nobody");
        if (To.Length > MostTelephones) throw writer.Refused($"calls {To.Length} telephones: at most {MostTelephones} ring");
        if (To.Length > 1 && To.Any(noun => noun is Conference or Queue)) throw writer.Refused("has a Conference or Queue beside others: it must stand alone");
        writer.Attribute("action", Action);
        writer.Attribute("timeout", Timeout, 5, 600);
        writer.Attribute("timeLimit", TimeLimit, 1, 14_400);
        writer.Attribute("callerId", CallerId);
        writer.Attribute("answerOnBridge", AnswerOnBridge);
        writer.Attribute("hangupOnStar", HangupOnStar);
        writer.OneOf("record", Record, "do-not-record", "record-from-answer", "record-from-ringing", "record-from-answer-dual", "record-from-ringing-dual");
        writer.Attribute("recordingStatusCallback", RecordingStatusCallback);
        foreach (var noun in To) writer.Child((Verb)noun);
    }
}

/// <summary>Whom a caller is put through to.</summary>
public interface IDialNoun;
