using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Tests.Policies;

public class RefundDestinationTests
{
    private static readonly PaymentMethod Card = new("M1", PaymentKinds.Card);
    private static readonly Customer Customer = new("C-1", "김하늘") { PaymentMethods = [Card, new("G1", PaymentKinds.GiftCard), new("G2", PaymentKinds.GiftCard), new("X1", PaymentKinds.PayPal)] };

    [Fact]
    public void The_retail_shop_offers_the_original_method_and_each_gift_card() =>
        Assert.Equal([("M1", true), ("G1", false), ("G2", false)], Offered(PolicyFiles.Retail, Ordered.Delivered));

    [Fact]
    public void A_gift_card_that_paid_is_offered_once() =>
        Assert.Equal([("G1", true), ("G2", false)], Offered(PolicyFiles.Retail, Ordered.Delivered with { Payments = [new("PAY1", "G1", PaymentKinds.GiftCard, 63_000)] }));

    [Fact]
    public void Several_sources_are_one_way_back() =>
        Assert.Equal(("original", true), Offered(PolicyFiles.Retail, Ordered.Delivered with { Payments = [new("PAY1", "M1", PaymentKinds.Card, 60_000), new("PAY2", "G1", PaymentKinds.GiftCard, 3_000)] })[0]);

    [Fact]
    public void Where_nobody_is_asked_the_money_goes_back_where_it_came_from() =>
        Assert.Equal([new RefundDestination("M1", Card, IsOriginal: true)], RefundDestinations.Of(ShopPolicy.KoreanDemo, Ordered.Delivered, Customer));

    private static List<(string, bool)> Offered(ShopPolicy policy, Order order) => [.. RefundDestinations.Of(policy, order, Customer).Select(found => (found.Value, found.IsOriginal))];
}
