using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>An order with its lines and parcels, and what was paid and refunded in the order in which it happened.</summary>
internal sealed class OrderRow : IDocument, IValidatableObject
{
    [Identifier] public required string Id { get; set; }
    [Identifier, RefersTo(typeof(CustomerRow))] public required string CustomerId { get; set; }
    /// <summary>Place in the customer's list of orders, oldest first; it decides where <see cref="PlacedAt"/> is unknown.</summary>
    [Amount] public int Position { get; set; }
    [OneOf(typeof(OrderStatuses))] public required string Status { get; set; }
    [Currency] public required string Currency { get; set; }
    public DateTimeOffset? PlacedAt { get; set; }
    public DateTimeOffset? ContractDocumentAt { get; set; }
    public Address? ShipTo { get; set; }
    [Amount] public long ShippingFee { get; set; }
    [Amount] public long? FreeShippingFrom { get; set; }
    [Amount] public long ShippingFeeWaived { get; set; }
    public bool ReturnFeesShown { get; set; }
    [Identifier, RefersTo(typeof(CouponRow))] public string? CouponId { get; set; }
    [Amount] public long CouponDiscount { get; set; }
    /// <summary>In the shop's own words, for cancelled orders.</summary>
    public string? CancelReason { get; set; }
    public List<OrderLineRow> Lines { get; set; } = [];
    public List<ShipmentRow> Shipments { get; set; } = [];
    public List<PaymentHistoryRow> PaymentHistory { get; set; } = [];

    /// <summary>Rises with every effect on the order; writing it first makes two effects on one order wait for each other.</summary>
    [JsonIgnore] public int Version { get; set; }
    [JsonIgnore] public string NumberForm { get; set; } = "";
    [JsonIgnore] public string DocumentId => Id;

    public void Prepare()
    {
        NumberForm = SearchForms.OrderNumber(Id) ?? Id;
        for (var i = 0; i < Lines.Count; i++) Lines[i].Position = i;
        for (var i = 0; i < Shipments.Count; i++) Shipments[i].Position = i;
        for (var i = 0; i < PaymentHistory.Count; i++) PaymentHistory[i].Position = i;
    }

    public Order ToFact(IEnumerable<PaymentRow> payments, IEnumerable<ReturnRow> returns) => new(Id, CustomerId, Status, Currency)
    {
        PlacedAt = PlacedAt,
        ContractDocumentAt = ContractDocumentAt,
        Lines = [.. Lines.OrderBy(line => line.Position).Select(line => line.ToFact())],
        Shipments = [.. Shipments.OrderBy(parcel => parcel.Position).Select(parcel => parcel.ToFact())],
        Payments = [.. payments.OrderBy(payment => payment.Position).ThenBy(payment => payment.Id, StringComparer.Ordinal).Select(payment => payment.ToFact())],
        Returns = [.. returns.OrderBy(entry => entry.RequestedAt).ThenBy(entry => entry.Number, StringComparer.Ordinal).Select(entry => entry.ToFact())],
        ShipTo = ShipTo,
        ShippingFee = ShippingFee,
        FreeShippingFrom = FreeShippingFrom,
        ShippingFeeWaived = ShippingFeeWaived,
        ReturnFeesShown = ReturnFeesShown,
        CouponDiscount = CouponDiscount,
        CashReceipt = payments.Any(payment => payment.CashReceipts.Count > 0),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lines.Count == 0) yield return new("must hold at least one line", [nameof(Lines)]);
        foreach (var twice in Lines.GroupBy(line => line.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new($"the line id '{twice.Key}' stands twice in the order", [nameof(Lines)]);
        foreach (var twice in Shipments.GroupBy(parcel => parcel.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new($"the shipment id '{twice.Key}' stands twice in the order", [nameof(Shipments)]);
        foreach (var unknown in Shipments.SelectMany(parcel => parcel.LineIds).Where(id => !Lines.Exists(line => string.Equals(line.Id, id, StringComparison.Ordinal))))
            yield return new($"a shipment holds the line '{unknown}', which the order does not have", [nameof(Shipments)]);
    }
}

/// <summary>One line of an order.</summary>
internal sealed class OrderLineRow : IValidatableObject
{
    [JsonIgnore] public string OrderId { get; set; } = "";
    /// <summary>Unique in the order.</summary>
    [Identifier] public required string Id { get; set; }
    [JsonIgnore] public int Position { get; set; }
    [Identifier, RefersTo(typeof(ProductRow))] public required string ProductId { get; set; }
    [Identifier, RefersTo(typeof(VariantRow))] public required string VariantId { get; set; }
    [Identifier] public required string Name { get; set; }
    /// <summary>Minor units for one.</summary>
    [Amount] public required long UnitPrice { get; set; }
    [Amount(1)] public int Quantity { get; set; } = 1;
    /// <summary>How many were returned or are being returned.</summary>
    [Amount] public int Returned { get; set; }
    public OrderedDictionary<string, string> Options { get; set; } = [];
    /// <summary>What holds of this sale beside the product's own traits, such as a consent that was given.</summary>
    public GoodsTraits Traits { get; set; }
    [JsonIgnore] public ProductRow? Product { get; set; }
    [JsonIgnore] public VariantRow? Variant { get; set; }

    public OrderLine ToFact() => new(Id, ProductId, VariantId, Name, UnitPrice)
    {
        Quantity = Quantity,
        Returned = Returned,
        Options = Options.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Names = (Product?.Names ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        OptionNames = (Variant?.Names ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        SpokenName = Product?.SpokenName,
        AlsoKnownAs = [.. Product?.AlsoKnownAs ?? [], .. Variant?.AlsoKnownAs ?? []],
        SellerId = Product?.SellerId,
        Traits = Traits | (Product?.Traits ?? GoodsTraits.None),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Returned > Quantity) yield return new($"is more than the {Quantity} bought", [nameof(Returned)]);
    }
}

/// <summary>One parcel of an order.</summary>
internal sealed class ShipmentRow
{
    [JsonIgnore] public string OrderId { get; set; } = "";
    /// <summary>Unique in the order.</summary>
    [Identifier] public required string Id { get; set; }
    [JsonIgnore] public int Position { get; set; }
    [OneOf(typeof(ShipmentStatuses))] public required string Status { get; set; }
    [Identifier, RefersTo(typeof(CarrierRow))] public string? CarrierId { get; set; }
    /// <summary>Waybill numbers; more than one where the parcel was handed on.</summary>
    public List<string> Waybills { get; set; } = [];
    public DateTimeOffset? ShippedAt { get; set; }
    public DateOnly? ExpectedOn { get; set; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public string? LastSeen { get; set; }
    /// <summary>That place in other languages, by the language's code: ko, en.</summary>
    [Languages] public OrderedDictionary<string, string> LastSeenNames { get; set; } = [];
    public List<string> LineIds { get; set; } = [];
    [JsonIgnore] public CarrierRow? Carrier { get; set; }

    public Shipment ToFact() => new(Id, Status)
    {
        Carrier = Carrier?.Name,
        CarrierNames = (Carrier?.Names ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Waybill = Waybills.FirstOrDefault(),
        ShippedAt = ShippedAt,
        ExpectedOn = ExpectedOn,
        DeliveredAt = DeliveredAt,
        LastSeen = LastSeen,
        LastSeenNames = LastSeenNames.ToImmutableSortedDictionary(StringComparer.Ordinal),
        LineIds = [.. LineIds],
    };
}

/// <summary>How a parcel stands, as stored and exchanged.</summary>
internal static class ShipmentStatuses
{
    public const string Preparing = "preparing";
    public const string PickedUp = "picked_up";
    public const string InTransit = "in_transit";
    public const string OutForDelivery = "out_for_delivery";
    public const string Delivered = "delivered";
    public const string Delayed = "delayed";
    public const string Lost = "lost";
}
