namespace ServiceBot.Dialogs.Policies;

/// <summary>What starts the clock of a refund.</summary>
internal enum RefundClock
{
    /// <summary>The goods being back (C01, C04).</summary>
    GoodsReceived,
    /// <summary>The day of withdrawal, where nothing comes back (C11, C12).</summary>
    Withdrawal,
    /// <summary>The day of payment, where the seller cannot supply (C13).</summary>
    Payment,
}

/// <summary>By when a refund is owed.</summary>
/// <param name="Clock">What starts it.</param>
/// <param name="BusinessDays">How many business days later.</param>
/// <param name="On">The day, or null while it hangs on the goods.</param>
internal sealed record RefundDue(RefundClock Clock, int BusinessDays, DateOnly? On);

/// <summary>By when a refund is owed, and who must be told: rules C01, C11, C12, C13, C15.</summary>
internal static class RefundDeadlines
{
    /// <summary>C01 and C04: three business days after the goods are back, whenever that will be.</summary>
    public static RefundDue OnceReceived { get; } = new(RefundClock.GoodsReceived, KoreanLaw.Rule("C01")["refundDays"], null);

    /// <summary>C01 and C04, once the goods are back.</summary>
    public static RefundDue After(DateOnly received) => Counted(RefundClock.GoodsReceived, received, "C01");

    /// <summary>C11 and C12: nothing comes back, so the withdrawal starts the clock.</summary>
    public static RefundDue AfterWithdrawal(DateOnly withdrawn) => Counted(RefundClock.Withdrawal, withdrawn, "C11");

    /// <summary>C13: the seller cannot supply, so the payment starts the clock; null where its day is not known.</summary>
    public static RefundDue AfterPayment(DateOnly? paid) =>
        paid is { } day ? Counted(RefundClock.Payment, day, "C13") : new(RefundClock.Payment, KoreanLaw.Rule("C13")["refundDays"], null);

    /// <summary>C15: whether the seller must ask the payment firm without delay to stop or cancel the charge; cash and transfers are left out.</summary>
    public static bool AsksPaymentFirm(string kind) => kind is not (ShopFacts.PaymentKinds.BankTransfer or ShopFacts.PaymentKinds.VirtualAccount
        or ShopFacts.PaymentKinds.Points or ShopFacts.PaymentKinds.GiftCard);

    private static RefundDue Counted(RefundClock clock, DateOnly start, string rule)
    {
        var days = KoreanLaw.Rule(rule)["refundDays"];
        return new(clock, days, BusinessCalendar.Korea.AfterBusinessDays(start, days));
    }
}
