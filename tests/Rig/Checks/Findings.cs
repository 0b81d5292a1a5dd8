using System.Collections.Concurrent;

namespace ServiceBot.Rig.Checks;

/// <summary>What a check found against the promises.</summary>
internal sealed class Findings
{
    private readonly ConcurrentQueue<string> lost = [];
    private readonly ConcurrentQueue<string> doubled = [];
    private readonly ConcurrentQueue<string> wrong = [];

    /// <summary>What was promised or acknowledged, and is not there.</summary>
    public IReadOnlyCollection<string> Lost => lost;

    /// <summary>What happened more than once, or more of it than was allowed.</summary>
    public IReadOnlyCollection<string> Doubled => doubled;

    /// <summary>What is neither, and is wrong.</summary>
    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>Whether every promise held.</summary>
    public bool IsClean => lost.IsEmpty && doubled.IsEmpty && wrong.IsEmpty;

    public void Missing(string what) => lost.Enqueue(what);

    public void Twice(string what) => doubled.Enqueue(what);

    public void Amiss(string what) => wrong.Enqueue(what);

    /// <summary>The first of each, for people.</summary>
    public override string ToString() => IsClean
        ? "nothing"
        : string.Join(Environment.NewLine, lost.Take(20).Select(one => "lost: " + one).Concat(doubled.Take(20).Select(one => "doubled: " + one)).Concat(wrong.Take(20).Select(one => "wrong: " + one)));
}
