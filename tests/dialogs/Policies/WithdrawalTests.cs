using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;
using static ServiceBot.Dialogs.Tests.Policies.Ordered;

namespace ServiceBot.Dialogs.Tests.Policies;

public class WithdrawalTests
{
    [Fact]
    public void C01_allows_a_change_of_mind_within_seven_days_and_says_what_follows()
    {
        var verdict = Said.Decide(Request);
        Assert.Equal((VerdictKind.Allowed, "C01"), (verdict.Kind, verdict.Rule));
        Assert.Equal("전자상거래법 §17①1, §18①②⑨", verdict.Clause);
        Assert.Equal(Day("2026-11-09"), verdict.Deadline);
        Assert.Equal(PostagePayer.Customer, verdict.Postage);
        Assert.Equal(new RefundDue(RefundClock.GoodsReceived, 3, null), verdict.RefundDue);
        Assert.Equal(GoodsWay.SendBack, verdict.Goods);
    }

    [Fact]
    public void C01_refuses_on_the_eighth_day_and_says_what_is_still_possible()
    {
        var verdict = Said.Decide(Request with { SentAt = At("2026-11-10") });
        Assert.Equal((VerdictKind.Refused, "C01"), (verdict.Kind, verdict.Rule));
        Assert.Contains(Alternatives.Defect, verdict.Alternatives);
        Assert.Equal("받으신 지 8일이 지나 단순 변심 반품은 어려워요. 11월 9일 (월)까지 가능했어요.", Said.InKorean(verdict.Text));
    }

    [Fact]
    public void C01_counts_from_the_contract_document_where_that_came_later()
    {
        var order = Delivered with { ContractDocumentAt = At("2026-11-05") };
        Assert.Equal(Day("2026-11-12"), Said.Decide(Asking(order)).Deadline);
    }

    [Fact]
    public void C01_counts_from_the_last_parcel_once_all_have_arrived()
    {
        var order = Delivered with { Shipments = [Delivered.Shipments[0] with { LineIds = [Kettle] }, new("S2", "delivered") { DeliveredAt = At("2026-11-05"), LineIds = [Cups] }] };
        Assert.Equal(Day("2026-11-12"), Said.Decide(Asking(order)).Deadline);
    }

    [Fact]
    public void C02_counts_from_the_day_the_address_was_known() =>
        Decided("C02", "2026-11-27", Request with { SentAt = At("2026-11-25"), AddressKnownOn = Day("2026-11-20") });

    [Fact]
    public void C03_counts_from_the_end_of_the_obstruction() =>
        Decided("C03", "2026-11-23", Request with { SentAt = At("2026-11-20"), ObstructedUntil = Day("2026-11-15") });

    [Fact]
    public void C11_cancels_before_sending_and_owes_the_money_from_that_day()
    {
        var verdict = Said.Decide(Asking(NotSent) with { Wanted = Wanted.Cancellation });
        Assert.Equal((VerdictKind.Allowed, "C11", GoodsWay.Nothing, PostagePayer.Nobody), (verdict.Kind, verdict.Rule, verdict.Goods, verdict.Postage));
        Assert.Equal(new RefundDue(RefundClock.Withdrawal, 3, Day("2026-11-06")), verdict.RefundDue);
    }

    [Fact]
    public void C11_turns_a_return_before_sending_into_a_cancellation()
    {
        var verdict = Said.Decide(Asking(NotSent));
        Assert.Equal((VerdictKind.Person, "C11"), (verdict.Kind, verdict.Rule));
        Assert.Equal([Alternatives.Cancel, Alternatives.Person], verdict.Alternatives);
    }

    [Fact]
    public void C11_holds_for_the_parcel_that_has_not_left_while_another_has()
    {
        var order = Delivered with { Status = OrderStatuses.Shipped, Shipments = [new("S1", "in_transit") { ShippedAt = At("2026-11-01"), LineIds = [Cups] }, new("S2", "preparing") { LineIds = [Kettle] }] };
        Assert.Equal("C11", Said.Decide(Asking(order)).Rule);
    }

    [Fact]
    public void What_is_under_way_can_be_returned_once_it_is_there()
    {
        var order = Delivered with { Status = OrderStatuses.Shipped, Shipments = [new("S1", "in_transit") { ShippedAt = At("2026-11-01"), LineIds = [Kettle, Cups] }] };
        var verdict = Said.Decide(Asking(order));
        Assert.Equal((VerdictKind.Refused, "S02"), (verdict.Kind, verdict.Rule));
        Assert.Contains(Alternatives.OnceDelivered, verdict.Alternatives);
    }

    [Fact]
    public void C12_owes_the_money_for_a_service_from_the_day_of_withdrawal()
    {
        var verdict = Said.Decide(KettleWith(GoodsTraits.Digital));
        Assert.Equal((VerdictKind.Allowed, "C12", GoodsWay.Nothing), (verdict.Kind, verdict.Rule, verdict.Goods));
        Assert.Equal(Day("2026-11-06"), verdict.RefundDue?.On);
    }

    [Fact]
    public void C13_owes_the_money_from_the_day_of_payment_where_the_shop_cannot_supply()
    {
        var verdict = Said.Decide(Asking(NotSent) with { CannotSupply = true });
        Assert.Equal((VerdictKind.Allowed, "C13", PostagePayer.Seller), (verdict.Kind, verdict.Rule, verdict.Postage));
        Assert.Equal(new RefundDue(RefundClock.Payment, 3, Day("2026-11-04")), verdict.RefundDue);
    }

    [Fact]
    public void C18_counts_the_moment_of_sending_in_the_shops_own_day()
    {
        var lastMinute = new DateTimeOffset(2026, 11, 9, 14, 59, 0, TimeSpan.Zero);
        Assert.Equal(VerdictKind.Allowed, Said.Decide(Request with { SentAt = lastMinute }).Kind);
        Assert.Equal(VerdictKind.Refused, Said.Decide(Request with { SentAt = lastMinute.AddMinutes(1) }).Kind);
        Assert.Contains("C18", Said.Decide(Request).Grounds);
    }

    [Fact]
    public void S04_a_longer_period_of_the_shop_wins()
    {
        var policy = PolicyFiles.Demo(("returns.withdrawalDays", "30"));
        Assert.Equal(("C01", Day("2026-12-02")), Rule(Said.Decide(policy, Request)));
        Assert.Equal(("S04", Day("2026-12-02")), Rule(Said.Decide(policy, Request with { SentAt = At("2026-12-02") })));
        Assert.Equal(VerdictKind.Refused, Said.Decide(policy, Request with { SentAt = At("2026-12-03") }).Kind);
    }

    [Fact]
    public void C17_a_shorter_period_of_the_shop_is_void() =>
        Assert.Equal(("C01", Day("2026-11-09")), Rule(Said.Decide(PolicyFiles.Demo(("returns.withdrawalDays", "3")), Request with { SentAt = At("2026-11-09") })));

    [Fact]
    public void S04_without_a_deadline_nothing_is_too_late() =>
        Assert.Equal(("S04", (DateOnly?)null), Rule(Said.Decide(PolicyFiles.Demo(("returns.withdrawalDays", "null")), Request with { SentAt = At("2027-06-01") })));

    [Fact]
    public void S09_deadlines_beyond_the_table_of_holidays_go_to_a_person() =>
        Assert.Equal((VerdictKind.Person, "S09"), Kind(Said.Decide(Request with { SentAt = At("2028-11-03") })));

    private static void Decided(string rule, string deadline, ReturnRequest request)
    {
        var verdict = Said.Decide(request);
        Assert.Equal((VerdictKind.Allowed, rule, Day(deadline)), (verdict.Kind, verdict.Rule, verdict.Deadline));
    }

    private static (string, DateOnly?) Rule(Verdict verdict) => (verdict.Rule, verdict.Deadline);

    private static (VerdictKind, string) Kind(Verdict verdict) => (verdict.Kind, verdict.Rule);
}
