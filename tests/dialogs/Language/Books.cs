using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Tests.Language;

/// <summary>Small books for tests: a book named "t" whose English is made from the Korean unless given.</summary>
internal static class Books
{
    public static SentenceRenderer Renderer(string korean, string? english = null) => new(Read(korean, english));

    public static SentenceBooks Read(string korean, string? english = null) =>
        SentenceBooks.Read([new("t.ko.yaml", korean), new("t.en.yaml", english ?? korean), .. Terms], []);

    public static IReadOnlyList<string> Errors(string korean, string? english = null) =>
        Assert.Throws<SentenceBookException>(() => Read(korean, english)).Errors;

    /// <summary>One Korean sentence with the value x.</summary>
    public static string Korean(string text, object x, Modality modality = Modality.Text, SpeechLevel level = SpeechLevel.Polite) =>
        Renderer($"s: \"{text}\"", "s: \"{x}\"").Render(Sentence.Of("t.s", ("x", x)), SpokenLanguage.Korean, modality, level);

    /// <summary>One English sentence with the value x.</summary>
    public static string English(string text, object x, Modality modality = Modality.Text) =>
        Renderer("s: \"{x}\"", $"s: \"{text}\"").Render(Sentence.Of("t.s", ("x", x)), SpokenLanguage.English, modality);

    private static IEnumerable<BookText> Terms =>
    [
        new("terms.ko.yaml", "yes: 네\nno: 아니요\nreason.damaged: 파손\nreason.late: 배송 지연"),
        new("terms.en.yaml", "yes: yes\nno: no\nreason.damaged: damaged on arrival\nreason.late: late delivery"),
    ];
}
