using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>How each slot of asking about a case is heard.</summary>
internal static class ComplaintStatusAnswers
{
    public static bool Number(DialogScope scope, Recognition heard, bool asked)
    {
        if (heard.Of(EntityType.ReceiptNumber).LastOrDefault() is not { } number) return false;
        scope.Set(ComplaintStatusSlots.Number, number.Value);
        return true;
    }

    public static bool Choice(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked) return false;
        var number = !heard.Chosen.IsEmpty ? scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value : heard.Of(EntityType.ReceiptNumber).LastOrDefault()?.Value;
        if (number is null || !ComplaintStatusFacts.Cases(scope).Any(matter => matter.Number == number)) return false;
        scope.Set(ComplaintStatusSlots.Number, number);
        return true;
    }

    public static bool Step(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked) return false;
        var step = !heard.Chosen.IsEmpty ? scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value
            : heard.Answer == YesNo.No || heard.Acts.Contains(DialogAct.Bye) || heard.Acts.Contains(DialogAct.Thanks) ? ComplaintStatusFacts.Leave
            : heard.Answer == YesNo.Yes ? ComplaintStatusFacts.IsResolved(scope) ? ComplaintStatusFacts.Reopen : ComplaintStatusFacts.Add
            : null;
        if (step is null) return false;
        scope.Set(ComplaintStatusSlots.Step, step);
        return true;
    }

    public static bool Words(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Text.Length < ShortestWords || heard.Answer is not null || heard.Acts.Contains(DialogAct.Refuse)) return false;
        scope.Set(ComplaintStatusSlots.Words, heard.Text);
        return true;
    }

    private const int ShortestWords = 2;
}
