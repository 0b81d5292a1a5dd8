using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;
using static ServiceBot.Dialogs.Tests.Policies.Ordered;

namespace ServiceBot.Dialogs.Tests.Policies;

public class OtherRulesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 42)]
    [InlineData(365, 15_000)]
    public void C14_delay_costs_fifteen_percent_a_year_rounded_up(int daysLate, long expected) =>
        Assert.Equal(new Money(expected, "KRW"), DelayCompensation.For(new(100_000, "KRW"), Day("2026-11-10"), Day("2026-11-10").AddDays(daysLate)));

    [Fact]
    public void C14_what_is_paid_early_costs_nothing() =>
        Assert.Equal(Money.Zero("KRW"), DelayCompensation.For(new(100_000, "KRW"), Day("2026-11-10"), Day("2026-11-01")));

    [Theory]
    [InlineData(PaymentKinds.Card, true)]
    [InlineData(PaymentKinds.KakaoPay, true)]
    [InlineData(PaymentKinds.BankTransfer, false)]
    [InlineData(PaymentKinds.VirtualAccount, false)]
    public void C15_a_payment_firm_is_asked_to_cancel(string kind, bool asked) => Assert.Equal(asked, RefundDeadlines.AsksPaymentFirm(kind));

    [Fact]
    public void C17_points_instead_of_money_are_void() =>
        Assert.Contains(Assert.Throws<ShopPolicyException>(() => PolicyFiles.Demo(("refunds.destinations", "[\"gift_card\"]"))).Errors, error => error.Contains("§35", StringComparison.Ordinal));

    [Fact]
    public void C19_waived_postage_that_was_not_shown_is_disputed_and_goes_to_a_person()
    {
        var free = Delivered with { ShippingFeeWaived = 3_000, FreeShippingFrom = 50_000 };
        var verdict = Said.Decide(Asking(free));
        Assert.Equal((VerdictKind.Person, "C19", PostagePayer.Disputed), (verdict.Kind, verdict.Rule, verdict.Postage));
        Assert.Equal((VerdictKind.Allowed, "C01"), Kind(Said.Decide(Asking(free with { ReturnFeesShown = true }))));
        Assert.Equal((VerdictKind.Allowed, "C01"), Kind(Said.Decide(Asking(free with { FreeShippingFrom = 20_000 }))));
        Assert.Equal((VerdictKind.Allowed, "C04"), Kind(Said.Decide(Asking(free) with { Reason = ReturnReasons.Defect })));
    }

    [Fact]
    public void C20_a_contract_made_electronically_is_cancelled_electronically()
    {
        Assert.False(Contracts.MayDemandOtherWay(joinedByPhoneOrChat: true, electronicContract: true));
        Assert.True(Contracts.MayDemandOtherWay(joinedByPhoneOrChat: true, electronicContract: false));
    }

    [Fact]
    public void C21_an_intermediary_reports_within_three_and_ten_business_days()
    {
        var mall = PolicyFiles.Demo(("intermediary", "true"), ("service.answers.low", """{"amount":5,"unit":"business_days"}"""));
        Assert.Equal(new DateTimeOffset(2026, 11, 6, 18, 0, 0, TimeSpan.FromHours(9)), mall.AnswerBy("low", At("2026-11-03")));
        Assert.Equal(new DateTimeOffset(2026, 11, 17, 18, 0, 0, TimeSpan.FromHours(9)), ComplaintTimes.ResultBy(mall, At("2026-11-03")));
        Assert.Null(ComplaintTimes.ResultBy(ShopPolicy.KoreanDemo, At("2026-11-03")));
    }

    [Fact]
    public void C22_an_exchange_is_the_shops_own_matter()
    {
        var exchange = Request with { Wanted = Wanted.Exchange };
        Assert.Equal((VerdictKind.Person, "C22"), Kind(Said.Decide(exchange)));
        var refused = Said.Decide(PolicyFiles.Demo(("returns.exchange", "\"not_offered\"")), exchange);
        Assert.Equal((VerdictKind.Refused, "C22"), Kind(refused));
        Assert.Contains(Alternatives.Refund, refused.Alternatives);
        Assert.Equal((VerdictKind.Allowed, "C01"), Kind(Said.Decide(PolicyFiles.Demo(("returns.exchange", "\"offered\"")), exchange)));
    }

    [Theory]
    [InlineData(RetentionClass.Advertising, "2027-05-02")]
    [InlineData(RetentionClass.Contract, "2031-11-02")]
    [InlineData(RetentionClass.Payment, "2031-11-02")]
    [InlineData(RetentionClass.Complaint, "2029-11-02")]
    public void C23_records_are_kept_as_long_as_the_law_says(RetentionClass kind, string until) => Assert.Equal(Day(until), Retention.Until(kind, Day("2026-11-02")));

    [Theory]
    [InlineData("2026-11-01", true)]
    [InlineData("2026-10-31", false)]
    [InlineData("2026-12-02", false)]
    public void C24_consent_to_a_dearer_subscription_holds_for_thirty_days(string consented, bool holds) =>
        Assert.Equal(holds, Contracts.ConsentHolds(Day(consented), takesEffect: Day("2026-12-01")));

    [Fact]
    public void S01_more_than_was_bought_is_refused()
    {
        Refused("S01", Request with { Lines = [new(Kettle, 2)] });
        Refused("S01", Request with { Lines = [new(Cups, 1), new(Cups, 2)] });
        Refused("S01", Request with { Lines = [new("L9", 1)] });
        Refused("S01", Request with { Lines = [] });
    }

    [Fact]
    public void S02_a_cancelled_order_has_nothing_to_return() => Refused("S02", Asking(Delivered with { Status = OrderStatuses.Cancelled }));

    [Fact]
    public void S02_a_running_exchange_goes_to_a_person() =>
        Assert.Equal((VerdictKind.Person, "S02"), Kind(Said.Decide(Asking(Delivered with { Status = OrderStatuses.ExchangeRequested }))));

    private static void Refused(string rule, ReturnRequest request) => Assert.Equal((VerdictKind.Refused, rule), Kind(Said.Decide(request)));

    private static (VerdictKind, string) Kind(Verdict verdict) => (verdict.Kind, verdict.Rule);
}
