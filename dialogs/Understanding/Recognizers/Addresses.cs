using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Postal addresses, where one is waited for: nothing else tells them from other words.</summary>
internal static class Addresses
{
    // "12 High St 5" is an address, "yes please" is none.
    private const int Shortest = 8;

    /// <summary>The whole answer as an address, or null where it does not look like one: no number, no road, no quarter.</summary>
    public static Entity? Read(string text, Expectation expecting)
    {
        if (expecting.Kind != ExpectedKind.Address && !expecting.Alternatives.Contains(ExpectedKind.Address) || text.Length < Shortest) return null;
        var looksLikeOne = text.AsSpan().ContainsAnyInRange('0', '9') || text.Split(' ').Any(word => word.Length > 1 && word[^1] is '시' or '도' or '구' or '군' or '동' or '로' or '길' or '읍' or '면' or '리');
        return looksLikeOne ? new(EntityType.Address, text, 0, text.Length - 1, text) : null;
    }
}
