namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Sends a text message during a call.</summary>
/// <param name="Text">The text, at most 1,600 characters.</param>
public sealed record Sms(string Text) : Verb, IResponseVerb
{
    /// <summary>To whom; the caller unless said.</summary>
    public string? To { get; init; }
    /// <summary>From which number; the called one unless said.</summary>
    public string? From { get; init; }
    /// <summary>Where its fate is told.</summary>
    public string? StatusCallback { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Text.Length is 0 or > Message.LongestText) throw writer.Refused($"has {Text.Length} characters: 1 to {Message.LongestText} are sent");
        writer.Attribute("to", To);
        writer.Attribute("from", From);
        writer.Attribute("statusCallback", StatusCallback);
        writer.Text(Text);
    }
}
