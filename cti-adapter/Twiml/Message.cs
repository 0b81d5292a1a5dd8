namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Answers a text message with another.</summary>
/// <param name="Text">The text, at most 1,600 characters.</param>
public sealed record Message(string Text) : Verb, IResponseVerb
{
    /// <summary>The longest text.</summary>
    public const int LongestText = 1600;

    /// <summary>A text in parts that are not too long, none of which ends within a character; none of an empty one.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(LongestText, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1])) length--;
            yield return text.Substring(start, length);
            start += length;
        }
    }

    internal override void Write(TwimlWriter writer)
    {
        if (Text.Length is 0 or > LongestText) throw writer.Refused($"has {Text.Length} characters: 1 to {LongestText} are sent");
        writer.Text(Text);
    }
}
