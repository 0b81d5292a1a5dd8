using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>A document as the network understands it.</summary>
/// <param name="Verbs">In order.</param>
/// <param name="Warnings">What was skipped, with the company's code.</param>
internal sealed record TwimlReading(ImmutableArray<Verb> Verbs, ImmutableArray<string> Warnings)
{
    /// <summary>The document with one element a line.</summary>
    public required string Pretty { get; init; }
}

/// <summary>Reads documents as the telephone company does, independently of the room that writes ours.</summary>
internal static class TwimlReader
{
    /// <summary>No document may be longer, in characters (11750).</summary>
    public const int Longest = 64 * 1024;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = false };

    private static readonly Dictionary<string, Func<TwimlElement, Verb>> Verbs = new(StringComparer.Ordinal)
    {
        ["Say"] = SayVerb.Read,
        ["Play"] = PlayVerb.Read,
        ["Pause"] = PauseVerb.Read,
        ["Gather"] = GatherVerb.Read,
        ["Record"] = RecordVerb.Read,
        ["Dial"] = DialVerb.Read,
        ["Connect"] = ConnectVerb.Read,
        ["Enqueue"] = EnqueueVerb.Read,
        ["Leave"] = LeaveVerb.Read,
        ["Redirect"] = RedirectVerb.Read,
        ["Hangup"] = HangupVerb.Read,
        ["Reject"] = RejectVerb.Read,
        ["Sms"] = SmsVerb.Read,
        ["Start"] = BackgroundVerb.Read,
        ["Stop"] = BackgroundVerb.Read,
    };

    /// <summary>Reads a document for a call.</summary>
    /// <exception cref="TwimlException">It is none (12100), or too long (11750).</exception>
    public static TwimlReading Read(string text)
    {
        var warnings = new List<string>();
        var verbs = Elements(text, warnings).Select(Read).OfType<Verb>().ToImmutableArray();
        return new TwimlReading(verbs, [.. warnings]) { Pretty = Pretty(text) };
    }

    /// <summary>Reads a document that answers a text message.</summary>
    /// <exception cref="TwimlException">It is none (12100), or too long (11750).</exception>
    public static MessagingReading ReadMessages(string text)
    {
        var warnings = new List<string>();
        var messages = ImmutableArray.CreateBuilder<TextReply>();
        foreach (var element in Elements(text, warnings))
        {
            if (element.Name == "Message") messages.Add(TextReply.Read(element));
            else element.Warn($"Invalid element <{element.Name}>");
        }
        return new MessagingReading(messages.ToImmutable(), [.. warnings], Pretty(text));
    }

    private static TwimlElement[] Elements(string text, List<string> warnings)
    {
        if (text.Length > Longest) throw new TwimlException(11750, $"the document has {text.Length} characters; {Longest} are allowed");
        var root = Parse(text).Root;
        if (root?.Name.LocalName != "Response") throw new TwimlException(12100, $"the root is <{root?.Name.LocalName}>, not <Response>");
        var outside = root.Nodes().OfType<XText>().Select(words => words.Value.Trim()).FirstOrDefault(words => words.Length > 0);
        if (outside is not null) warnings.Add($"12200: words outside of any verb: {outside}");
        return [.. root.Elements().Select(element => new TwimlElement(element, warnings))];
    }

    private static Verb? Read(TwimlElement element)
    {
        if (Verbs.GetValueOrDefault(element.Name) is { } read) return read(element);
        element.Warn($"Invalid element <{element.Name}>");
        return null;
    }

    private static XDocument Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException fault)
        {
            throw new TwimlException(12100, $"the document is not well-formed: {fault.Message}");
        }
    }

    private static string Pretty(string text)
    {
        var document = XDocument.Parse(text);
        return document.Declaration is { } declaration ? $"{declaration}\n{document}" : document.ToString();
    }
}
