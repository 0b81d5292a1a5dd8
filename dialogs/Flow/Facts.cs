using System.Collections.Immutable;
using System.Text.Json;

namespace ServiceBot.Dialogs.Flow;

/// <summary>The facts of one turn: fetched live, known from a moment ago, or read from a journal.</summary>
public sealed class Facts
{
    private readonly Dictionary<string, KnownFact> _used = new(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, JsonElement> _journalled;
    private readonly ImmutableArray<KnownFact> _known;
    private readonly List<Need> _missing = [];

    /// <summary>No facts yet.</summary>
    public Facts() : this(ImmutableArray<KnownFact>.Empty)
    {
    }

    /// <summary>The facts of a journalled turn.</summary>
    public Facts(ImmutableSortedDictionary<string, JsonElement> journalled) => (_journalled, _known) = (journalled, []);

    /// <summary>What is known from a moment ago, and need not be fetched.</summary>
    public Facts(ImmutableArray<KnownFact> known) => (_journalled, _known) = (ImmutableSortedDictionary<string, JsonElement>.Empty, known);

    /// <summary>What a state needs and nobody has fetched yet.</summary>
    public IReadOnlyList<Need> Missing => _missing;

    /// <summary>Whether something was taken that was only known from before.</summary>
    public bool TookKnown => _known.Any(known => _used.ContainsKey(known.Need.Key));

    /// <summary>What a turn that follows at once need not fetch again.</summary>
    public ImmutableArray<KnownFact> Lasting =>
        [.. _used.Values.Where(used => used.Need.Lasts && used.Fact is not null).Select(used => used.Taken()), .. _known.Where(known => !_used.ContainsKey(known.Need.Key))];

    /// <summary>Adds what was fetched for a need; null where there is none.</summary>
    public void Add(Need need, object? fact, DateTimeOffset at = default) => Take(new KnownFact(need, fact, at));

    /// <summary>The facts as they go into the journal: what was fetched now, or ahead of this turn. What else was known stands there already, by the turn that fetched it.</summary>
    public ImmutableSortedDictionary<string, JsonElement> ToJournal()
    {
        var journal = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, used) in _used)
            if (used.IsForeseen || !_known.Contains(used)) journal[key] = used.Written ?? used.Need.ToJson(used.Fact);
        return journal.ToImmutable();
    }

    internal bool Require(Need need)
    {
        if (_used.ContainsKey(need.Key)) return true;
        foreach (var known in _known)
        {
            if (!string.Equals(known.Need.Key, need.Key, StringComparison.Ordinal)) continue;
            Take(known);
            return true;
        }
        if (_journalled.TryGetValue(need.Key, out var json))
        {
            Add(need, need.FromJson(json));
            return true;
        }
        if (!_missing.Exists(missing => string.Equals(missing.Key, need.Key, StringComparison.Ordinal))) _missing.Add(need);
        return false;
    }

    internal TFact? Get<TFact>(Need<TFact> need) where TFact : class =>
        _used.TryGetValue(need.Key, out var used) ? (TFact?)used.Fact : throw new InvalidOperationException($"The fact '{need.GetType().Name}' was not declared by the state that asks for it.");

    private void Take(KnownFact fact)
    {
        _used[fact.Need.Key] = fact;
        _missing.RemoveAll(missing => string.Equals(missing.Key, fact.Need.Key, StringComparison.Ordinal));
    }
}
