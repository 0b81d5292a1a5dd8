using System.Collections.Immutable;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>The entities of one utterance while they are sought: what one recognizer has claimed, a later one leaves alone.</summary>
internal sealed class EntityScan(string text, Listening listening)
{
    private readonly List<Entity> found = [];
    private readonly bool[] claimed = new bool[text.Length];

    public string Text { get; } = text;

    public Listening Listening { get; } = listening;

    public bool HasDigit { get; } = text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>Whether this kind of answer is waited for.</summary>
    public bool Expects(ExpectedKind kind) => Listening.Expecting.Kind == kind || Listening.Expecting.Alternatives.Contains(kind);

    public bool IsFree(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (claimed[i]) return false;
        return true;
    }

    /// <summary>Takes the words from <paramref name="start"/> up to, not including, <paramref name="end"/>; false where another entity has them.</summary>
    public bool Claim(EntityType type, int start, int end, string value)
    {
        if (end <= start || !IsFree(start, end)) return false;
        Array.Fill(claimed, true, start, end - start);
        found.Add(new(type, Text[start..end], start, end - 1, value));
        return true;
    }

    /// <summary>Adds an entity that others may overlap: a reason, a kind of payment.</summary>
    public void Note(EntityType type, int start, int end, string value) => found.Add(new(type, Text[start..end], start, end - 1, value));

    public ImmutableArray<Entity> Result() => [.. found.OrderBy(entity => entity.Start).ThenBy(entity => entity.Type)];
}
