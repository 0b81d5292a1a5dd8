using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Privacy;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Returns;

/// <summary>
/// Where the goods are collected: where the order went, or wherever the customer names. Nobody keys an address in, so a caller can also choose among the
/// places to which other orders of theirs went, or go on at the web page and type it there. Of those places no more is said than up to the road: the
/// proof of identity was about this order.
/// </summary>
internal static class PickupPlaces
{
    private const string Usual = "usual";
    private const int MostOthers = 3;
    private const int ShortestName = 2;
    private const string KoreanDigits = "일이삼사오육칠팔구십백";

    public static Question Ask(DialogScope scope)
    {
        var usual = ReturnFacts.Order(scope).ShipTo;
        var ask = usual is null ? Sentence.Of("return.askPickupAddress") : Sentence.Of("return.askPickupHere", ("address", Titles.Of(usual)));
        var options = ImmutableArray.CreateBuilder<Option>();
        if (usual is not null) options.Add(Option(scope, Usual, Sentence.Of("return.pickupHere")));
        if (scope.Turn.Channel.Speaks)
        {
            foreach (var (order, _, road) in Others(scope)) options.Add(Option(scope, order, Sentence.Of("return.pickupThere", ("road", road))));
            options.Add(Option(scope, Intents.WebLink, Sentence.Of("return.pickupByWeb")));
        }
        return Question.Choose(ReturnSlots.PickupAddress, ExpectedKind.Address, ask, options);
    }

    public static bool Hear(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked) return false;
        var usual = ReturnFacts.Order(scope).ShipTo;
        var option = heard.Chosen is [var at] ? scope.Context.Asked?.Expecting.Options[at] : null;
        // Words that merely share a town with one of the places name another: only its road names it.
        if (option is not null && Others(scope).FirstOrDefault(other => other.Order == option.Value) is { Road: { } road } other
            && (scope.Turn.Input is Pressed || heard.Text == option.Value || heard.Text == option.Title || SaysRoad(heard.Text, road))) return Take(scope, other.Address);
        if (heard.Of(EntityType.Address).FirstOrDefault() is { } said) return Take(scope, new Address(said.Value, heard.Of(EntityType.Postcode).FirstOrDefault()?.Value ?? ""));
        return usual is not null && (option?.Value == Usual || heard.Answer == YesNo.Yes) && Take(scope, usual);
    }

    /// <summary>The address as it is read back: to the ear, that of another order no further than it was offered.</summary>
    public static EyeAndEar ReadBack(DialogScope scope, Address address) =>
        address != ReturnFacts.Order(scope).ShipTo && Others(scope).FirstOrDefault(other => other.Address == address) is { Road: { } road }
            ? new(address.InOneLine(), scope.Spoken(Sentence.Of("return.pickupThere", ("road", road))))
            : Titles.Of(address);

    // Newest first; two on one road could not be told apart by the ear.
    private static IEnumerable<(string Order, Address Address, string Road)> Others(DialogScope scope)
    {
        var usual = ReturnFacts.Order(scope).ShipTo is { } here ? FieldMasks.UpToRoad(here.Line1) : null;
        return OrderChoice.All(scope)
            .SelectMany(order => order.ShipTo is { } there && FieldMasks.UpToRoad(there.Line1) is { } road && road != usual ? [(order.Id, there, road)] : Array.Empty<(string Order, Address Address, string Road)>())
            .DistinctBy(other => other.Road, StringComparer.Ordinal)
            .Take(MostOthers);
    }

    // Its name, whole or as it begins ("seaside"), and no number after it, which would be another house.
    private static bool SaysRoad(string words, string road)
    {
        var name = road.Split(' ')[^1];
        var at = words.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return !words.Any(char.IsAsciiDigit) && words.Split(' ', ',', '.').Any(word => word.Length >= ShortestName && name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return words[(at + name.Length)..].TrimStart() is var rest && (rest.Length == 0 || !(char.IsAsciiDigit(rest[0]) || KoreanDigits.Contains(rest[0], StringComparison.Ordinal)));
    }

    private static Option Option(DialogScope scope, string value, Sentence title) => new(value, scope.Words(title)) { Speak = scope.Spoken(title) };

    private static bool Take(DialogScope scope, Address address)
    {
        scope.Set(ReturnSlots.PickupAddress, address);
        return true;
    }
}
