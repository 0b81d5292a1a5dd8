using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Language;

/// <summary>Raises 해요체 to 합쇼체 at the ends of sentences, in the text of a book, before any value stands in it.</summary>
internal static partial class Politeness
{
    /// <summary>The formal text; an ending from which nothing follows stays as it is, and the book can give <c>formal:</c>.</summary>
    public static string Formal(string source)
    {
        var copulas = Copula().Replace(source, match => IsQuestion(match) ? "입니까" : "입니다");
        return Ending().Replace(copulas, match => FormalEnding.Of(match.Value, IsQuestion(match)) ?? match.Value);

        bool IsQuestion(Match match) => Terminator().Match(match.Result("$'")).Value.Contains('?', StringComparison.Ordinal);
    }

    /// <summary>Ends of sentences that are still 해요체 in a formal text: for some 합쇼체 has no form that follows (거든요, 는데요).</summary>
    public static IEnumerable<string> Remaining(string formal) =>
        Ending().Matches(formal).Select(match => match.Value).Where(word => !FormalEnding.MayStay(word));

    // Where a sentence ends: nothing more in the line, or a mark with a space behind it. A remark in brackets may stand between (어려워요(7일 이내).).
    // Words in quotation marks are somebody's own and stay.
    private const string End = @"(?=(\([^()]*\))?([.!?…~:]+(?=[\s)]|$)|\)?\s*(\n|$)))";

    [GeneratedRegex(@"(이에요\(예요\)|예요\(이에요\)|\(이\)(에요|예요|네요|죠|지요|군요))" + End, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Copula();

    [GeneratedRegex("[가-힣]*[요죠]" + End, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(\([^()]*\))?[.!?…~:]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Terminator();
}
