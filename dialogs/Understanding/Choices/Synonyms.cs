using System.Collections.Frozen;
using System.Reflection;
using YamlDotNet.Serialization;

namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>Words that mean the same when an option is chosen, read from <c>synonyms.yaml</c>.</summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, string[]> Groups = Load();

    /// <summary>All words of the groups of this one, itself among them.</summary>
    public static string[] Of(string word) => Groups.TryGetValue(word, out var group) ? group : [word];

    private static FrozenDictionary<string, string[]> Load()
    {
        const string Name = "ServiceBot.Dialogs.Understanding.Choices.synonyms.yaml";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"Resource '{Name}' cannot be opened.");
        using var reader = new StreamReader(stream);
        var content = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<List<string>>>>(reader);
        return content["groups"]
            .SelectMany(group => group.Select(word => (word, group)))
            .GroupBy(entry => entry.word, StringComparer.Ordinal)
            .ToFrozenDictionary(entry => entry.Key, entry => entry.SelectMany(pair => pair.group).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }
}
