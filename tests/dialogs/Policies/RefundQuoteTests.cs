using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;
using static ServiceBot.Dialogs.Tests.Policies.Ordered;

namespace ServiceBot.Dialogs.Tests.Policies;

public class RefundQuoteTests
{
    [Fact]
    public void A_change_of_mind_gives_back_the_price_less_the_way_back()
    {
        var quote = Said.Quote(Request);
        Assert.Equal([(QuoteItemKind.Goods, 39_000L), (QuoteItemKind.ReturnPostage, -3_000L)], Items(quote));
        Assert.Equal([new RefundPart("M1", PaymentKinds.Card, 36_000) { PaymentId = "PAY1" }], quote.Parts);
        Assert.Equal(["무선 주전자 1개: 39,000원", "반품 배송비: 3,000원 차감", "환불 금액은 모두 36,000원이에요."], PolicyAnswers.Quote(quote).Select(Said.InKorean));
    }

    [Fact]
    public void A_defect_gives_back_the_whole_price() =>
        Assert.Equal([(QuoteItemKind.Goods, 39_000L)], Items(Said.Quote(Because(ReturnReasons.Defect))));

    [Fact]
    public void The_coupon_is_shared_by_price()
    {
        var order = Delivered with { CouponDiscount = 6_300, Payments = [new("PAY1", "M1", PaymentKinds.Card, 56_700)] };
        Assert.Equal((QuoteItemKind.CouponShare, -3_900L), Items(Said.Quote(Asking(order)))[1]);
    }

    [Fact]
    public void A_lost_free_postage_threshold_is_charged_once_where_it_was_shown()
    {
        var order = Delivered with { ShippingFeeWaived = 2_500, FreeShippingFrom = 50_000, ReturnFeesShown = true };
        Assert.Contains((QuoteItemKind.LostFreePostage, -2_500L), Items(Said.Quote(Asking(order))));
        var already = order with { Lines = order.Lines.SetItem(0, order.Lines[0] with { Returned = 1 }) };
        Assert.DoesNotContain(Items(Said.Quote(Asking(already) with { Lines = [new(Cups, 1)] })), item => item.Item1 is QuoteItemKind.LostFreePostage);
    }

    [Fact]
    public void Postage_for_the_way_out_comes_back_when_everything_does_by_the_sellers_fault()
    {
        var order = Delivered with { ShippingFee = 3_000, Payments = [new("PAY1", "M1", PaymentKinds.Card, 66_000)] };
        Assert.Equal(66_000, Said.Quote(Everything(order) with { Reason = ReturnReasons.Defect }).Total.Minor);
        Assert.Equal(60_000, Said.Quote(Everything(order)).Total.Minor);
        Assert.Equal(39_000, Said.Quote(Asking(order) with { Reason = ReturnReasons.Defect }).Total.Minor);
        Assert.Equal(63_000, Said.Quote(PolicyFiles.Demo(("postage.refundOutboundAlways", "true")), Everything(order)).Total.Minor);
    }

    [Fact]
    public void Postage_for_the_way_out_does_not_come_back_after_an_earlier_change_of_mind()
    {
        var order = Delivered with
        {
            ShippingFee = 3_000,
            Lines = Delivered.Lines.SetItem(0, Delivered.Lines[0] with { Returned = 1 }),
            Returns = [new("R-1", Delivered.Id, "refunded", At("2026-11-03")) { Lines = [new(Kettle, 1)], Reason = ReturnReasons.ChangedMind }],
        };
        Assert.Equal(24_000, Said.Quote(Everything(order) with { Reason = ReturnReasons.Defect }).Total.Minor);
    }

    [Fact]
    public void A_cancellation_before_sending_gives_back_everything()
    {
        var order = NotSent with { ShippingFee = 3_000, Payments = [new("PAY1", "M1", PaymentKinds.Card, 66_000)] };
        Assert.Equal(66_000, Said.Quote(Everything(order) with { Wanted = Wanted.Cancellation }).Total.Minor);
    }

    [Fact]
    public void Money_goes_back_first_then_gift_cards_then_points()
    {
        var order = Delivered with { Payments = [Paid("P", PaymentKinds.Points, 10_000), Paid("G", PaymentKinds.GiftCard, 20_000), Paid("K", PaymentKinds.KakaoPay, 33_000)] };
        Assert.Equal([("K", 33_000), ("G", 3_000)], Parts(Said.Quote(Asking(order))));
        Assert.Equal([("K", 33_000), ("G", 20_000), ("P", 10_000)], Parts(Said.Quote(Everything(order) with { Reason = ReturnReasons.Defect })));
    }

    [Fact]
    public void A_payment_takes_back_no_more_than_is_left_of_it()
    {
        var order = Delivered with { Payments = [Paid("K", PaymentKinds.Card, 43_000) with { Refunded = 20_000, Reserved = 3_000 }, Paid("P", PaymentKinds.Points, 20_000)] };
        Assert.Equal([("K", 20_000), ("P", 16_000)], Parts(Said.Quote(Asking(order))));
    }

    [Fact]
    public void What_no_payment_holds_any_more_is_cut_and_goes_to_a_person()
    {
        var quote = Said.Quote(Asking(Delivered with { Payments = [Paid("K", PaymentKinds.Card, 63_000) with { Refunded = 50_000 }] }));
        Assert.Equal((13_000, true), (quote.Total.Minor, quote.NeedsPerson));
        Assert.Contains((QuoteItemKind.BeyondPayments, -23_000L), Items(quote));
    }

    [Fact]
    public void Deductions_beyond_the_goods_leave_nothing_and_go_to_a_person()
    {
        var order = Delivered with { Lines = [new(Kettle, "P1", "V1", "수세미", 2_000)] };
        var quote = Said.Quote(Asking(order));
        Assert.Equal((0, 1_000, true), (quote.Total.Minor, quote.DueFromCustomer.Minor, quote.NeedsPerson));
        Assert.Empty(quote.Parts);
    }

    [Fact]
    public void A_virtual_account_needs_a_refund_account_and_a_card_does_not()
    {
        Assert.True(Said.Quote(Asking(Delivered with { Payments = [Paid("V", PaymentKinds.VirtualAccount, 63_000)] })).NeedsAccount);
        Assert.False(Said.Quote(Request).NeedsAccount);
    }

    [Fact]
    public void A_cash_receipt_follows_the_refund() => Assert.True(Said.Quote(Asking(Delivered with { CashReceipt = true })).CorrectsCashReceipt);

    [Fact]
    public void Everything_may_go_to_a_gift_card_where_the_policy_allows_it()
    {
        var card = new PaymentMethod("gift_card_1", PaymentKinds.GiftCard);
        Assert.Equal([new RefundPart("gift_card_1", PaymentKinds.GiftCard, 39_000) { PaymentId = "PAY1" }], Said.Quote(PolicyFiles.Retail, Request, card).Parts);
        Assert.Throws<ArgumentException>(() => Said.Quote(ShopPolicy.KoreanDemo, Request, card));
        Assert.Throws<ArgumentException>(() => Said.Quote(PolicyFiles.Retail, Request, new PaymentMethod("paypal_1", PaymentKinds.PayPal)));
    }

    [Fact]
    public void What_goes_to_a_gift_card_still_counts_against_each_payment()
    {
        var quote = Said.Quote(PolicyFiles.Retail, Asking(Delivered with { Payments = [Paid("A", PaymentKinds.Card, 10_000), Paid("B", PaymentKinds.PayPal, 53_000)] }), new PaymentMethod("gift_card_1", PaymentKinds.GiftCard));
        Assert.Equal([("gift_card_1", "A", 10_000L), ("gift_card_1", "B", 29_000L)], quote.Parts.Select(part => (part.PaymentMethodId, part.PaymentId, part.Amount)));
    }

    [Fact]
    public void A_shop_without_a_law_above_it_may_take_a_fee()
    {
        var policy = PolicyFiles.Demo(("jurisdiction", "\"none\""), ("refunds.fees", """[{"name":"restocking","amount":1500,"reasons":["changed_mind"]}]"""));
        Assert.Contains((QuoteItemKind.Fee, -1_500L), Items(Said.Quote(policy, Request)));
        Assert.DoesNotContain(Items(Said.Quote(policy, Because(ReturnReasons.Defect))), item => item.Item1 is QuoteItemKind.Fee);
    }

    [Fact]
    public void A_refusal_has_no_quote() => Assert.Throws<ArgumentException>(() => Said.Quote(Request with { SentAt = At("2026-12-24") }));

    [Fact]
    public void The_hash_is_that_of_the_content()
    {
        var hash = Said.Quote(Request).Hash;
        Assert.Equal(hash, Said.Quote(Request with { SentAt = Request.SentAt.AddMinutes(5) }).Hash);
        Assert.NotEqual(hash, Said.Quote(Request with { Lines = [new(Cups, 1)] }).Hash);
        Assert.NotEqual(hash, Said.Quote(Because(ReturnReasons.Defect)).Hash);
        Assert.NotEqual(hash, Said.Quote(Asking(Delivered with { Payments = [Paid("K", PaymentKinds.Card, 63_000)] })).Hash);
    }

    private static Payment Paid(string id, string kind, long amount) => new(id, id, kind, amount);

    private static List<(QuoteItemKind, long)> Items(RefundQuote quote) => [.. quote.Items.Select(item => (item.Kind, item.Amount.Minor))];

    private static List<(string, long)> Parts(RefundQuote quote) => [.. quote.Parts.Select(part => (part.PaymentMethodId, part.Amount))];
}
