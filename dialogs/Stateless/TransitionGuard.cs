using Stateless.Reflection;

namespace Stateless;

/// <summary>The conditions that must all hold for a trigger to be handled in one certain way.</summary>
internal sealed class TransitionGuard
{
    /// <summary>Always met.</summary>
    internal static readonly TransitionGuard None = new([]);

    /// <summary>Always met too, but it has a condition: internal transitions without a guard show one in drawings.</summary>
    internal static readonly TransitionGuard Always = Of((object?[] _) => true, null);

    private readonly Condition[] _conditions;

    private TransitionGuard(Condition[] conditions) => _conditions = conditions;

    internal IReadOnlyList<InvocationInfo> Descriptions => Array.ConvertAll(_conditions, condition => condition.Description);

    internal static TransitionGuard Of(Func<bool> guard, string? description)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new([new(TriggerArguments.Pack(guard), new InvocationInfo(guard, description))]);
    }

    internal static TransitionGuard Of(Func<object?[], bool> guard, string? description)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new([new(guard, new InvocationInfo(guard, description))]);
    }

    internal static TransitionGuard Of(Tuple<Func<bool>, string>[] guards) =>
        new(Array.ConvertAll(guards, guard => new Condition(TriggerArguments.Pack(guard.Item1), new InvocationInfo(guard.Item1, guard.Item2))));

    /// <summary>A guard of typed conditions, each wrapped by <paramref name="pack"/>.</summary>
    internal static TransitionGuard Of<TFunc>(Tuple<TFunc, string>[] guards, Func<TFunc, Func<object?[], bool>> pack) =>
        new(Array.ConvertAll(guards, guard =>
        {
            var packed = pack(guard.Item1);
            return new Condition(packed, new InvocationInfo(packed, guard.Item2));
        }));

    internal bool IsMet(object?[] args)
    {
        List<string>? unmet = null;
        return IsMet(args, explain: false, ref unmet);
    }

    /// <summary>Asks every condition, even after one was not met, and adds what is unmet to <paramref name="unmet"/> if that is wanted.</summary>
    internal bool IsMet(object?[] args, bool explain, ref List<string>? unmet)
    {
        var met = true;
        var first = unmet is null;
        foreach (var condition in _conditions)
        {
            if (condition.Holds(args))
                continue;
            met = false;
            if (!explain)
                continue;
            unmet ??= [];
            // Transitions that share a guard name it once; one transition names each of its own.
            if (first || !unmet.Contains(condition.Description.Description))
                unmet.Add(condition.Description.Description);
        }

        return met;
    }

    private readonly record struct Condition(Func<object?[], bool> Holds, InvocationInfo Description);
}
