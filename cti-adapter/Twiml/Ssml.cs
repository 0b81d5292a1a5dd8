using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Words as they are.</summary>
/// <param name="Text">The words; the writer escapes them.</param>
public sealed record Words(string Text) : ISpoken;

/// <summary>A mark in spoken words (w3.org/TR/speech-synthesis11), of those that may stand in Say; some voices know fewer.</summary>
public abstract record Ssml : Verb, ISpoken
{
    /// <summary>How many characters are spoken.</summary>
    internal static int Length(ISpoken spoken) => spoken switch
    {
        Words words => words.Text.Length,
        Around around => around.Inside.Sum(Length),
        Replacement replacement => replacement.Text.Length,
        _ => 0,
    };
}

/// <summary>A mark around words.</summary>
/// <param name="Inside">What it is around.</param>
public abstract record Around(ImmutableArray<ISpoken> Inside) : Ssml
{
    private protected void WriteInside(TwimlWriter writer)
    {
        foreach (var part in Inside) writer.Child(part);
    }
}

/// <summary>A mark around plain text only.</summary>
/// <param name="Text">The text.</param>
public abstract record Replacement(string Text) : Ssml;

/// <summary>A pause.</summary>
public sealed record Break : Ssml
{
    /// <summary>How strong, where no time is given; medium unless said.</summary>
    public string? Strength { get; init; }
    /// <summary>Milliseconds, at most 10,000.</summary>
    public int? Milliseconds { get; init; }

    internal override string Element => "break";

    internal override void Write(TwimlWriter writer)
    {
        if (Milliseconds is < 0 or > 10_000) throw writer.Refused("time", $"{Milliseconds}ms", "must be 0 to 10000 ms");
        writer.OneOf("strength", Strength, "none", "x-weak", "weak", "medium", "strong", "x-strong");
        writer.Attribute("time", Milliseconds is { } length ? $"{length}ms" : null);
    }
}

/// <summary>Stress.</summary>
/// <param name="Inside">What is stressed.</param>
public sealed record Emphasis(ImmutableArray<ISpoken> Inside) : Around(Inside)
{
    /// <summary>How much.</summary>
    public string? Level { get; init; }

    internal override string Element => "emphasis";

    internal override void Write(TwimlWriter writer)
    {
        writer.OneOf("level", Level, "strong", "moderate", "reduced");
        WriteInside(writer);
    }
}

/// <summary>Words of another language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Inside">The words.</param>
public sealed record Lang(string Language, ImmutableArray<ISpoken> Inside) : Around(Inside)
{
    internal override string Element => "lang";

    internal override void Write(TwimlWriter writer)
    {
        writer.Attribute("xml:lang", Language);
        WriteInside(writer);
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Inside">Its words.</param>
public sealed record P(ImmutableArray<ISpoken> Inside) : Around(Inside)
{
    internal override string Element => "p";

    internal override void Write(TwimlWriter writer) => WriteInside(writer);
}

/// <summary>A sentence.</summary>
/// <param name="Inside">Its words.</param>
public sealed record S(ImmutableArray<ISpoken> Inside) : Around(Inside)
{
    internal override string Element => "s";

    internal override void Write(TwimlWriter writer) => WriteInside(writer);
}

/// <summary>Pace, pitch and volume.</summary>
/// <param name="Inside">The words.</param>
public sealed record Prosody(ImmutableArray<ISpoken> Inside) : Around(Inside)
{
    /// <summary>x-slow to x-fast, or a percentage.</summary>
    public string? Rate { get; init; }
    /// <summary>x-low to x-high, or a percentage.</summary>
    public string? Pitch { get; init; }
    /// <summary>silent to x-loud, or decibels.</summary>
    public string? Volume { get; init; }

    internal override string Element => "prosody";

    internal override void Write(TwimlWriter writer)
    {
        if (Rate is null && Pitch is null && Volume is null) throw writer.Refused("needs one of rate, pitch and volume");
        writer.Attribute("rate", Rate);
        writer.Attribute("pitch", Pitch);
        writer.Attribute("volume", Volume);
        WriteInside(writer);
    }
}

/// <summary>How text is pronounced.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Ph">Its phonemes.</param>
public sealed record Phoneme(string Text, string Ph) : Replacement(Text)
{
    /// <summary>ipa, x-sampa or x-amazon-pinyin.</summary>
    public string? Alphabet { get; init; }

    internal override string Element => "phoneme";

    internal override void Write(TwimlWriter writer)
    {
        writer.OneOf("alphabet", Alphabet, "ipa", "x-sampa", "x-amazon-pinyin");
        writer.Attribute("ph", Ph);
        writer.Text(Text);
    }
}

/// <summary>What kind of thing text is.</summary>
/// <param name="Text">The text.</param>
/// <param name="InterpretAs">Such as digits, telephone or date.</param>
public sealed record SayAs(string Text, string InterpretAs) : Replacement(Text)
{
    /// <summary>For dates, such as ymd.</summary>
    public string? Format { get; init; }

    internal override string Element => "say-as";

    internal override void Write(TwimlWriter writer)
    {
        writer.OneOf("interpret-as", InterpretAs, "character", "spell-out", "cardinal", "number", "ordinal", "digits", "fraction", "unit", "date", "time", "address", "expletive", "telephone");
        writer.Attribute("format", Format);
        writer.Text(Text);
    }
}

/// <summary>Other words in place of text.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Alias">As it is spoken.</param>
public sealed record Sub(string Text, string Alias) : Replacement(Text)
{
    internal override string Element => "sub";

    internal override void Write(TwimlWriter writer)
    {
        writer.Attribute("alias", Alias);
        writer.Text(Text);
    }
}

/// <summary>A word in a certain role, by which it is pronounced.</summary>
/// <param name="Text">The word.</param>
public sealed record W(string Text) : Replacement(Text)
{
    /// <summary>Such as amazon:VB.</summary>
    public string? Role { get; init; }

    internal override string Element => "w";

    internal override void Write(TwimlWriter writer)
    {
        writer.Attribute("role", Role);
        writer.Text(Text);
    }
}
