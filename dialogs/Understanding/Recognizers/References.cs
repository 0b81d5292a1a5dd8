using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Order numbers and our own receipt numbers, written or spelled aloud.</summary>
internal sealed partial class References
{
    private readonly ImmutableArray<Regex> shop;

    /// <param name="patterns">The shop's own shapes; throws <see cref="ArgumentException"/> naming the pattern that cannot be used.</param>
    public References(ImmutableArray<string> patterns) => shop = [.. patterns.Select(Compile)];

    public void Find(EntityScan scan)
    {
        foreach (var pattern in shop)
            foreach (var match in pattern.EnumerateMatches(scan.Text))
                if (match.Length > 0 && IsWhole(scan.Text, match.Index, match.Index + match.Length)) Order(scan, match.Index, match.Length);
        if (scan.HasDigit)
        {
            foreach (var match in Receipt().EnumerateMatches(scan.Text))
                scan.Claim(EntityType.ReceiptNumber, match.Index, match.Index + match.Length, Squeeze(scan.Text.AsSpan(match.Index, match.Length)));
            foreach (var match in OrderShape().EnumerateMatches(scan.Text)) Order(scan, match.Index, match.Length);
            foreach (Match match in Named().Matches(scan.Text)) Order(scan, match.Groups["number"].Index, match.Groups["number"].Length);
            if (scan.Expects(ExpectedKind.Order) && BareNumber().Match(scan.Text) is { Success: true } bare) Order(scan, bare.Index, bare.Length);
        }
        if (scan.Expects(ExpectedKind.Order) || scan.Expects(ExpectedKind.Identity))
            foreach (var match in SpelledDay().EnumerateMatches(scan.Text))
                if (SpokenDigits.Read(scan.Text.AsSpan(match.Index, match.Length)) is { } number) scan.Claim(EntityType.OrderNumber, match.Index, match.Index + match.Length, number);
        foreach (var match in Spelled().EnumerateMatches(scan.Text))
        {
            var signs = SpokenDigits.Read(scan.Text.AsSpan(match.Index, match.Length));
            if (signs is null) continue;
            // Three digits are too few for an order number unless letters lead.
            var letters = signs.TakeWhile(char.IsAsciiLetter).Count();
            if (signs.Length - letters < 3) continue;
            var isReceipt = letters is 1 or 2 && signs.Length > letters && signs[letters] == '-';
            scan.Claim(isReceipt ? EntityType.ReceiptNumber : EntityType.OrderNumber, match.Index, match.Index + match.Length, signs);
        }
    }

    private static void Order(EntityScan scan, int start, int length) =>
        scan.Claim(EntityType.OrderNumber, start, start + length, Squeeze(scan.Text.AsSpan(start, length)));

    private static string Squeeze(ReadOnlySpan<char> number) => number.ToString().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) && (end >= text.Length || !char.IsAsciiLetterOrDigit(text[end]));

    private static Regex Compile(string pattern)
    {
        try
        {
            // A pattern that was written for a number alone also finds it within a sentence.
            return new(pattern.TrimStart('^').TrimEnd('$'), RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"Order number pattern '{pattern}' cannot be used: {error.Message}", nameof(pattern), error);
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9-])[A-Za-z]{1,2} ?- ?\d{4,8}(?![A-Za-z0-9-])")]
    private static partial Regex Receipt();

    [GeneratedRegex(@"#[A-Za-z]{0,4}-?\d{4,16}(?![A-Za-z0-9])|(?<![A-Za-z0-9#@_-])(?:[A-Za-z]{1,4}\d{5,16}|[A-Za-z]{3,5}-\d{4,16}(?:-\d{1,8})?|20\d{6}-\d{4,10})(?![A-Za-z0-9_-])")]
    private static partial Regex OrderShape();

    [GeneratedRegex(@"(?:주문 ?번호|오더 ?번호|order (?:number|no\.?|id|#)|order)(?: ?(?:는|은|가|이|:|is|=|#))? {0,2}(?<number>#?[A-Za-z]{0,4}-?\d{4,16}(?:-\d{1,10})?)(?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![A-Za-z0-9-])\d{6,16}(?![A-Za-z0-9-])")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(?<![가-힣])(?:더블유|더블류|에이치|에프|제이|케이|에이|브이|와이|엑스|에스|아이|큐|알|엘|엠|엔|비|씨|디|지|피|티|유|제트){1,3}(?: ?(?:다시|대시|-))?(?: ?(?:공|영|빵|일|이(?!에요|예요|요)|삼|사|오|육|륙|칠|팔|구|하나|둘|\d)){3,14}(?![가-힣]{3})")]
    private static partial Regex Spelled();

    // A number that begins with the day of the order, digit by digit.
    [GeneratedRegex(@"(?<![가-힣\d])이 ?공(?: ?[공영빵일이삼사오육륙칠팔구]){6} ?(?:다시|대시|-)?(?: ?[공영빵일삼사오육륙칠팔구]| ?이(?!에요|예요|요)){4,10}(?![가-힣]{3})")]
    private static partial Regex SpelledDay();
}
