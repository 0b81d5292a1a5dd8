using System.Collections.Immutable;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Policies;

/// <summary>What the customer wants of an order.</summary>
internal enum Wanted
{
    /// <summary>Money back for goods.</summary>
    Return,
    /// <summary>The order undone before it is sent.</summary>
    Cancellation,
    /// <summary>Other goods for these.</summary>
    Exchange,
}

/// <summary>What a customer asks and all that is known about it. Facts that are null are not known, and count for the customer.</summary>
/// <param name="Order">The order.</param>
/// <param name="Lines">What of it, at least one line.</param>
/// <param name="SentAt">When the customer sent it, which counts for every deadline (전자상거래법 §17④, C18).</param>
internal sealed record ReturnRequest(Order Order, ImmutableArray<LineQuantity> Lines, DateTimeOffset SentAt)
{
    /// <summary>What is wanted.</summary>
    public Wanted Wanted { get; init; }
    /// <summary>One of <see cref="ReturnReasons"/>, or null where it is not known; null counts as a change of mind.</summary>
    public string? Reason { get; init; }
    /// <summary>Whether photographs were given.</summary>
    public bool HasEvidence { get; init; }
    /// <summary>When the customer noticed what is wrong; null counts as today.</summary>
    public DateOnly? KnownOn { get; init; }
    /// <summary>Whether the customer lost or damaged the goods. Opening the wrapper to look is no damage.</summary>
    public bool? DamagedByCustomer { get; init; }
    /// <summary>Whether the goods were used beyond trying them.</summary>
    public bool? Used { get; init; }
    /// <summary>Whether the wrapper of copyable goods was broken.</summary>
    public bool? Unwrapped { get; init; }
    /// <summary>Whether the service or digital content was begun.</summary>
    public bool? Started { get; init; }
    /// <summary>Whether goods made to order would be a serious loss that cannot be made good.</summary>
    public bool? SeriousLoss { get; init; }
    /// <summary>When the seller's address could be known, where the contract document lacked it or it changed (C02).</summary>
    public DateOnly? AddressKnownOn { get; init; }
    /// <summary>When the seller stopped obstructing the withdrawal, where it did (C03).</summary>
    public DateOnly? ObstructedUntil { get; init; }
    /// <summary>Whether the shop said that it cannot supply (C13).</summary>
    public bool CannotSupply { get; init; }

    /// <summary>Whether the reason is that the goods are not as agreed.</summary>
    public bool IsNonconformity => Reason is ReturnReasons.Defect or ReturnReasons.Damaged or ReturnReasons.WrongItem or ReturnReasons.NotAsDescribed or ReturnReasons.MissingPart;

    /// <summary>Value of what is asked back, at the price paid before any discount, in minor units.</summary>
    public long GoodsValue => Lines.Sum(asked => (Order.Line(asked.LineId)?.UnitPrice ?? 0) * asked.Quantity);
}

/// <summary>One line of a request with the days that decide about it.</summary>
/// <param name="Request">The whole request.</param>
/// <param name="Line">The line.</param>
/// <param name="SentOn">The day on which the request was sent.</param>
/// <param name="DeliveredOn">When it arrived, or null where it has not or nobody knows.</param>
/// <param name="Calendar">The days that count.</param>
internal sealed record RequestedLine(ReturnRequest Request, OrderLine Line, DateOnly SentOn, DateOnly? DeliveredOn, BusinessCalendar Calendar)
{
    public bool Is(GoodsTraits trait) => Line.Traits.HasFlag(trait);

    /// <summary>The parcel with this line, or null.</summary>
    public Shipment? Parcel => Request.Order.Shipments.FirstOrDefault(parcel => parcel.LineIds.Contains(Line.Id, StringComparer.Ordinal));

    public static RequestedLine Of(ShopPolicy policy, ReturnRequest request, OrderLine line)
    {
        var order = request.Order;
        var alone = order.Shipments.FirstOrDefault(parcel => parcel.LineIds.Contains(line.Id, StringComparer.Ordinal))?.DeliveredAt;
        // Where an order came in several parcels the last one starts the clock; until then each parcel's own day does.
        DateOnly? delivered = (order.DeliveredAt ?? alone) is { } moment ? policy.DateOf(moment) : null;
        return new(request, line, policy.DateOf(request.SentAt), delivered, policy.Calendar);
    }
}
