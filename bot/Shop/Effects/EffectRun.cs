using Microsoft.EntityFrameworkCore;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>One effect inside its transaction.</summary>
/// <param name="Database">Where it writes.</param>
/// <param name="Key">The key that it runs under.</param>
/// <param name="Now">The time of the turn.</param>
/// <param name="Policy">What the shop demands, whatever the conversation believed.</param>
/// <param name="Pickups">Where pickup numbers come from.</param>
internal sealed record EffectRun(ShopDatabase Database, string Key, DateTimeOffset Now, ShopPolicy Policy, PickupNumbers Pickups)
{
    /// <summary>The end of an effect that cannot be; whatever it wrote is taken back.</summary>
    public static Outcome Refused(string reason) => new(OutcomeKind.Refused, Reason: reason);

    /// <summary>The next receipt number of a series: R returns, F refunds without return, C cases, S satisfaction.</summary>
    public Task<string> NextNumberAsync(string series, CancellationToken cancellationToken) => NextNumberAsync(Database, series, cancellationToken);

    /// <inheritdoc cref="NextNumberAsync(string, CancellationToken)"/>
    public static async Task<string> NextNumberAsync(ShopDatabase database, string series, CancellationToken cancellationToken)
    {
        var counted = await database.Counters.Where(row => row.Series == series)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, row => row.Value + 1), cancellationToken);
        if (counted != 1) throw new InvalidOperationException($"The store has no counter '{series}'.");
        return $"{series}-{await database.Counters.Where(row => row.Series == series).Select(row => row.Value).SingleAsync(cancellationToken)}";
    }
}
