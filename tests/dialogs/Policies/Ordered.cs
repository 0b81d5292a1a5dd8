using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Policies;

/// <summary>
/// Orders and requests for tests, valid by default: a kettle of 39,000 won and two cups of 12,000 won each (63,000 in all), paid by card, delivered on
/// Monday 2 November 2026, and asked back on the next day for a change of mind.
/// </summary>
internal static class Ordered
{
    public const string Kettle = "L1";
    public const string Cups = "L2";

    public static Order Delivered { get; } = new("20261030-0000001", "C-1", OrderStatuses.Delivered, "KRW")
    {
        PlacedAt = At("2026-10-30"),
        Lines = [new(Kettle, "P1", "V1", "무선 주전자", 39_000), new(Cups, "P2", "V2", "머그컵", 12_000) { Quantity = 2 }],
        Shipments = [new("S1", "delivered") { ShippedAt = At("2026-10-31"), DeliveredAt = At("2026-11-02"), LineIds = [Kettle, Cups] }],
        Payments = [new("PAY1", "M1", PaymentKinds.Card, 63_000)],
    };

    public static ReturnRequest Request { get; } = Asking(Delivered);

    /// <summary>The kettle asked back.</summary>
    public static ReturnRequest Asking(Order order) => new(order, [new(Kettle, 1)], At("2026-11-03")) { Reason = ReturnReasons.ChangedMind };

    /// <summary>The same for the other reasons.</summary>
    public static ReturnRequest Because(string reason) => Request with { Reason = reason };

    /// <summary>The kettle asked back, with traits of its own.</summary>
    public static ReturnRequest KettleWith(GoodsTraits traits) => Asking(Delivered with { Lines = Delivered.Lines.SetItem(0, Delivered.Lines[0] with { Traits = traits }) });

    /// <summary>The order with everything asked back.</summary>
    public static ReturnRequest Everything(Order order) => Asking(order) with { Lines = [.. order.Lines.Where(line => line.Returnable > 0).Select(line => new LineQuantity(line.Id, line.Returnable))] };

    /// <summary>Not sent yet.</summary>
    public static Order NotSent { get; } = Delivered with { Status = OrderStatuses.Paid, Shipments = [] };

    /// <summary>Noon in Seoul.</summary>
    public static DateTimeOffset At(string day) => new(Day(day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(9));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
