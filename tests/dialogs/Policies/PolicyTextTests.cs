using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Dialogs.Tests.Policies;

public class PolicyTextTests
{
    private static readonly SentenceBooks Books = SentenceBooks.Load();

    [Fact]
    public void Every_rule_of_the_law_is_told_in_plain_words_with_its_own_numbers() =>
        Assert.All(KoreanLaw.All, rule => Assert.Subset(rule.Numbers.Keys.ToHashSet(), Books.Placeholders(rule.InPlainWords.Key).ToHashSet()));

    [Fact]
    public void The_law_has_its_24_rules_and_each_cites_its_source()
    {
        Assert.Equal(Enumerable.Range(1, 24).Select(n => $"C{n:00}"), KoreanLaw.All.Select(rule => rule.Id));
        Assert.All(KoreanLaw.All, rule => Assert.Contains("§", rule.Source));
    }

    [Fact]
    public void General_answers_exist_for_the_demo_shop() =>
        Assert.All(PolicyAnswers.RefundTime(ShopPolicy.KoreanDemo, isSpoken: false).Concat(PolicyAnswers.RefundTime(ShopPolicy.KoreanDemo, isSpoken: true)).Concat(PolicyAnswers.ReturnTerms(ShopPolicy.KoreanDemo)), answer => Assert.True(Books.Contains(answer.Key), answer.Key));
}
