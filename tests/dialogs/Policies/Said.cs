using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Dialogs.Tests.Policies;

/// <summary>A verdict and all that is said about it, rendered in both languages for eye and ear, so that no sentence or value can be missing.</summary>
internal static class Said
{
    private static readonly SentenceRenderer Renderer = new(SentenceBooks.Load());

    public static Verdict Decide(ReturnRequest request) => Decide(ShopPolicy.KoreanDemo, request);

    public static Verdict Decide(ShopPolicy policy, ReturnRequest request)
    {
        var verdict = Verdict.For(policy, request);
        Sentence?[] said = [verdict.Text, verdict.RuleText, PolicyAnswers.Postage(policy, verdict), PolicyAnswers.Due(verdict), PolicyAnswers.Clause(verdict)];
        foreach (var sentence in said.OfType<Sentence>().Concat(verdict.Alternatives.Select(Sentence.Of))) Everywhere(sentence);
        return verdict;
    }

    public static RefundQuote Quote(ShopPolicy policy, ReturnRequest request, Dialogs.ShopFacts.PaymentMethod? to = null)
    {
        var quote = RefundQuote.For(policy, request, Decide(policy, request), to);
        foreach (var sentence in PolicyAnswers.Quote(quote)) Everywhere(sentence);
        return quote;
    }

    public static RefundQuote Quote(ReturnRequest request) => Quote(ShopPolicy.KoreanDemo, request);

    public static string InKorean(Sentence sentence) => Renderer.Render(sentence, SpokenLanguage.Korean);

    public static void Everywhere(Sentence sentence)
    {
        foreach (var language in Enum.GetValues<SpokenLanguage>())
            foreach (var modality in Enum.GetValues<Modality>())
                foreach (var level in Enum.GetValues<SpeechLevel>())
                    Assert.NotEmpty(Renderer.Render(sentence, language, modality, level));
    }
}
