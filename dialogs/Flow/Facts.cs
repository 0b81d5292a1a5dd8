using System.Collections.Immutable;
using System.Text.Json;

namespace ServiceBot.Dialogs.Flow;

/// <summary>The facts of one turn: fetched live, or read from a journal.</summary>
public sealed class Facts
{
    private readonly Dictionary<string, (Need Need, object? Fact)> _fetched = new(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, JsonElement> _journalled;
    private readonly List<Need> _missing = [];

    /// <summary>No facts yet.</summary>
    public Facts() : this(ImmutableSortedDictionary<string, JsonElement>.Empty)
    {
    }

    /// <summary>The facts of a journalled turn.</summary>
    public Facts(ImmutableSortedDictionary<string, JsonElement> journalled) => _journalled = journalled;

    /// <summary>What a state needs and nobody has fetched yet.</summary>
    public IReadOnlyList<Need> Missing => _missing;

    /// <summary>Adds what was fetched for a need; null where there is none.</summary>
    public void Add(Need need, object? fact)
    {
        _fetched[need.Key] = (need, fact);
        _missing.RemoveAll(missing => string.Equals(missing.Key, need.Key, StringComparison.Ordinal));
    }

    /// <summary>The facts as they go into the journal.</summary>
    public ImmutableSortedDictionary<string, JsonElement> ToJournal()
    {
        var journal = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, (need, fact)) in _fetched) journal[key] = need.ToJson(fact);
        return journal.ToImmutable();
    }

    internal bool Require(Need need)
    {
        if (_fetched.ContainsKey(need.Key)) return true;
        if (_journalled.TryGetValue(need.Key, out var json))
        {
            Add(need, need.FromJson(json));
            return true;
        }
        if (!_missing.Exists(missing => string.Equals(missing.Key, need.Key, StringComparison.Ordinal))) _missing.Add(need);
        return false;
    }

    internal TFact? Get<TFact>(Need<TFact> need) where TFact : class =>
        _fetched.TryGetValue(need.Key, out var entry) ? (TFact?)entry.Fact : throw new InvalidOperationException($"The fact '{need.GetType().Name}' was not declared by the state that asks for it.");
}
