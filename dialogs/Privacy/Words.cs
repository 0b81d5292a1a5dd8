namespace ServiceBot.Dialogs.Privacy;

/// <summary>What is told by its letters and the words beside it: e-mail addresses, passports, customs codes, bank accounts.</summary>
internal static class Words
{
    private const int LongestMailbox = 64;
    private const int LongestDomain = 100;
    private const int NearAccount = 12;

    private static readonly string[] AccountWords = ["계좌", "입금", "은행", "뱅크", "농협", "수협", "신협", "카뱅", "새마을금고", "account number", "account no"];

    public static void Find(CanonicalText text, Digits digits, Finds finds)
    {
        FindEmails(text, finds);
        if (digits.Count == 0) return;
        FindDocuments(text, finds);
        foreach (var word in AccountWords)
            foreach (var end in EndsOf(text.Signs, word)) FindAccount(text, digits, end, finds);
    }

    /// <summary>Where a word ends, wherever it stands.</summary>
    public static List<int> EndsOf(ReadOnlySpan<char> text, string word)
    {
        var ends = new List<int>();
        for (var at = 0; text[at..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var found;) ends.Add(at += found + word.Length);
        return ends;
    }

    private static void FindEmails(CanonicalText text, Finds finds)
    {
        for (var at = text.Signs.IndexOf('@'); at >= 0;)
        {
            var mailbox = at - 1;
            var isApart = mailbox > 0 && text[mailbox] == ' ' && at + 1 < text.Length && text[at + 1] == ' ';
            if (isApart) mailbox--;
            var first = mailbox + 1;
            while (first > 0 && mailbox - first < LongestMailbox && IsMailbox(text[first - 1])) first--;
            var from = isApart ? at + 2 : at + 1;
            if (first <= mailbox && DomainEnd(text, from) is { } last) finds.Add(PersonalKind.Email, first, last);
            var next = text.Signs[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static int? DomainEnd(CanonicalText text, int from)
    {
        int? end = null;
        var label = from;
        for (var i = from; i <= text.Length && i - from <= LongestDomain; i++)
        {
            var sign = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetterOrDigit(sign) || sign is '-' or CanonicalText.Nothing) continue;
            // A domain has a dot, and ends in letters.
            if (i - label >= 2 && label > from && char.IsAsciiLetter(text[i - 1]) && char.IsAsciiLetter(text[label])) end = i - 1;
            if (sign != '.' || i == label) break;
            label = i + 1;
        }
        return end;
    }

    private static bool IsMailbox(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '%' or '+' or '-' or '\'';

    private static void FindDocuments(CanonicalText text, Finds finds)
    {
        for (var at = 0; at + 8 < text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) continue;
            var (kind, length) = char.ToUpperInvariant(text[at]) switch
            {
                'P' when AreDigits(text, at + 1, 12) => (PersonalKind.CustomsCode, 12),
                'M' or 'S' or 'R' or 'O' or 'D' or 'G' when AreDigits(text, at + 1, 8) => (PersonalKind.Passport, 8),
                'M' or 'S' or 'R' or 'O' or 'D' or 'G' when AreDigits(text, at + 1, 3) && char.IsAsciiLetter(text[at + 4]) && AreDigits(text, at + 5, 4) => (PersonalKind.Passport, 8),
                _ => (default, 0),
            };
            if (length > 0 && (at + length + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + length + 1]))) finds.Add(kind, at, at + length);
        }
    }

    private static bool AreDigits(CanonicalText text, int start, int count)
    {
        if (start + count > text.Length) return false;
        foreach (var sign in text.Signs.Slice(start, count))
            if (!char.IsAsciiDigit(sign)) return false;
        return true;
    }

    private static void FindAccount(CanonicalText text, Digits digits, int wordEnd, Finds finds)
    {
        var start = digits.FirstFrom(wordEnd);
        if (start == digits.Count || digits.At(start) - wordEnd > NearAccount) return;
        var end = start + 1;
        while (end < digits.Count && end - start < 18 && (digits.Gap(end) == 0 || digits.Gap(end) == 1 && text[digits.At(end) - 1] is '-' or ' ')) end++;
        if (end - start < 10 || IsDate(digits, start) || IsAmount(text, digits.At(end - 1) + 1)) return;
        finds.Add(PersonalKind.Account, digits, start, end);
    }

    private static bool IsDate(Digits digits, int start) =>
        digits[start] * 10 + digits[start + 1] is 19 or 20 && digits.Gap(start + 4) != 0 && digits.Gap(start + 6) != 0 && digits[start + 4] < 2;

    private static bool IsAmount(CanonicalText text, int after) => after < text.Length && text[after] is '원' or ',';
}
