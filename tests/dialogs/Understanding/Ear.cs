using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>Hears utterances on Tuesday, 3 November 2026, ten o'clock in Seoul, waiting for nothing unless a test says otherwise.</summary>
internal static class Ear
{
    private static readonly PatternUnderstanding Understanding = new(new UnderstandingOptions { OrderNumbers = [@"#?W\d{7}"] });

    public static DateTimeOffset Now { get; } = new(2026, 11, 3, 10, 0, 0, TimeSpan.FromHours(9));

    public static Recognition Korean(string text, ExpectedKind kind = ExpectedKind.None) => Hear(text, SpokenLanguage.Korean, Waiting(kind));

    public static Recognition English(string text, ExpectedKind kind = ExpectedKind.None) => Hear(text, SpokenLanguage.English, Waiting(kind));

    public static Recognition Hear(string text, SpokenLanguage language, Expectation expecting) => Understanding.Recognize(text, new(Now, language, expecting));

    public static Expectation Waiting(ExpectedKind kind) => kind == ExpectedKind.None ? Expectation.Nothing : new("slot", kind);

    public static ImmutableArray<Option> Options(params string[] titles) => [.. titles.Select((title, i) => new Option($"option-{i}", title))];

    /// <summary>What was understood, in the notation of the tables: "return", "return + order.change", "? complaint return", "-".</summary>
    public static string Wishes(Recognition heard)
    {
        var sure = heard.Intents.Where(candidate => candidate.Confidence >= IntentCandidate.Accept).ToArray();
        if (sure.Length > 0) return string.Join(" + ", sure.Where(candidate => candidate == sure[0] || candidate.Part > 0).OrderBy(candidate => candidate.Part).Select(candidate => candidate.Intent));
        var open = heard.Intents.Where(candidate => candidate.Confidence >= IntentCandidate.Ask).Select(candidate => candidate.Intent).Order(StringComparer.Ordinal).ToArray();
        return open.Length > 0 ? "? " + string.Join(' ', open) : "-";
    }

    /// <summary>The rows of a table: one a line, utterance and expectation parted by '|'.</summary>
    public static TheoryData<string, string> Table(string rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in rows.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = row.LastIndexOf('|');
            data.Add(row[..cut].Trim(), row[(cut + 1)..].Trim());
        }
        return data;
    }
}
