using System.Globalization;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Returns;

/// <summary>How each slot of a return is heard.</summary>
internal static class ReturnAnswers
{
    public static bool Order(DialogScope scope, Recognition heard, bool asked)
    {
        var returnable = ReturnFacts.Returnable(scope);
        if (OrderChoice.Hear(scope, ReturnSlots.Order, returnable, heard, asked)) return true;
        if (OrderChoice.ByNumber(OrderChoice.All(scope), heard) is { } other && asked)
            scope.Say(Sentence.Of("return.orderNotReturnable", ("id", other), ("status", new Term($"terms.orderStatus.{OrderChoice.All(scope).First(order => order.Id == other).Status}"))));
        return false;
    }

    public static bool Items(DialogScope scope, Recognition heard, bool asked) =>
        LineChoice.Hear(scope, ReturnSlots.Items, ReturnFacts.Order(scope), ReturnFacts.Lines(scope), heard, asked) || (asked && AreOfAnotherOrder(scope, heard));

    // Whoever names what came with another order means that order; what of it, the same words tell.
    private static bool AreOfAnotherOrder(DialogScope scope, Recognition heard)
    {
        if (LineChoice.Named(ReturnFacts.Order(scope), heard, scope.Context.Language) is not { IsAmbiguous: false, Chosen.IsEmpty: true }) return false;
        var others = ReturnFacts.Returnable(scope).Where(order => LineChoice.Named(order, heard, scope.Context.Language) is { IsAmbiguous: false, Chosen.IsEmpty: false }).ToArray();
        if (others is not [var meant]) return false;
        scope.Set(ReturnSlots.Order, meant.Id);
        scope.Say(Sentence.Of("repair.corrected", ("what", new Term("return.order"))));
        return true;
    }

    public static bool Quantity(DialogScope scope, Recognition heard, bool asked)
    {
        if (!ReturnFacts.AsksHowMany(scope)) return false;
        var most = ReturnFacts.ChosenLines(scope)[0].Returnable;
        if (heard.Of(EntityType.Quantity).FirstOrDefault()?.Value is { } quantity)
        {
            if (quantity is "all" or "both" or "rest") return Take(scope, most);
            if (int.TryParse(quantity, CultureInfo.InvariantCulture, out var counted) && counted >= 1 && counted <= most) return Take(scope, counted);
        }
        if (!asked) return false;
        if (heard.Of(EntityType.Number).FirstOrDefault()?.Value is { } number && int.TryParse(number, CultureInfo.InvariantCulture, out var said) && said >= 1 && said <= most) return Take(scope, said);
        return false;
    }

    public static bool Reason(DialogScope scope, Recognition heard, bool asked)
    {
        if (!scope.Policy.Returns.AsksReason) return false;
        var reason = asked && !heard.Chosen.IsEmpty && scope.Context.Asked is { } question
            ? question.Expecting.Options[heard.Chosen[0]].Value
            : heard.Of(EntityType.Reason).FirstOrDefault(entity => scope.Policy.Returns.Reasons.Contains(entity.Value, StringComparer.Ordinal))?.Value;
        if (reason is null) return false;
        scope.Set(ReturnSlots.Reason, reason);
        return true;
    }

    public static bool Used(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Answer is not { } answer) return false;
        scope.Set(ReturnSlots.Used, answer == YesNo.Yes);
        return true;
    }

    public static bool Evidence(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked) return false;
        if (scope.Turn.Input is Photos photos) ReturnEvidence.Take(scope, [.. photos.Ids]);
        else if (heard.Answer == YesNo.No || heard.Acts.Contains(DialogAct.Refuse) || heard.Acts.Contains(DialogAct.Bye)) ReturnEvidence.Take(scope, []);
        else return false;
        return true;
    }

    public static bool Alternative(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked) return false;
        if (!heard.Chosen.IsEmpty && scope.Context.Asked is { } question) scope.Set(ReturnSlots.Alternative, question.Expecting.Options[heard.Chosen[0]].Value);
        else if (heard.Answer == YesNo.No || heard.Acts.Contains(DialogAct.Bye)) scope.Set(ReturnSlots.Alternative, ReturnQuestions.Leave);
        else if (heard.Of(EntityType.Reason).Any()) scope.Set(ReturnSlots.Alternative, ReturnQuestions.OtherReason);
        else return false;
        return true;
    }

    public static bool RefundTo(DialogScope scope, Recognition heard, bool asked)
    {
        // The answer to another question may name a card that is goods: "the camera with the SD card".
        if (!ReturnFacts.AsksRefundTo(scope) || (!asked && !heard.Chosen.IsEmpty)) return false;
        var options = ReturnQuestions.RefundOptions(scope);
        var value = asked && !heard.Chosen.IsEmpty && scope.Context.Asked is { } question
            ? question.Expecting.Options[heard.Chosen[0]].Value
            : OptionMatch.Find(heard.Text, options) is { IsAmbiguous: false, Chosen: [var only] } ? options[only].Value
            : ByKind(scope, heard);
        if (value is null) return false;
        scope.Set(ReturnSlots.RefundTo, value);
        return true;
    }

    public static bool Account(DialogScope scope, Recognition heard, bool asked)
    {
        if (heard.Of(EntityType.Account).FirstOrDefault()?.Value is not { } account) return false;
        scope.Set(ReturnSlots.Account, account);
        return true;
    }

    public static bool PickupDate(DialogScope scope, Recognition heard, bool asked)
    {
        if (!ReturnFacts.BooksCourier(scope)) return false;
        var days = scope.Policy.PickupDays(scope.Now);
        if (asked && !heard.Chosen.IsEmpty && scope.Context.Asked is { } question) return Take(scope, DateOnly.Parse(question.Expecting.Options[heard.Chosen[0]].Value, CultureInfo.InvariantCulture));
        if (heard.Of(EntityType.Date).FirstOrDefault()?.Value is not { } said || !DateOnly.TryParse(said, CultureInfo.InvariantCulture, out var day)) return false;
        if (days.Contains(day)) return Take(scope, day);
        if (asked) scope.Say(Sentence.Of("return.dayNotOffered", ("day", day)));
        return false;
    }

    private static string? ByKind(DialogScope scope, Recognition heard)
    {
        if (heard.Of(EntityType.PaymentKind).LastOrDefault()?.Value is not { } kind) return null;
        return ReturnFacts.Destinations(scope).Where(destination => destination.Method?.Kind == kind).ToArray() is [var only] ? only.Value : null;
    }

    private static bool Take(DialogScope scope, int quantity)
    {
        scope.Set(ReturnSlots.Quantity, quantity);
        return true;
    }

    private static bool Take(DialogScope scope, DateOnly day)
    {
        scope.Set(ReturnSlots.PickupDate, day);
        return true;
    }
}
