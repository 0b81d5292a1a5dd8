namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>A browser's telephone.</summary>
/// <param name="Identity">Whose.</param>
public sealed record Client(string Identity) : Verb, IDialNoun
{
    /// <summary>A document for whoever answers, before the caller is heard.</summary>
    public string? Url { get; init; }
    /// <summary>Where its progress is told.</summary>
    public string? StatusCallback { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Identity.Length == 0) throw writer.Refused("has no identity");
        writer.Attribute("url", Url);
        writer.Attribute("statusCallback", StatusCallback);
        writer.Text(Identity);
    }
}
