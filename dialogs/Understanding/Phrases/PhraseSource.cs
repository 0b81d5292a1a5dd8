using System.Reflection;
using ServiceBot.Dialogs.Language;
using YamlDotNet.Serialization;

namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>
/// What the phrase files of one language say. Each file has <c>words</c> (name to spellings; '~' after a spelling forgives one slip) and sections of rules
/// (label to lines of a weight and words: '!' must not be said, '^' begins, '$' ends, '=' is the whole utterance, '&gt;' comes later than the word before).
/// </summary>
internal sealed class PhraseSource
{
    private PhraseSource()
    {
    }

    public Dictionary<string, List<string>> Words { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<(string Label, string Line)>> Rules { get; } = new(StringComparer.Ordinal);

    public static PhraseSource Embedded(SpokenLanguage language)
    {
        var source = new PhraseSource();
        var assembly = Assembly.GetExecutingAssembly();
        var suffix = language == SpokenLanguage.Korean ? ".ko.yaml" : ".en.yaml";
        const string Prefix = "Understanding/Phrases/";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Resource '{name}' cannot be opened.");
            using var reader = new StreamReader(stream);
            source.Add(name[Prefix.Length..], reader);
        }
        return source;
    }

    private void Add(string file, TextReader reader)
    {
        var content = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, List<string>>>>(reader);
        foreach (var (section, entries) in content)
        {
            foreach (var (name, lines) in entries)
            {
                if (section != "words")
                {
                    if (!Rules.TryGetValue(section, out var rules)) Rules[section] = rules = [];
                    rules.AddRange(lines.Select(line => (name, line)));
                }
                else if (!Words.TryAdd(name, lines))
                {
                    throw new FormatException($"Phrase file '{file}' defines the word '{name}' a second time.");
                }
            }
        }
    }
}
