using ServiceBot.Dialogs.Understanding.Asks;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>What of a packet need not be asked for again.</summary>
public static class KnownFacts
{
    /// <summary>What the packet holds already: each kind with the slot or part of the packet that says so.</summary>
    public static IReadOnlyDictionary<string, string> Of(HandoffPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in packet.Facts)
            if (KindOf(fact.Slot) is { } kind) known.TryAdd(kind, fact.Slot);
        if (packet.Orders.Any(order => order.IsMeant)) known.TryAdd(FactKinds.Order, "orders");
        // A verified customer's record holds how they are called and reached.
        if (packet.Customer is not null)
            foreach (var kind in new[] { FactKinds.Name, FactKinds.Phone }) known.TryAdd(kind, "customer");
        if (packet.Goal is not null || packet.LastSaid.Length > 1) known.TryAdd(FactKinds.Story, "goal");
        return known;
    }

    private static string? KindOf(string slot) => slot switch
    {
        "order" => FactKinds.Order,
        "items" or "item" => FactKinds.Item,
        "reason" => FactKinds.Reason,
        "name" => FactKinds.Name,
        "phone" or "contact" => FactKinds.Phone,
        "email" => FactKinds.Email,
        "pickupAddress" or "postcode" => FactKinds.Address,
        "refundTo" or "account" => FactKinds.Payment,
        "pickupDate" => FactKinds.PickupDate,
        "evidence" => FactKinds.Photo,
        "story" => FactKinds.Story,
        _ => null,
    };
}
