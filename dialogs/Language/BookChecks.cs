using System.Globalization;

namespace ServiceBot.Dialogs.Language;

/// <summary>What must hold between the sentences of one book and between the languages; what holds within one wording is checked where it is read.</summary>
internal static class BookChecks
{
    /// <summary>The book whose sentences are words that other sentences are filled with.</summary>
    public const string Terms = "terms";

    public static void Check(IReadOnlyDictionary<string, BookSentence> korean, IReadOnlyDictionary<string, BookSentence> english, IReadOnlySet<string> unread, List<string> errors)
    {
        foreach (var sentence in korean.Values) Missing(sentence, english, "English", unread, errors);
        foreach (var sentence in english.Values) Missing(sentence, korean, "Korean", unread, errors);
        foreach (var sentence in korean.Values)
            if (english.TryGetValue(sentence.Key, out var other)) SameNames(sentence, other, errors);
        foreach (var sentence in korean.Values.Concat(english.Values))
        {
            Reprompts(sentence, errors);
            TakesNoValues(sentence, errors);
        }
    }

    /// <summary>Placeholders as books write them, for errors.</summary>
    public static string Braced(IEnumerable<string> names) =>
        string.Join(' ', names.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}")) is { Length: > 0 } braced ? braced : "(none)";

    /// <summary>The placeholders that a shorter wording has and the full one has not; null where there are none. To leave some out is its purpose.</summary>
    public static string? Added(Template shorter, Template full) =>
        shorter.Names.Except(full.Names, StringComparer.Ordinal).ToList() is { Count: > 0 } added ? Braced(added) : null;

    /// <summary>A reprompt's name in errors, counted from one as people count.</summary>
    public static string Reprompt(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{key} (again {index + 1})");

    // What could not be read has its own error already, so it is not called missing as well.
    private static void Missing(BookSentence sentence, IReadOnlyDictionary<string, BookSentence> others, string language, IReadOnlySet<string> unread, List<string> errors)
    {
        var book = sentence.Key[..sentence.Key.IndexOf('.', StringComparison.Ordinal)];
        if (!others.ContainsKey(sentence.Key) && !unread.Contains(sentence.Key) && !unread.Contains(book)) errors.Add($"{sentence.Place}: {sentence.Key} is missing in {language}");
    }

    private static void SameNames(BookSentence korean, BookSentence english, List<string> errors)
    {
        if (!korean.First.Text.Names.SetEquals(english.First.Text.Names))
            errors.Add($"{korean.Place}: {korean.Key} has the placeholders {Braced(korean.First.Text.Names)} in Korean and {Braced(english.First.Text.Names)} in English ({english.Place})");
    }

    // A reprompt is shorter than its sentence, so it may leave values out; it cannot have others.
    private static void Reprompts(BookSentence sentence, List<string> errors)
    {
        for (var i = 0; i < sentence.Again.Count; i++)
        {
            if (Added(sentence.Again[i].Text, sentence.First.Text) is { } added)
                errors.Add($"{sentence.Place}: {Reprompt(sentence.Key, i)} has the placeholders {added}, which its text has not");
        }
    }

    private static void TakesNoValues(BookSentence sentence, List<string> errors)
    {
        if (sentence.Key.StartsWith(Terms + '.', StringComparison.Ordinal) && sentence.First.Text.Names.Count > 0)
            errors.Add($"{sentence.Place}: {sentence.Key} is a term and must have no placeholders, but has {Braced(sentence.First.Text.Names)}");
    }
}
