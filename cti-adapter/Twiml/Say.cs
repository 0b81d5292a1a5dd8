namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Speaks words.</summary>
/// <param name="Text">The words; at most 4,096 characters.</param>
public sealed record Say(string Text) : Verb, IResponseVerb, IGatherVerb
{
    /// <summary>The longest text.</summary>
    public const int LongestText = 4096;

    /// <summary>BCP 47 tag of the words; without it they are read as English.</summary>
    public string? Language { get; init; }

    /// <summary>The voice, such as Polly.Seoyeon-Neural.</summary>
    public string? Voice { get; init; }

    /// <summary>How often, 1 unless said; 0 for without end.</summary>
    public int? Loop { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Text.Length == 0) throw writer.Refused("has no words");
        if (Text.Length > LongestText) throw writer.Refused($"has {Text.Length} characters: at most {LongestText} are spoken");
        writer.Attribute("language", Language);
        writer.Attribute("voice", Voice);
        writer.Attribute("loop", Loop, 0, 1000);
        writer.Text(Text);
    }
}
