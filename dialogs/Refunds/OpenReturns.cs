using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Refunds;

/// <summary>The customer's returns and refunds, newest first, and which of them is meant.</summary>
internal static class OpenReturns
{
    /// <summary>Those whose money has not arrived yet.</summary>
    public static ImmutableArray<Return> Of(DialogScope scope) => [.. All(scope).Where(opened => opened.Status is not ("refunded" or "withdrawn" or "rejected"))];

    public static ImmutableArray<Return> All(DialogScope scope) => [.. OrderChoice.All(scope).SelectMany(order => order.Returns).OrderByDescending(opened => opened.RequestedAt)];

    /// <summary>What was returned, as a title to choose by.</summary>
    public static Option OptionOf(Return opened, DialogScope scope)
    {
        var order = OrderChoice.All(scope).First(order => order.Id == opened.OrderId);
        var names = opened.Lines.Select(line => order.Line(line.LineId)).OfType<OrderLine>().Select(line => Titles.Of(line, scope.Context.Language)).ToArray();
        return new Option(opened.Number, names.Length == 0 ? opened.Number : $"{opened.Number} · {string.Join(", ", names)}") { AlsoKnownAs = [.. names] };
    }

    /// <summary>Concludes which is meant: the only one, or the one that was opened in this conversation.</summary>
    public static string? Infer(ImmutableArray<Return> candidates, DialogScope scope)
    {
        if (candidates is [var only]) return only.Number;
        var opened = scope.Context.Receipts.LastOrDefault(receipt => receipt.Kind is "return" or "refund")?.Number;
        return candidates.FirstOrDefault(candidate => candidate.Number == opened)?.Number;
    }

    /// <summary>Hears which is meant, by number, place or what was returned.</summary>
    public static bool Hear(DialogScope scope, Slot<string> slot, ImmutableArray<Return> candidates, Recognition heard, bool asked)
    {
        var named = heard.Of(EntityType.ReceiptNumber).Select(entity => entity.Value).FirstOrDefault(number => candidates.Any(candidate => candidate.Number == number));
        if (named is null && asked && !heard.Chosen.IsEmpty && scope.Context.Asked is { } question) named = question.Expecting.Options[heard.Chosen[0]].Value;
        if (named is null && OptionMatch.Find(heard.Text, [.. candidates.Select(candidate => OptionOf(candidate, scope))]) is { IsAmbiguous: false, Chosen: [var only] }) named = candidates[only].Number;
        if (named is null) return false;
        scope.Set(slot, named);
        return true;
    }
}
