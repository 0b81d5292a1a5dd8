using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Orders;

/// <summary>Which of the customer's orders is meant: by number, by what is in it, by place in the list.</summary>
internal static class OrderChoice
{
    /// <summary>The customer's orders, as a need; none before the customer is verified.</summary>
    public static Need? Orders(DialogScope scope) => scope.IsVerified ? new OrdersOf(scope.CustomerId) : null;

    /// <summary>The customer's orders, newest first.</summary>
    public static ImmutableArray<Order> All(DialogScope scope) => scope.Fact(new OrdersOf(scope.CustomerId))?.Orders ?? [];

    /// <summary>The order that a slot holds.</summary>
    public static Order Chosen(DialogScope scope, Slot<string> slot)
    {
        var id = scope.Known(slot);
        return All(scope).FirstOrDefault(order => string.Equals(order.Id, id, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Order '{id}' is no longer among the customer's orders.");
    }

    public static Question Ask(Slot<string> slot, Sentence ask, IEnumerable<Order> orders, DialogScope scope) =>
        Question.Choose(slot, ExpectedKind.Order, ask, orders.Take(MostShown).Select(order => Titles.OptionOf(order, scope)));

    /// <summary>Hears which order is meant among those that would do.</summary>
    public static bool Hear(DialogScope scope, Slot<string> slot, ImmutableArray<Order> fitting, Recognition heard, bool asked)
    {
        if (ByNumber(fitting, heard) is { } named) return Take(scope, slot, named);
        if (asked && !heard.Chosen.IsEmpty) return Take(scope, slot, scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value);
        fitting = OfDay(scope, fitting, heard);
        if (fitting is [var placed] && heard.Of(EntityType.Date).Concat(heard.Of(EntityType.DateRange)).Any(day => IsOf(scope, placed, day))) return Take(scope, slot, placed.Id);
        var options = fitting.Select(order => Titles.OptionOf(order, scope)).ToImmutableArray();
        var match = OptionMatch.Find(heard.Text, options, wereShown: asked);
        return match is { IsAmbiguous: false, Chosen: [var only] } && Take(scope, slot, options[only].Value);
    }

    /// <summary>The order whose number was said, or null.</summary>
    public static string? ByNumber(IEnumerable<Order> orders, Recognition heard)
    {
        var numbers = heard.Of(EntityType.OrderNumber).Select(entity => Bare(entity.Value)).ToArray();
        return orders.FirstOrDefault(order => numbers.Contains(Bare(order.Id), StringComparer.Ordinal))?.Id;
    }

    // "What I bought last Tuesday": those that were placed or arrived then; all of them where none was, for the day may be of something else.
    private static ImmutableArray<Order> OfDay(DialogScope scope, ImmutableArray<Order> orders, Recognition heard)
    {
        var days = heard.Of(EntityType.Date).Concat(heard.Of(EntityType.DateRange)).ToArray();
        ImmutableArray<Order> then = [.. orders.Where(order => days.Any(day => IsOf(scope, order, day)))];
        return then.IsEmpty ? orders : then;
    }

    private static bool IsOf(DialogScope scope, Order order, Entity said)
    {
        var ends = said.Value.Split('/');
        if (!DateOnly.TryParse(ends[0], CultureInfo.InvariantCulture, out var from)) return false;
        var until = ends.Length > 1 && DateOnly.TryParse(ends[1], CultureInfo.InvariantCulture, out var last) ? last : from.AddDays(1);
        return new[] { order.PlacedAt, order.DeliveredAt }.Any(at => at is { } then && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(then, scope.Policy.TimeZone).DateTime) is var day && day >= from && day < until);
    }

    private const int MostShown = 10;

    private static bool Take(DialogScope scope, Slot<string> slot, string? id)
    {
        if (id is null) return false;
        scope.Set(slot, id);
        return true;
    }

    // Customers leave out the sign and the dashes of a number, or say them.
    private static string Bare(string id) => string.Concat(id.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
