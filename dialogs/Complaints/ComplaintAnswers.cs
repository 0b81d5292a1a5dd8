using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>How each slot of a complaint is heard.</summary>
internal static class ComplaintAnswers
{
    // "I want to complain about the delivery" is no story yet; longer words that name a matter are.
    private const int KoreanStory = 24;
    private const int EnglishStory = 12;
    private const int ShortestAnswer = 4;
    private const int ShortestMatter = 8;

    /// <summary>What happened, in the customer's own words. What was said before anybody asked counts where it tells something.</summary>
    public static bool Story(DialogScope scope, Recognition heard, bool asked)
    {
        if (asked ? !Answers(heard) : !Tells(heard)) return false;
        scope.Set(ComplaintSlots.Story, heard.Text);
        return true;
    }

    public static bool Category(DialogScope scope, Recognition heard, bool asked)
    {
        var category = asked && !heard.Chosen.IsEmpty ? scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value : CategoryOf([heard]);
        if (category is null) return false;
        scope.Set(ComplaintSlots.Category, category);
        return true;
    }

    /// <summary>What the words are about: privacy wherever it is named, else the first matter that is.</summary>
    public static string? CategoryOf(IReadOnlyCollection<Recognition> said)
    {
        var named = said.Select(Named).OfType<string>().ToArray();
        return named.Contains(ComplaintFacts.Privacy, StringComparer.Ordinal) ? ComplaintFacts.Privacy : named.FirstOrDefault();
    }

    public static bool Order(DialogScope scope, Recognition heard, bool asked) =>
        ComplaintFacts.AsksOrder(scope) && OrderChoice.Hear(scope, ComplaintSlots.Order, OrderChoice.All(scope), heard, asked);

    public static bool Wish(DialogScope scope, Recognition heard, bool asked)
    {
        var wish = asked && !heard.Chosen.IsEmpty
            ? scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value
            : heard.Of(EntityType.ComplaintWish).FirstOrDefault()?.Value;
        if (wish is null) return false;
        scope.Set(ComplaintSlots.Wish, wish);
        return true;
    }

    // "배송이요" names the matter and tells nothing yet.
    private static bool Answers(Recognition heard) =>
        heard.Answer is null && !heard.Acts.Contains(DialogAct.Refuse)
        && (Tells(heard) || heard.Text.Length >= (Named(heard) is null ? ShortestAnswer : ShortestMatter));

    private static bool Tells(Recognition heard)
    {
        if (heard.Of(EntityType.Reason).Any() || heard.Of(EntityType.Aggravation).Any(entity => entity.Value is Aggravations.Injury or Aggravations.Fire or Aggravations.Leak)) return true;
        if (Named(heard) is null) return false;
        if (heard.Mood is Mood.Angry or Mood.Abusive or Mood.Distressed) return true;
        return heard.Language == SpokenLanguage.Korean
            ? heard.Text.Count(letter => !char.IsWhiteSpace(letter)) >= KoreanStory
            : heard.Text.Split(' ').Length >= EnglishStory;
    }

    private static string? Named(Recognition heard) =>
        heard.Of(EntityType.ComplaintCategory).FirstOrDefault()?.Value ?? heard.Of(EntityType.Reason).FirstOrDefault()?.Value switch
        {
            null => null,
            ReturnReasons.Late or ReturnReasons.NotReceived => "delivery",
            _ => "product",
        };
}
