namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Goes on with the document of another address.</summary>
/// <param name="Url">Absolute, or relative to this document's.</param>
public sealed record Redirect(string Url) : Verb, IResponseVerb
{
    /// <summary>POST unless said.</summary>
    public string? Method { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        writer.OneOf("method", Method, "GET", "POST");
        writer.Text(Url);
    }
}
