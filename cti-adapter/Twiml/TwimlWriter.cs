using System.Globalization;
using System.Text;
using System.Xml;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Writes documents: names are those of the verbs' types, values are checked as they are written, and the XML is the framework's.</summary>
internal sealed class TwimlWriter
{
    /// <summary>What a webhook may answer at most, in bytes (error 11750).</summary>
    public const int LargestDocument = 64 * 1024;

    private readonly XmlWriter _xml;
    private readonly Stack<string> _open = [];

    private TwimlWriter(XmlWriter xml) => _xml = xml;

    /// <summary>A whole document in UTF-8, with its declaration and no blank before it (error 12100).</summary>
    /// <exception cref="TwimlException">A value is not allowed, or the document is too large.</exception>
    public static byte[] Write(VoiceResponse response)
    {
        using var document = new MemoryStream();
        using (var xml = XmlWriter.Create(document, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true }))
            new TwimlWriter(xml).Element("Response", response);
        return document.Length <= LargestDocument ? document.ToArray() : throw new TwimlException($"Response has {document.Length} bytes: a document may have at most {LargestDocument}");
    }

    public void Child(Verb verb) => Element(verb.Element, verb);

    public void Child(ISpoken spoken)
    {
        if (spoken is Words words) Text(words.Text);
        else if (spoken is Verb mark) Child(mark);
        else throw Refused($"cannot hold {spoken.GetType().Name}");
    }

    public void Text(string text) => _xml.WriteString(Printable(text));

    public void Attribute(string name, string? value)
    {
        if (value is null) return;
        if (name == "xml:lang") _xml.WriteAttributeString("xml", "lang", null, Printable(value));
        else _xml.WriteAttributeString(name, Printable(value));
    }

    public void Attribute(string name, bool? value) => Attribute(name, value is { } given ? given ? "true" : "false" : null);

    public void Attribute(string name, int? value, int least, int most)
    {
        if (value < least || value > most) throw Refused(name, value.Value.ToString(CultureInfo.InvariantCulture), $"must be {least} to {most}");
        Attribute(name, value?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>One of the values that the attribute knows.</summary>
    public void OneOf(string name, string? value, params ReadOnlySpan<string> known)
    {
        if (value is not null && !known.Contains(value)) throw Refused(name, value, $"must be one of {string.Join(", ", known.ToArray())}");
        Attribute(name, value);
    }

    /// <summary>Some of the values that the attribute knows, separated by blanks.</summary>
    public void SomeOf(string name, IReadOnlyCollection<string> values, params ReadOnlySpan<string> known)
    {
        foreach (var value in values)
            if (!known.Contains(value)) throw Refused(name, value, $"must be of {string.Join(", ", known.ToArray())}");
        if (values.Count > 0) Attribute(name, string.Join(' ', values));
    }

    public TwimlException Refused(string name, string value, string rule) => new($"{_open.Peek()} {name} is '{value}': {rule}");

    public TwimlException Refused(string rule) => new($"{_open.Peek()} {rule}");

    private void Element(string name, Verb verb)
    {
        _open.Push(name);
        _xml.WriteStartElement(name);
        verb.Write(this);
        _xml.WriteEndElement();
        _open.Pop();
    }

    // XML has no way to write these at all; a customer's name could hold one.
    private static string Printable(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where((letter, at) =>
        XmlConvert.IsXmlChar(letter)
        || (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], letter))
        || (at > 0 && XmlConvert.IsXmlSurrogatePair(letter, text[at - 1]))));
}
