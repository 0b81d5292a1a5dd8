using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Orders;

/// <summary>What orders and their lines are called where a customer chooses among them.</summary>
public static class Titles
{
    /// <summary>무선 주전자(블루), Electric Kettle (1.5L, silver).</summary>
    /// <param name="line">What was bought.</param>
    /// <param name="language">In whose words.</param>
    public static string Of(OrderLine line, SpokenLanguage language)
    {
        var name = new Name(line.Name, line.Names).In(language);
        if (line.Options.IsEmpty) return name;
        var space = language == SpokenLanguage.Korean ? "" : " ";
        return $"{name}{space}({new Name(string.Join(", ", line.Options.Values), line.OptionNames).In(language)})";
    }

    /// <summary>무선 주전자(블루) 외 2건 · 11월 3일 · 20261103-0001234.</summary>
    internal static string Of(Order order, DialogScope scope)
    {
        var first = order.Lines.IsEmpty ? order.Id : Of(order.Lines[0], scope.Context.Language);
        var what = order.Lines.Length > 1 ? scope.Words(Sentence.Of("orders.andMore", ("first", first), ("more", order.Lines.Length - 1))) : first;
        return order.PlacedAt is { } placed ? scope.Words(Sentence.Of("orders.placed", ("what", what), ("on", placed), ("id", order.Id))) : scope.Words(Sentence.Of("orders.known", ("what", what), ("id", order.Id)));
    }

    /// <summary>Where something is collected; nobody wants to hear the postcode.</summary>
    internal static EyeAndEar Of(Address address) => new(address.InOneLine(), (address with { Postcode = "" }).InOneLine());

    /// <summary>An order as a value of a sentence.</summary>
    internal static EyeAndEar Both(Order order, DialogScope scope) => new(Of(order, scope), Heard(order, scope));

    internal static Option OptionOf(OrderLine line, Order order, SpokenLanguage language) => new(line.Id, Of(line, language))
    {
        AlsoKnownAs = [.. line.AlsoKnownAs, line.Name, .. line.Names.Values, .. line.OptionNames.Values, .. line.SpokenName is { } spoken ? new[] { spoken } : []],
        Data = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [new("lineId", line.Id), new("itemId", line.VariantId), KeyValuePair.Create("orderId", order.Id)]),
    };

    /// <summary>무선 주전자(블루) 외 두 건, 십일월 삼 일 주문; numbers of orders are too long to be listened to.</summary>
    private static string Heard(Order order, DialogScope scope)
    {
        var first = order.Lines.IsEmpty ? order.Id : Of(order.Lines[0], scope.Context.Language);
        var what = order.Lines.Length > 1 ? scope.Spoken(Sentence.Of("orders.andMore", ("first", first), ("more", order.Lines.Length - 1))) : first;
        return order.PlacedAt is { } placed ? scope.Spoken(Sentence.Of("orders.placed", ("what", what), ("on", placed), ("id", order.Id))) : scope.Spoken(Sentence.Of("orders.known", ("what", what), ("id", order.Id)));
    }

    internal static Option OptionOf(Order order, DialogScope scope) => new(order.Id, Of(order, scope))
    {
        Speak = Heard(order, scope),
        AlsoKnownAs = [.. order.Lines.SelectMany(line => line.AlsoKnownAs.Prepend(Of(line, scope.Context.Language)))],
        Data = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("orderId", order.Id)]),
    };
}
