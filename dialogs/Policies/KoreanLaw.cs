using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Policies;

/// <summary>How sure we are of a rule.</summary>
internal enum Confidence
{
    /// <summary>Disputed: the machine decides nothing by it.</summary>
    Low,
    /// <summary>From memory or a secondary source.</summary>
    Medium,
    /// <summary>Read in the law's text.</summary>
    High,
}

/// <summary>The data of one rule; its condition is code, in the file of its concern.</summary>
/// <param name="Id">C01 to C24.</param>
/// <param name="Source">The clause, as it is cited.</param>
/// <param name="Confidence">How sure we are.</param>
/// <param name="Numbers">Its days, months and rates by name.</param>
internal sealed record LawRule(string Id, string Source, Confidence Confidence, ImmutableSortedDictionary<string, int> Numbers)
{
    public int this[string number] => Numbers.TryGetValue(number, out var value) ? value : throw new KeyNotFoundException($"Rule {Id} has no number '{number}'.");

    /// <summary>The rule in plain words, with its numbers.</summary>
    public Sentence InPlainWords => new($"policies.{Id}.rule", Numbers.ToImmutableSortedDictionary(number => number.Key, number => (object)number.Value, StringComparer.Ordinal));
}

/// <summary>Korean consumer law on distance sales, as rules C01 to C24.</summary>
internal static class KoreanLaw
{
    private static readonly FrozenDictionary<string, LawRule> Rules = Read(PolicyResources.Text("korean-law.json"));

    /// <summary>All rules by id.</summary>
    public static IEnumerable<LawRule> All => Rules.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule of that id; throws for an unknown one.</summary>
    public static LawRule Rule(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no rule '{id}'.");

    /// <summary>The rule of that id, or null.</summary>
    public static LawRule? Find(string id) => Rules.GetValueOrDefault(id);

    private static FrozenDictionary<string, LawRule> Read(string json)
    {
        using var file = JsonDocument.Parse(json);
        return file.RootElement.GetProperty("rules").EnumerateArray().Select(rule => new LawRule(
            rule.GetProperty("id").GetString() ?? "", rule.GetProperty("source").GetString() ?? "",
            Enum.Parse<Confidence>(rule.GetProperty("confidence").GetString() ?? "", ignoreCase: true),
            rule.GetProperty("numbers").EnumerateObject().ToImmutableSortedDictionary(number => number.Name, number => number.Value.GetInt32(), StringComparer.Ordinal)))
            .ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
    }
}
