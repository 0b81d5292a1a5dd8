using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>Whoever names a receipt number, and wants nothing else that is clear, asks how that matter stands.</summary>
internal static class ReceiptIntents
{
    private const double Named = 0.8;

    public static ImmutableArray<IntentCandidate> Add(ImmutableArray<IntentCandidate> intents, ImmutableArray<Entity> entities)
    {
        if (entities.FirstOrDefault(entity => entity.Type == EntityType.ReceiptNumber) is not { } receipt || intents.Any(intent => intent.Confidence >= Named)) return intents;
        return Matter(receipt.Value) is not { } matter ? intents : intents.RemoveAll(intent => intent.Intent == matter).Insert(0, new(matter, Named));
    }

    private static string? Matter(string receipt) => receipt[0] switch
    {
        'C' => Intents.ComplaintStatus,
        'R' => Intents.ReturnStatus,
        'F' => Intents.RefundStatus,
        _ => null,
    };
}
