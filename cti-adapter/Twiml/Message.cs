namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Answers a text message with another.</summary>
/// <param name="Text">The text, at most 1,600 characters.</param>
public sealed record Message(string Text) : Verb, IResponseVerb
{
    /// <summary>The longest text.</summary>
    public const int LongestText = 1600;

    internal override void Write(TwimlWriter writer)
    {
        if (Text.Length is 0 or > LongestText) throw writer.Refused($"has {Text.Length} characters: 1 to {LongestText} are sent");
        writer.Text(Text);
    }
}
