using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ServiceBot.Dialogs.Language;

/// <summary>Reads one book's YAML into sentences and says everything that is wrong with it; what cannot be read at all is named in <paramref name="unread"/>.</summary>
internal sealed class BookReader(string file, string book, SpokenLanguage language, List<string> errors, HashSet<string> unread)
{
    private static readonly string[] Parts = ["text", "speech", "formal", "formalSpeech", "again"];

    public IEnumerable<BookSentence> Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            unread.Add(book);
            errors.Add($"{Place(broken.Start)}: is not valid YAML: {broken.Message} (a text that begins with {{ or has a colon needs quotes)");
            return [];
        }
        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            unread.Add(book);
            errors.Add($"{file}:1: must hold one list of 'sentence: text'");
            return [];
        }
        return root.Children.Select(pair => Sentence(pair.Key, pair.Value)).OfType<BookSentence>().ToList();
    }

    private BookSentence? Sentence(YamlNode name, YamlNode node)
    {
        if (name is not YamlScalarNode { Value: { Length: > 0 } } named)
        {
            errors.Add($"{Place(name)}: has a sentence without a name");
            return null;
        }
        var key = $"{book}.{named.Value}";
        var sentence = Sentence(key, Place(name), node);
        if (sentence is null) unread.Add(key);
        return sentence;
    }

    private BookSentence? Sentence(string key, string place, YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode:
                return Wording(key, node) is { } only ? new(key, place, only, []) : null;
            case YamlMappingNode mapping:
                var first = Wording(key, mapping);
                var again = Again(key, mapping);
                return first is null ? null : new(key, place, first, again);
            default:
                errors.Add($"{Place(node)}: {key} must be a text, or 'text:' with {string.Join(", ", Parts[1..])}");
                return null;
        }
    }

    private List<Wording> Again(string key, YamlMappingNode mapping)
    {
        if (!mapping.Children.TryGetValue("again", out var node)) return [];
        if (node is YamlSequenceNode { Children.Count: > 0 } sequence)
            return sequence.Select((entry, i) => Wording(BookChecks.Reprompt(key, i), entry)).OfType<Wording>().ToList();
        errors.Add($"{Place(node)}: {key} has an 'again' that is not a list of texts");
        return [];
    }

    private Wording? Wording(string key, YamlNode node)
    {
        if (node is not YamlMappingNode mapping) return Wording(key, node, null, null, null);
        foreach (var part in mapping.Children.Keys.OfType<YamlScalarNode>().Where(part => !Parts.Contains(part.Value, StringComparer.Ordinal)))
            errors.Add($"{Place(part)}: {key} has an unknown part '{part.Value}'; the parts are {string.Join(", ", Parts)}");
        if (Part(mapping, "text") is { } text) return Wording(key, text, Part(mapping, "speech"), Part(mapping, "formal"), Part(mapping, "formalSpeech"));
        errors.Add($"{Place(mapping)}: {key} has no 'text'");
        return null;
    }

    // Where a book words the ear's sentence apart, its formal form is derived from that and not from the eye's.
    private Wording? Wording(string key, YamlNode text, YamlNode? speech, YamlNode? formal, YamlNode? formalSpeech)
    {
        if (Text(key, "text", text) is not { } written) return null;
        var spoken = speech is null ? null : Text(key, "speech", speech);
        var writtenFormally = formal is null ? null : Text(key, "formal", formal);
        var spokenFormally = formalSpeech is null ? null : Text(key, "formalSpeech", formalSpeech);

        var textTemplate = Parse(key, "text", text, written);
        var speechTemplate = spoken is null ? textTemplate : Parse(key, "speech", speech ?? text, spoken);
        var formalText = writtenFormally is null ? Derived(written, textTemplate) : Parse(key, "formal", formal ?? text, writtenFormally);
        var formalSpoken = spokenFormally is not null ? Parse(key, "formalSpeech", formalSpeech ?? text, spokenFormally)
            : spoken is null ? formalText : Derived(spoken, speechTemplate);
        SameNames(key, text, ("text", textTemplate), ("formal", formalText));
        if (spokenFormally is not null) SameNames(key, text, ("speech", speechTemplate), ("formalSpeech", formalSpoken));
        if (BookChecks.Added(speechTemplate, textTemplate) is { } added) errors.Add($"{Place(text)}: {key} has the placeholders {added} in 'speech', which its text has not");
        return new(textTemplate, speechTemplate, formalText, formalSpoken);
    }

    private void SameNames(string key, YamlNode node, (string Part, Template Template) polite, (string Part, Template Template) formal)
    {
        if (!formal.Template.Names.SetEquals(polite.Template.Names))
            errors.Add($"{Place(node)}: {key} has the placeholders {BookChecks.Braced(polite.Template.Names)} in '{polite.Part}' and {BookChecks.Braced(formal.Template.Names)} in '{formal.Part}'");
    }

    private Template Derived(string source, Template polite)
    {
        if (language is not SpokenLanguage.Korean) return polite;
        var formal = Politeness.Formal(source);
        return string.Equals(formal, source, StringComparison.Ordinal) ? polite : Template.Parse(formal, language, _ => { });
    }

    private Template Parse(string key, string part, YamlNode node, string source) =>
        Template.Parse(source, language, problem => errors.Add($"{Place(node)}: {key} {(part == "text" ? "" : $"in '{part}' ")}{problem}"));

    private string? Text(string key, string part, YamlNode node)
    {
        if (node is not YamlScalarNode scalar) errors.Add($"{Place(node)}: {key} has a '{part}' that is not a text");
        else if (string.IsNullOrWhiteSpace(scalar.Value)) errors.Add($"{Place(node)}: {key} has an empty '{part}'");
        else return scalar.Value.Trim();
        return null;
    }

    private static YamlNode? Part(YamlMappingNode mapping, string name) => mapping.Children.TryGetValue(name, out var node) ? node : null;

    private string Place(YamlNode node) => Place(node.Start);

    private string Place(Mark mark) => string.Create(CultureInfo.InvariantCulture, $"{file}:{mark.Line}");
}
