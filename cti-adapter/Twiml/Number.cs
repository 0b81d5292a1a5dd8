namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>A telephone.</summary>
/// <param name="Digits">Its number with + and the country.</param>
public sealed record Number(string Digits) : Verb, IDialNoun
{
    /// <summary>A document for whoever answers, before the caller is heard (whisper, screening).</summary>
    public string? Url { get; init; }
    /// <summary>Keys to press once it is answered.</summary>
    public string? SendDigits { get; init; }
    /// <summary>Where its progress is told.</summary>
    public string? StatusCallback { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Digits.Length == 0) throw writer.Refused("has no digits");
        writer.Attribute("url", Url);
        writer.Attribute("sendDigits", SendDigits);
        writer.Attribute("statusCallback", StatusCallback);
        writer.Text(Digits);
    }
}
