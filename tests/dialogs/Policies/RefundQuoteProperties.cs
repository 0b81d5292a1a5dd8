using System.Collections.Immutable;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Policies;

/// <summary>What holds for every quote, tried on orders from a seeded generator; a failure names its seed.</summary>
public class RefundQuoteProperties
{
    private const int Orders = 200;

    [Fact]
    public void Items_parts_and_total_agree_and_no_payment_is_exceeded() => ForEachOrder((order, random) =>
    {
        var quote = Quote(Asking(order, random));
        Assert.Equal(quote.Total.Minor, quote.Parts.Sum(part => part.Amount));
        Assert.Equal(quote.Total.Minor - quote.DueFromCustomer.Minor, quote.Items.Sum(item => item.Amount.Minor));
        Assert.All(quote.Parts, part => Assert.InRange(part.Amount, 1, order.Payments.Single(payment => payment.Id == part.PaymentId).Refundable));
        Assert.True(quote.Total.Minor >= 0 && quote.DueFromCustomer.Minor >= 0);
    });

    [Fact]
    public void Returning_bit_by_bit_gives_exactly_what_was_paid_for_the_goods() => ForEachOrder((order, random) =>
    {
        var paid = order.Payments.Sum(payment => payment.Paid);
        long refunded = 0, coupon = 0;
        while (order.Lines.Any(line => line.Returnable > 0))
        {
            var request = Asking(order, random);
            var quote = Quote(request);
            refunded += quote.Total.Minor;
            coupon -= quote.Items.Where(item => item.Kind is QuoteItemKind.CouponShare).Sum(item => item.Amount.Minor);
            Assert.InRange(coupon, 0, order.CouponDiscount);
            order = After(order, request, quote);
        }
        Assert.Equal(paid, refunded);
        Assert.Equal(order.CouponDiscount, coupon);
        Assert.All(order.Payments, payment => Assert.Equal(0, payment.Refundable));
    });

    [Fact]
    public void The_same_question_has_the_same_answer() => ForEachOrder((order, random) =>
    {
        var request = Asking(order, random);
        Assert.Equal(Quote(request).Hash, Quote(request with { Order = order with { } }).Hash);
    });

    private static RefundQuote Quote(ReturnRequest request) => RefundQuote.For(PolicyWithoutLimits, request, Verdict.For(PolicyWithoutLimits, request));

    private static ShopPolicy PolicyWithoutLimits { get; } = PolicyFiles.Demo(("refunds.authorityLimit", "null"));

    private static void ForEachOrder(Action<Order, Random> check)
    {
        for (var seed = 0; seed < Orders; seed++)
        {
            var random = new Random(seed);
            var order = AnyOrder(random);
            try
            {
                check(order, random);
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"Seed {seed}.", problem);
            }
        }
    }

    private static Order AnyOrder(Random random)
    {
        var lines = Enumerable.Range(1, random.Next(1, 5)).Select(n => new OrderLine($"L{n}", $"P{n}", $"V{n}", $"상품 {n}", random.Next(1, 90_000)) { Quantity = random.Next(1, 4) }).ToImmutableArray();
        var goods = lines.Sum(line => line.UnitPrice * line.Quantity);
        var coupon = random.NextInt64(0, goods);
        var shipping = random.Next(2) * 3_000;
        var rest = goods - coupon + shipping;
        var payments = ImmutableArray.CreateBuilder<Payment>();
        foreach (var kind in new[] { PaymentKinds.Points, PaymentKinds.GiftCard }.Where(_ => random.Next(2) == 0 && rest > 1))
        {
            var part = random.NextInt64(1, rest);
            payments.Add(new(kind, kind, kind, part));
            rest -= part;
        }
        payments.Add(new(PaymentKinds.Card, PaymentKinds.Card, PaymentKinds.Card, rest));
        return Ordered.Delivered with
        {
            Lines = lines,
            Shipments = [Ordered.Delivered.Shipments[0] with { LineIds = [.. lines.Select(line => line.Id)] }],
            Payments = payments.ToImmutable(),
            CouponDiscount = coupon,
            ShippingFee = shipping,
        };
    }

    // A random part of what is left, for a defect, so that no postage is taken off.
    private static ReturnRequest Asking(Order order, Random random)
    {
        var left = order.Lines.Where(line => line.Returnable > 0).ToList();
        var chosen = left.Where(_ => random.Next(2) == 0).DefaultIfEmpty(left[0]);
        return Ordered.Asking(order) with { Reason = ReturnReasons.Defect, Lines = [.. chosen.Select(line => new LineQuantity(line.Id, random.Next(1, line.Returnable + 1)))] };
    }

    private static Order After(Order order, ReturnRequest request, RefundQuote quote) => order with
    {
        Status = OrderStatuses.ReturnRequested,
        Lines = [.. order.Lines.Select(line => line with { Returned = line.Returned + request.Lines.Where(asked => asked.LineId == line.Id).Sum(asked => asked.Quantity) })],
        Payments = [.. order.Payments.Select(payment => payment with { Reserved = payment.Reserved + quote.Parts.Where(part => part.PaymentId == payment.Id).Sum(part => part.Amount) })],
        Returns = order.Returns.Add(new($"R-{order.Returns.Length}", order.Id, "requested", request.SentAt) { Lines = request.Lines, Reason = request.Reason }),
    };
}
