namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Plays a sound, or keys where no address is given.</summary>
/// <param name="Url">Where the sound is fetched; null for keys alone.</param>
public sealed record Play(string? Url) : Verb, IResponseVerb, IGatherVerb
{
    /// <summary>How often, 1 unless said; 0 for without end.</summary>
    public int? Loop { get; init; }
    /// <summary>Keys to play: digits, *, #, and w for half a second of waiting.</summary>
    public string? Digits { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Url is null == Digits is null) throw writer.Refused("plays either a sound or keys");
        writer.Attribute("loop", Loop, 0, 1000);
        writer.Attribute("digits", Digits);
        if (Url is not null) writer.Text(Url);
    }
}
