using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Orders;

/// <summary>Which lines of an order are meant.</summary>
internal static class LineChoice
{
    public static Question Ask(Slot<string[]> slot, Sentence ask, Order order, IEnumerable<OrderLine> lines, DialogScope scope) =>
        Question.Choose(slot, ExpectedKind.Item, ask, lines.Select(line => Titles.OptionOf(line, order, scope.Context.Language)), many: true);

    /// <summary>Hears which of the lines are meant; when nobody asked, only words that decide by themselves count.</summary>
    public static bool Hear(DialogScope scope, Slot<string[]> slot, Order order, ImmutableArray<OrderLine> lines, Recognition heard, bool asked)
    {
        if (NamedElsewhere(order, lines, heard, scope.Context.Language) is { } other)
        {
            if (asked) scope.Say(Sentence.Of("orders.notAmong", ("item", Titles.Of(other, scope.Context.Language))));
            return false;
        }
        if (asked && !heard.Chosen.IsEmpty && scope.Context.Asked is { } question)
        {
            scope.Set(slot, [.. heard.Chosen.Select(index => question.Expecting.Options[index].Value)]);
            return true;
        }
        var match = OptionMatch.Find(heard.Text, [.. lines.Select(line => Titles.OptionOf(line, order, scope.Context.Language))], many: true, wereShown: asked);
        if ((match.IsAmbiguous || match.Chosen.IsEmpty) && heard.Of(EntityType.Quantity).Any(said => said.Value == "both") && Pair(scope, slot, lines) is { } pair)
        {
            scope.Set(slot, [.. pair.Select(line => line.Id)]);
            return true;
        }
        if (match.IsAmbiguous || match.Chosen.IsEmpty) return false;
        scope.Set(slot, [.. match.Chosen.Select(index => lines[index].Id)]);
        return true;
    }

    /// <summary>Which of an order's lines free words name.</summary>
    public static OptionMatch Named(Order order, Recognition heard, SpokenLanguage language) =>
        OptionMatch.Find(heard.Text, [.. order.Lines.Select(line => Titles.OptionOf(line, order, language))], many: true, wereShown: false);

    // "Both", said of the blue kettle where the white one was bought with it: the two of that name, whatever else is in the parcel.
    private static OrderLine[]? Pair(DialogScope scope, Slot<string[]> slot, ImmutableArray<OrderLine> lines) =>
        scope.Get(slot) is [var one] && lines.FirstOrDefault(line => line.Id == one) is { } chosen && lines.Where(line => line.Name == chosen.Name).ToArray() is { Length: 2 } two ? two : null;

    // Who names the blue kettle, which has gone back already, does not mean the white one.
    private static OrderLine? NamedElsewhere(Order order, ImmutableArray<OrderLine> lines, Recognition heard, SpokenLanguage language)
    {
        if (heard.Text.Length == 0 || lines.Length == order.Lines.Length) return null;
        var match = Named(order, heard, language);
        return !match.IsAmbiguous && match.Chosen is [var first, ..] && match.Chosen.All(index => !lines.Any(line => line.Id == order.Lines[index].Id)) ? order.Lines[first] : null;
    }
}
