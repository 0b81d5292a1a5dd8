using System.Globalization;
using System.Security.Cryptography;

namespace ServiceBot.Bot.Shop;

/// <summary>Where the courier's pickup numbers come from, until a courier is asked over a wire.</summary>
/// <param name="next">Gives a number that was not given before.</param>
internal sealed class PickupNumbers(Func<string> next)
{
    /// <summary>Twelve digits by chance, like a waybill.</summary>
    public static PickupNumbers ByChance { get; } = new(() =>
        string.Concat(RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture),
            RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture)));

    /// <summary>The next number.</summary>
    public string Next() => next();
}
