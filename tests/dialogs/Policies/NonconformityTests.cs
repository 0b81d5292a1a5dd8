using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;
using static ServiceBot.Dialogs.Tests.Policies.Ordered;

namespace ServiceBot.Dialogs.Tests.Policies;

public class NonconformityTests
{
    [Theory]
    [InlineData(ReturnReasons.Defect)]
    [InlineData(ReturnReasons.Damaged)]
    [InlineData(ReturnReasons.WrongItem)]
    [InlineData(ReturnReasons.NotAsDescribed)]
    [InlineData(ReturnReasons.MissingPart)]
    public void C04_the_seller_pays_when_goods_are_not_as_agreed(string reason)
    {
        var verdict = Said.Decide(Because(reason) with { SentAt = At("2026-12-01"), HasEvidence = true });
        Assert.Equal((VerdictKind.Allowed, "C04", PostagePayer.Seller), (verdict.Kind, verdict.Rule, verdict.Postage));
        Assert.Equal(Day("2026-12-31"), verdict.Deadline);
    }

    [Fact]
    public void C04_refuses_what_was_known_for_more_than_thirty_days()
    {
        var verdict = Said.Decide(Because(ReturnReasons.Defect) with { SentAt = At("2026-12-20"), KnownOn = Day("2026-11-05") });
        Assert.Equal((VerdictKind.Refused, "C04", Day("2026-12-07")), (verdict.Kind, verdict.Rule, verdict.Deadline));
    }

    [Fact]
    public void C04_refuses_after_three_months() =>
        Assert.Equal(VerdictKind.Refused, Said.Decide(Because(ReturnReasons.Defect) with { SentAt = At("2027-02-03") }).Kind);

    [Fact]
    public void C04_holds_even_where_withdrawal_is_excluded()
    {
        var request = KettleWith(GoodsTraits.Perishable | GoodsTraits.LimitMarked) with { Reason = ReturnReasons.Defect };
        Assert.Equal("C04", Said.Decide(request).Rule);
    }

    [Fact]
    public void C04_a_faulty_service_is_paid_back_from_the_day_of_withdrawal()
    {
        var verdict = Said.Decide(KettleWith(GoodsTraits.Digital) with { Reason = ReturnReasons.Defect });
        Assert.Equal(("C04", GoodsWay.Nothing, Day("2026-11-06")), (verdict.Rule, verdict.Goods, verdict.RefundDue?.On));
    }

    [Fact]
    public void C05_a_defect_that_the_customer_caused_goes_to_a_person() =>
        Assert.Equal((VerdictKind.Person, "C05"), Decided(Because(ReturnReasons.Damaged) with { DamagedByCustomer = true, HasEvidence = true }));

    [Fact]
    public void S05_a_required_photograph_that_is_missing_goes_to_a_person()
    {
        var verdict = Said.Decide(Because(ReturnReasons.Damaged));
        Assert.Equal((VerdictKind.Person, "S05"), (verdict.Kind, verdict.Rule));
        Assert.Equal("C04", verdict.Grounds[0]);
    }

    [Fact]
    public void S06_more_than_the_machine_may_grant_goes_to_a_person()
    {
        var order = Delivered with { Lines = Delivered.Lines.SetItem(0, Delivered.Lines[0] with { UnitPrice = 300_001 }) };
        Assert.Equal((VerdictKind.Person, "S06"), Decided(Asking(order)));
    }

    [Fact]
    public void S07_delivered_but_never_received_goes_to_a_person() =>
        Assert.Equal((VerdictKind.Person, "S07"), Decided(Because(ReturnReasons.NotReceived)));

    [Fact]
    public void Lateness_is_the_sellers_postage_where_the_policy_says_so()
    {
        var verdict = Said.Decide(Because(ReturnReasons.Late));
        Assert.Equal(("C01", PostagePayer.Seller), (verdict.Rule, verdict.Postage));
        Assert.Equal((VerdictKind.Person, "S07"), Kind(Said.Decide(PolicyFiles.Demo(("postage.sellerPays", "[]")), Because(ReturnReasons.Late))));
    }

    [Fact]
    public void Cheap_goods_with_a_photograph_stay_with_the_customer_and_the_refund_begins_at_once()
    {
        var order = Delivered with { Lines = Delivered.Lines.SetItem(0, Delivered.Lines[0] with { UnitPrice = 8_000 }) };
        var request = Asking(order) with { Reason = ReturnReasons.Damaged, HasEvidence = true };
        var verdict = Said.Decide(request);
        Assert.Equal((GoodsWay.Keep, PostagePayer.Nobody, Day("2026-11-06")), (verdict.Goods, verdict.Postage, verdict.RefundDue?.On));
        Assert.Equal(GoodsWay.SendBack, Said.Decide(request with { Reason = ReturnReasons.Defect, HasEvidence = false }).Goods);
    }

    [Fact]
    public void Goods_not_worth_the_way_stay_with_the_customer_for_a_defect_and_not_for_a_change_of_mind()
    {
        Assert.Equal(GoodsWay.Keep, Said.Decide(KettleWith(GoodsTraits.KeepOnRefund) with { Reason = ReturnReasons.Defect }).Goods);
        Assert.Equal(GoodsWay.SendBack, Said.Decide(KettleWith(GoodsTraits.KeepOnRefund)).Goods);
    }

    private static (VerdictKind, string) Decided(ReturnRequest request) => Kind(Said.Decide(request));

    private static (VerdictKind, string) Kind(Verdict verdict) => (verdict.Kind, verdict.Rule);
}
