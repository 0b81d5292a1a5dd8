using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Identification;

/// <summary>The facts by which a customer proves who they are: how each is heard, and which are still missing.</summary>
internal static class IdentityFacts
{
    private static readonly ImmutableArray<(string Fact, Slot<string> Slot, EntityType Entity, ExpectedKind Kind)> All =
    [
        ("order", IdentifySlots.Order, EntityType.OrderNumber, ExpectedKind.Order),
        ("phone", IdentifySlots.Phone, EntityType.Phone, ExpectedKind.Phone),
        ("email", IdentifySlots.Email, EntityType.Email, ExpectedKind.Email),
        ("name", IdentifySlots.Name, EntityType.PersonName, ExpectedKind.Name),
        ("postcode", IdentifySlots.Postcode, EntityType.Postcode, ExpectedKind.Postcode),
    ];

    public static ExpectedKind KindOf(string fact) => All.First(row => row.Fact == fact).Kind;

    /// <summary>Takes every fact that the shop accepts out of an utterance.</summary>
    public static bool Hear(DialogScope scope, Recognition heard, bool asked)
    {
        var taken = false;
        foreach (var (fact, slot, entity, _) in All)
        {
            if (!scope.Policy.Identity.Methods.Any(method => method.Contains(fact)) || heard.Of(entity).LastOrDefault() is not { } found) continue;
            scope.Set(slot, found.Value);
            taken = true;
        }
        if (taken && scope.Policy.Identity.Suffices(Given(scope))) scope.Set(IdentifySlots.Identity, "given");
        return taken;
    }

    /// <summary>What was given to another dialog that waits for the same proof is not asked again.</summary>
    public static void TakeOver(DialogScope scope)
    {
        foreach (var other in scope.Context.Stack.Where(frame => frame.Dialog == IdentifyDialog.Title && frame != scope.Frame))
            foreach (var (_, slot, _, _) in All)
                if (!scope.Knows(slot) && other.Slots.TryGetValue(slot.Name, out var given)) scope.Frame.Slots[slot.Name] = given;
        if (scope.Policy.Identity.Suffices(Given(scope)) && !scope.Knows(IdentifySlots.Identity)) scope.Set(IdentifySlots.Identity, "given");
    }

    /// <summary>The facts that were given so far.</summary>
    public static ImmutableArray<string> Given(DialogScope scope) => [.. All.Where(row => scope.Knows(row.Slot)).Select(row => row.Fact)];

    /// <summary>What would complete a proof: for each method that is nearest to complete, the facts it still lacks.</summary>
    public static ImmutableArray<ImmutableArray<string>> Missing(DialogScope scope)
    {
        var given = Given(scope);
        var lacks = scope.Policy.Identity.Methods.Select(method => method.Where(fact => !given.Contains(fact)).ToImmutableArray()).ToArray();
        var begun = scope.Policy.Identity.Methods.Zip(lacks).Where(pair => pair.Second.Length < pair.First.Length).Select(pair => pair.Second).ToArray();
        if (begun.Length == 0) return [.. lacks];
        var least = begun.Min(lack => lack.Length);
        return [.. begun.Where(lack => lack.Length == least)];
    }

    /// <summary>The claim as it is put to the shop.</summary>
    public static IdentityClaim Claim(DialogScope scope) => new(
        scope.Get(IdentifySlots.Order), scope.Get(IdentifySlots.Phone), scope.Get(IdentifySlots.Email), scope.Get(IdentifySlots.Name), scope.Get(IdentifySlots.Postcode));

    /// <summary>Forgets the whole claim, after it has proven nothing.</summary>
    public static void Forget(DialogScope scope)
    {
        foreach (var (_, slot, _, _) in All) scope.Forget(slot);
        scope.Forget(IdentifySlots.Identity);
        scope.Frame.Heard.Clear();
    }
}
