using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.OrderStatus;

/// <summary>An order in sentences: how it stands, each parcel, and returns that are open.</summary>
internal static class OrderReport
{
    public static Question Of(Order order, DialogScope scope)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        sentences.Add(Sentence.Of("order-status.order.status", ("what", Titles.Both(order, scope)), ("status", new Term($"terms.orderStatus.{order.Status}"))));
        if (order.Status is not OrderStatuses.Cancelled)
            foreach (var parcel in order.Shipments) sentences.AddRange(Parcel(parcel, scope));
        foreach (var opened in order.Returns.Where(opened => opened.Status is not ("withdrawn" or "rejected")))
            sentences.Add(Sentence.Of("order-status.hasReturn", ("number", opened.Number), ("status", new Term($"terms.returnStatus.{opened.Status}"))));
        return Question.Tell(sentences[^1]) with { Lead = [.. sentences.Take(sentences.Count - 1)] };
    }

    private static IEnumerable<Sentence> Parcel(Shipment parcel, DialogScope scope)
    {
        if (parcel is { Carrier: { } carrier, Waybill: { } waybill }) yield return Sentence.Of("order-status.waybill", ("carrier", new Name(carrier, parcel.CarrierNames)), ("waybill", waybill));
        if (parcel.DeliveredAt is { } delivered)
        {
            yield return Sentence.Of("order-status.delivered", ("at", delivered));
            yield break;
        }
        if (parcel.LastSeen is { } place) yield return Sentence.Of("order-status.lastSeen", ("place", new Name(place, parcel.LastSeenNames)), ("status", new Term($"terms.shipmentStatus.{parcel.Status}")));
        else yield return Sentence.Of("order-status.parcel", ("status", new Term($"terms.shipmentStatus.{parcel.Status}")));
        if (parcel.ExpectedOn is { } day) yield return Sentence.Of(day < scope.Today || parcel.Status == "delayed" ? "order-status.late" : "order-status.expected", ("day", day));
    }
}
