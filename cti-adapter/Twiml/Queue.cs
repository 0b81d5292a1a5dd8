namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>The next of those who wait in a queue.</summary>
/// <param name="Name">The queue's name.</param>
public sealed record Queue(string Name) : Verb, IDialNoun
{
    /// <summary>A document for the one who waited, before being connected.</summary>
    public string? Url { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Name.Length is 0 or > 64) throw writer.Refused("name", Name, "must have 1 to 64 characters");
        writer.Attribute("url", Url);
        writer.Text(Name);
    }
}
