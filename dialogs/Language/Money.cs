namespace ServiceBot.Dialogs.Language;

/// <summary>An amount as an integer of minor units with its currency; the won has no minor unit, so 35000 KRW is 35000.</summary>
/// <param name="Minor">Minor units: cents for USD, won for KRW. Negative for a deduction.</param>
/// <param name="Currency">ISO 4217 code in capitals, such as KRW or USD.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>No money at all, in the given currency.</summary>
    public static Money Zero(string currency) => new(0, currency);

    /// <summary>The sum; throws <see cref="InvalidOperationException"/> when the currencies differ, <see cref="OverflowException"/> when it does not fit.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Minor + Same(left, right).Minor), left.Currency);

    /// <summary>The difference; throws like the sum.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Minor - Same(left, right).Minor), left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money amount) => new(checked(-amount.Minor), amount.Currency);

    /// <summary>The amount so many times.</summary>
    public static Money operator *(Money amount, long times) => new(checked(amount.Minor * times), amount.Currency);

    private static Money Same(Money left, Money right) => string.Equals(left.Currency, right.Currency, StringComparison.Ordinal)
        ? right
        : throw new InvalidOperationException($"Cannot reckon '{left.Currency}' with '{right.Currency}'.");
}
