using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Policies;

/// <summary>What a late refund costs the seller (시행령 §21의3, rule C14).</summary>
public static class DelayCompensation
{
    private const int DaysOfYear = 365;

    /// <summary>The compensation: amount × yearly rate × days late / 365, rounded up to a whole minor unit; nothing where it was not late.</summary>
    /// <param name="amount">What was refunded late; not negative.</param>
    /// <param name="due">The last day on which it was in time.</param>
    /// <param name="paid">The day on which it was paid, or today while it is not.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Money For(Money amount, DateOnly due, DateOnly paid)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Minor, nameof(amount));
        var late = Math.Max(0, paid.DayNumber - due.DayNumber);
        var owed = (Int128)amount.Minor * KoreanLaw.Rule("C14")["percent"] * late;
        var whole = 100 * DaysOfYear;
        return new((long)((owed + whole - 1) / whole), amount.Currency);
    }
}
