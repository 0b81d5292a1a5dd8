using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Speaks words.</summary>
/// <param name="Spoken">The words, with marks for how they are spoken.</param>
public sealed record Say(ImmutableArray<ISpoken> Spoken) : Verb, IResponseVerb, IGatherVerb
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 4096;

    /// <summary>Speaks words as they are.</summary>
    public Say(string text) : this([new Words(text)]) { }

    /// <summary>BCP 47 tag of the words; without it they are read as English.</summary>
    public string? Language { get; init; }

    /// <summary>The voice, such as Polly.Seoyeon-Neural.</summary>
    public string? Voice { get; init; }

    /// <summary>How often, 1 unless said; 0 for without end.</summary>
    public int? Loop { get; init; }

    /// <summary>The words alone.</summary>
    internal string Text => string.Concat(Spoken.OfType<Words>().Select(part => part.Text));

    internal override void Write(TwimlWriter writer)
    {
        var length = Spoken.Sum(Ssml.Length);
        if (length == 0) throw writer.Refused("has no words");
        if (length > LongestText) throw writer.Refused($"has {length} characters: at most {LongestText} are spoken");
        writer.Attribute("language", Language);
        writer.Attribute("voice", Voice);
        writer.Attribute("loop", Loop, 0, 1000);
        foreach (var part in Spoken) writer.Child(part);
    }
}
