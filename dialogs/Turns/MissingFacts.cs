using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Turns;

/// <summary>Dialogs say what they lack, and are asked again once it is there.</summary>
public static class MissingFacts
{
    /// <summary>Fetches all at once what a step found missing, and adds it.</summary>
    /// <param name="shop">Answers.</param>
    /// <param name="facts">Those of the step.</param>
    /// <param name="at">When they are known.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What was fetched.</returns>
    /// <exception cref="NotSupportedException">A need is of a kind that this shop does not know.</exception>
    public static async Task<ImmutableArray<KnownFact>> FetchMissingAsync(this IFacts shop, Facts facts, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(facts);
        var fetched = await Task.WhenAll(facts.Missing.Select(async need => new KnownFact(need, await shop.FetchAsync(need, cancellationToken), at)));
        foreach (var known in fetched) facts.Add(known.Need, known.Fact, at);
        return [.. fetched];
    }
}
