namespace ServiceBot.Dialogs.Language;

/// <summary>One wording, for the eye and for the ear, polite and formal.</summary>
internal sealed record Wording(Template Text, Template Speech, Template FormalText, Template FormalSpeech)
{
    public Template For(Modality modality, SpeechLevel level) => (modality, level) switch
    {
        (Modality.Text, SpeechLevel.Polite) => Text,
        (Modality.Text, _) => FormalText,
        (_, SpeechLevel.Polite) => Speech,
        _ => FormalSpeech,
    };
}

/// <summary>A sentence of one book: as it is said first, and its reprompts in the order of the ladder.</summary>
/// <param name="Key">Book and sentence.</param>
/// <param name="Place">File and line, for errors.</param>
/// <param name="First">As it is said at first.</param>
/// <param name="Again">Its reprompts.</param>
internal sealed record BookSentence(string Key, string Place, Wording First, IReadOnlyList<Wording> Again)
{
    /// <summary>The wording for an attempt: 0 is the sentence, then the reprompts, of which the last stays.</summary>
    public Wording At(int attempt) => attempt <= 0 || Again.Count == 0 ? First : Again[Math.Min(attempt, Again.Count) - 1];
}
