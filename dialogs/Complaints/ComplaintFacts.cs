using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>What follows from the words of a complaint: the story, what it is about, how grave it is, the promise, the effect.</summary>
internal static class ComplaintFacts
{
    public const string Privacy = "privacy";
    public const string Other = "other";

    // Within this many days, the same matter again is a repetition.
    private const int RepeatedWithin = 90;

    public static Need? EarlierCases(DialogScope scope) => scope.IsVerified ? new CasesOf(scope.CustomerId) : null;

    /// <summary>A change that was chosen is taken up; a story that came with the first words is answered with an apology before anything is asked.</summary>
    public static void Open(DialogScope scope)
    {
        if (scope.Get(Correction.Change) is { } change)
        {
            foreach (var slot in ComplaintSlots.Changeable)
                if (slot.Name == change) scope.Forget(slot);
            if (change == ComplaintSlots.Contact.Name) scope.Context.Contact = null;
            scope.Forget(Correction.Change);
            scope.Frame.Heard.Clear();
        }
        if (!scope.Knows(ComplaintSlots.Story) && scope.Frame.Heard.Exists(heard => ComplaintAnswers.Story(scope, heard, asked: false))) Settle(scope);
        if (scope.IsVerified || scope.Knows(ComplaintSlots.Anonymous) || scope.Knows(ComplaintSlots.SkipOffered)) return;
        scope.Set(ComplaintSlots.SkipOffered, "yes", SlotSource.System);
        scope.Say(Sentence.Of("complaint.identityCanBeSkipped"));
    }

    /// <summary>Concludes what it is about, where the words are clear, and says sorry for it, once.</summary>
    public static void Settle(DialogScope scope)
    {
        if (!scope.Knows(ComplaintSlots.Category) && ComplaintAnswers.CategoryOf(scope.Frame.Heard) is { } category) scope.Set(ComplaintSlots.Category, category, SlotSource.Inferred);
        if (scope.Knows(ComplaintSlots.Apologised)) return;
        scope.Set(ComplaintSlots.Apologised, "yes", SlotSource.System);
        scope.Say(Sentence.Of($"complaint.sorry.{scope.Get(ComplaintSlots.Category) ?? Other}"));
    }

    /// <summary>Takes words as the story that a person is told at once; sorry was said with that.</summary>
    public static void Tell(DialogScope scope, Recognition heard)
    {
        if (!scope.Knows(ComplaintSlots.Story)) scope.Set(ComplaintSlots.Story, heard.Text);
        if (!scope.Knows(ComplaintSlots.Category) && ComplaintAnswers.CategoryOf([.. scope.Frame.Heard, heard]) is { } category) scope.Set(ComplaintSlots.Category, category, SlotSource.Inferred);
        scope.Set(ComplaintSlots.Apologised, "yes", SlotSource.System);
        if (!scope.Frame.Heard.Contains(heard)) DialogStack.Remember(scope.Frame, heard);
    }

    /// <summary>An order is asked for where the matter is one of goods and the customer has any.</summary>
    public static bool AsksOrder(DialogScope scope) =>
        scope.IsVerified && scope.Known(ComplaintSlots.Category) is "delivery" or "product" or "refund" or "price" && !OrderChoice.All(scope).IsEmpty;

    public static void InferOrder(DialogScope scope)
    {
        if (!scope.Knows(ComplaintSlots.Order) && AsksOrder(scope) && OrderChoice.All(scope) is [var only]) scope.Set(ComplaintSlots.Order, only.Id, SlotSource.Inferred);
    }

    /// <summary>The order it is about, or null.</summary>
    public static Order? OrderOf(DialogScope scope) =>
        scope.Get(ComplaintSlots.Order) is { } id and not Refusal.LeftOut && scope.IsVerified ? OrderChoice.All(scope).FirstOrDefault(order => string.Equals(order.Id, id, StringComparison.Ordinal)) : null;

    /// <summary>Fixes how grave it is and by when an answer is promised.</summary>
    public static void Promise(DialogScope scope)
    {
        if (scope.Knows(ComplaintSlots.AnswerBy)) return;
        var severity = SeverityOf(scope);
        scope.Set(ComplaintSlots.Severity, severity, SlotSource.Inferred);
        scope.Set(ComplaintSlots.AnswerBy, scope.Policy.AnswerBy(severity, scope.Now), SlotSource.System);
    }

    public static Effect Effect(DialogScope scope) => new OpenCase("complaint", CaseSummary.Of(scope.Context), scope.Known(ComplaintSlots.AnswerBy))
    {
        CustomerId = scope.IsVerified ? scope.CustomerId : null,
        Category = scope.Known(ComplaintSlots.Category),
        Severity = scope.Known(ComplaintSlots.Severity),
        Wish = scope.Get(ComplaintSlots.Wish) is { } wish and not Refusal.LeftOut ? wish : null,
        OrderId = scope.Get(ComplaintSlots.Order) is { } order and not Refusal.LeftOut ? order : null,
        Phone = Contact.Phone(scope.Get(ComplaintSlots.Contact)),
        Email = Contact.Email(scope.Get(ComplaintSlots.Contact)),
        Language = scope.Context.Language,
        Evidence = [.. scope.Context.Photos],
    };

    private static string SeverityOf(DialogScope scope)
    {
        var graver = scope.Frame.Heard.SelectMany(heard => heard.Of(EntityType.Aggravation)).Select(entity => entity.Value).ToHashSet(StringComparer.Ordinal);
        if (scope.Known(ComplaintSlots.Category) == Privacy || graver.Overlaps([Aggravations.Injury, Aggravations.Fire, Aggravations.Leak])) return "critical";
        if (graver.Count > 0 || IsRepeated(scope) || scope.Context.Moods.Exists(mood => mood is Mood.Angry or Mood.Abusive)) return "high";
        return scope.Get(ComplaintSlots.Wish) is "explanation" or Refusal.LeftOut && scope.Context.Moods.TrueForAll(mood => mood is Mood.Calm or Mood.Glad) ? "low" : "normal";
    }

    private static bool IsRepeated(DialogScope scope) =>
        scope.IsVerified && (scope.Fact(new CasesOf(scope.CustomerId))?.Cases ?? []).Any(earlier =>
            earlier.Kind == "complaint" && earlier.OpenedAt >= scope.Now.AddDays(-RepeatedWithin)
            && (earlier.Category == scope.Known(ComplaintSlots.Category) || (earlier.OrderId is not null && earlier.OrderId == scope.Get(ComplaintSlots.Order))));
}
