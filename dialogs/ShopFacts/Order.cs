using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.ShopFacts;

/// <summary>How an order stands, as the values that are stored and exchanged.</summary>
public static class OrderStatuses
{
    /// <summary>Taken, not yet paid or not yet worked on.</summary>
    public const string Pending = "pending";
    /// <summary>Pending, and its items were changed once.</summary>
    public const string ItemModified = "item_modified";
    /// <summary>Paid.</summary>
    public const string Paid = "paid";
    /// <summary>Being packed; can no longer be changed.</summary>
    public const string Preparing = "preparing";
    /// <summary>Under way.</summary>
    public const string Shipped = "shipped";
    /// <summary>Delivered.</summary>
    public const string Delivered = "delivered";
    /// <summary>Cancelled.</summary>
    public const string Cancelled = "cancelled";
    /// <summary>A return was opened.</summary>
    public const string ReturnRequested = "return_requested";
    /// <summary>Everything was returned.</summary>
    public const string Returned = "returned";
    /// <summary>An exchange was opened.</summary>
    public const string ExchangeRequested = "exchange_requested";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
        [Pending, ItemModified, Paid, Preparing, Shipped, Delivered, Cancelled, ReturnRequested, Returned, ExchangeRequested];
}

/// <summary>An order with all that belongs to it.</summary>
/// <param name="Id">The shop's id and order number in one, such as 20261103-0001234 or #W6067464.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="Status">One of <see cref="OrderStatuses"/>.</param>
/// <param name="Currency">ISO 4217; every amount of the order is in it.</param>
public sealed record Order(string Id, string CustomerId, string Status, string Currency)
{
    /// <summary>When it was placed, or null where the shop does not know.</summary>
    public DateTimeOffset? PlacedAt { get; init; }
    /// <summary>When the customer received the contract document, or null; the later of it and delivery starts the clock (전자상거래법 §17①1).</summary>
    public DateTimeOffset? ContractDocumentAt { get; init; }
    /// <summary>What was bought.</summary>
    public ImmutableArray<OrderLine> Lines { get; init; } = [];
    /// <summary>How it travels.</summary>
    public ImmutableArray<Shipment> Shipments { get; init; } = [];
    /// <summary>What was paid, by source.</summary>
    public ImmutableArray<Payment> Payments { get; init; } = [];
    /// <summary>Returns opened on it.</summary>
    public ImmutableArray<Return> Returns { get; init; } = [];
    /// <summary>Where it goes.</summary>
    public Address? ShipTo { get; init; }
    /// <summary>Postage that the customer paid.</summary>
    public long ShippingFee { get; init; }
    /// <summary>From what goods total postage was free when it was ordered, or null where there was no such threshold.</summary>
    public long? FreeShippingFrom { get; init; }
    /// <summary>Postage that was waived because the threshold was met; asked for again when a return falls below it, if it was shown before purchase.</summary>
    public long ShippingFeeWaived { get; init; }
    /// <summary>Whether the fees of a return were shown before purchase (시행령 §20①1).</summary>
    public bool ReturnFeesShown { get; init; }
    /// <summary>Discount by coupon over the whole order, shared over the lines by their price.</summary>
    public long CouponDiscount { get; init; }
    /// <summary>Whether a cash receipt (현금영수증) was issued; it follows every refund.</summary>
    public bool CashReceipt { get; init; }

    /// <summary>When the last parcel arrived, or null while any is under way.</summary>
    public DateTimeOffset? DeliveredAt =>
        !Shipments.IsEmpty && Shipments.All(shipment => shipment.DeliveredAt is not null) ? Shipments.Max(shipment => shipment.DeliveredAt) : null;

    /// <summary>The line of that id, or null.</summary>
    public OrderLine? Line(string lineId) => Lines.FirstOrDefault(line => string.Equals(line.Id, lineId, StringComparison.Ordinal));
}

/// <summary>One line of an order: a variant of a product, so many times.</summary>
/// <param name="Id">Unique in the order.</param>
/// <param name="ProductId">The product.</param>
/// <param name="VariantId">The variant, called item id on the wire.</param>
/// <param name="Name">What it is called, without its options.</param>
/// <param name="UnitPrice">Price of one, in minor units of the order's currency.</param>
public sealed record OrderLine(string Id, string ProductId, string VariantId, string Name, long UnitPrice)
{
    /// <summary>How many were bought, at least one.</summary>
    public int Quantity { get; init; } = 1;
    /// <summary>How many were returned or are being returned.</summary>
    public int Returned { get; init; }
    /// <summary>Its options by name, such as colour and size.</summary>
    public ImmutableSortedDictionary<string, string> Options { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>Its names in other languages, by the language's code: ko, en.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>Its options together, in other languages, by the language's code.</summary>
    public ImmutableSortedDictionary<string, string> OptionNames { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>How its name is spoken, where that differs.</summary>
    public string? SpokenName { get; init; }
    /// <summary>Words that customers use for it.</summary>
    public ImmutableArray<string> AlsoKnownAs { get; init; } = [];
    /// <summary>The seller, where the shop is an intermediary, or null.</summary>
    public string? SellerId { get; init; }
    /// <summary>What the law asks about the goods.</summary>
    public GoodsTraits Traits { get; init; }

    /// <summary>How many can still be returned.</summary>
    public int Returnable => Quantity - Returned;
}

/// <summary>What of the goods decides about withdrawal.</summary>
[Flags]
public enum GoodsTraits
{
    /// <summary>Ordinary goods.</summary>
    None = 0,
    /// <summary>Loses its value sharply by use (전자상거래법 §17②2).</summary>
    LosesValueByUse = 1,
    /// <summary>Loses its value sharply by time: fresh food, season goods (§17②3).</summary>
    Perishable = 2,
    /// <summary>Can be copied once unwrapped (§17②4).</summary>
    Copyable = 4,
    /// <summary>A service or digital content (§17②5).</summary>
    Digital = 8,
    /// <summary>Made to order (시행령 §21).</summary>
    MadeToOrder = 16,
    /// <summary>The seller marked the limit on withdrawal clearly or gave a trial (§17⑥).</summary>
    LimitMarked = 32,
    /// <summary>Made to order with separate notice and written consent (시행령 §21).</summary>
    ConsentGiven = 64,
    /// <summary>Refund without sending it back: too cheap or too foul to be worth the way.</summary>
    KeepOnRefund = 128,
}

/// <summary>One parcel.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Status">preparing, picked_up, in_transit, out_for_delivery, delivered, delayed, lost.</param>
public sealed record Shipment(string Id, string Status)
{
    /// <summary>Who carries it, as said: CJ대한통운; or null.</summary>
    public string? Carrier { get; init; }
    /// <summary>The carrier's names in other languages, by the language's code.</summary>
    public ImmutableSortedDictionary<string, string> CarrierNames { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>Waybill number, or null before it is handed over.</summary>
    public string? Waybill { get; init; }
    /// <summary>When it was handed to the carrier.</summary>
    public DateTimeOffset? ShippedAt { get; init; }
    /// <summary>When it should arrive.</summary>
    public DateOnly? ExpectedOn { get; init; }
    /// <summary>When it arrived.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }
    /// <summary>Where it was seen last, or null.</summary>
    public string? LastSeen { get; init; }
    /// <summary>That place's names in other languages, by the language's code.</summary>
    public ImmutableSortedDictionary<string, string> LastSeenNames { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>The lines inside.</summary>
    public ImmutableArray<string> LineIds { get; init; } = [];
}

/// <summary>What was paid from one source; refunds are capped per payment.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="MethodId">The payment method it came from.</param>
/// <param name="Kind">One of <see cref="PaymentKinds"/>.</param>
/// <param name="Paid">Minor units paid.</param>
public sealed record Payment(string Id, string MethodId, string Kind, long Paid)
{
    /// <summary>Minor units refunded.</summary>
    public long Refunded { get; init; }
    /// <summary>Minor units that a refund under way has reserved.</summary>
    public long Reserved { get; init; }

    /// <summary>What can still be refunded to it.</summary>
    public long Refundable => Paid - Refunded - Reserved;
}
