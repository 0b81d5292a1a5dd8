using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Returns;

/// <summary>Which photographs prove a return: those that show its items for its reason. A photograph of one thing proves nothing of another.</summary>
internal static class ReturnEvidence
{
    /// <summary>Finds what was already shown of the items as they are now, or was sent before anybody asked; otherwise it is asked for.</summary>
    public static void Infer(DialogScope scope)
    {
        if (!ReturnFacts.AsksEvidence(scope)) return;
        if (Shown(scope).LastOrDefault(shown => IsAbout(scope, shown) && scope.Known(ReturnSlots.Items).All(shown.Items.Contains)) is { } known) Keep(scope, known.Photos, Shown(scope));
        else if (scope.Context.Photos.Count > 0)
        {
            Take(scope, [.. scope.Context.Photos]);
            scope.Context.Photos.Clear();
        }
        else scope.Frame.Slots.Remove(ReturnSlots.Evidence.Name);
    }

    /// <summary>Takes photographs of the items as they are now, beside those that show some of them already; none where the customer has none.</summary>
    public static void Take(DialogScope scope, ImmutableArray<string> photos)
    {
        var items = scope.Known(ReturnSlots.Items);
        string[] all = [.. Shown(scope).Where(shown => IsAbout(scope, shown) && shown.Items.Intersect(items, StringComparer.Ordinal).Any()).SelectMany(shown => shown.Photos).Union(photos, StringComparer.Ordinal)];
        Keep(scope, all, [.. Shown(scope), new(scope.Known(ReturnSlots.Order), items, scope.Get(ReturnSlots.Reason), all)]);
    }

    private static void Keep(DialogScope scope, string[] photos, ImmutableArray<ShownEvidence> shown)
    {
        scope.Set(ReturnSlots.Evidence, photos);
        scope.Set(ReturnSlots.Shown, [.. shown]);
    }

    private static ImmutableArray<ShownEvidence> Shown(DialogScope scope) => [.. scope.Get(ReturnSlots.Shown) ?? []];

    private static bool IsAbout(DialogScope scope, ShownEvidence shown) => shown.Order == scope.Known(ReturnSlots.Order) && shown.Reason == scope.Get(ReturnSlots.Reason);
}
