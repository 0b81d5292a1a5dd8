using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding.Phrases;
using ServiceBot.Dialogs.Understanding.Recognizers;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>
/// Understands Korean and English by weighted phrases (the embedded <c>Phrases/*.yaml</c>) and hand-written recognizers. Deterministic, without state
/// between calls, safe to share between threads; time grows linearly with the text.
/// </summary>
public sealed class PatternUnderstanding : IUnderstanding
{
    private readonly LanguageParts korean = new(PhraseBook.Load(SpokenLanguage.Korean));
    private readonly LanguageParts english = new(PhraseBook.Load(SpokenLanguage.English));
    private readonly References references;

    /// <summary>Veils the insults that are understood here as abuse.</summary>
    public InsultVeil Insults { get; }

    /// <summary>Reads the phrase files; throws <see cref="ArgumentException"/> naming an order-number pattern that cannot be used.</summary>
    public PatternUnderstanding(UnderstandingOptions? options = null)
    {
        references = new((options ?? new()).OrderNumbers);
        Insults = new InsultVeil(korean.Book, english.Book);
    }

    /// <inheritdoc/>
    public Recognition Recognize(string text, Listening listening)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(listening);
        var normalized = NormalizedText.Of(text);
        if (normalized.Text.Length == 0) return new("", listening.Language);
        var expecting = listening.Expecting;
        var match = OptionMatch.Find(text, expecting.Options, expecting.Many);
        var language = IsOptionVerbatim(normalized.Text, expecting) ? listening.Language : LanguageDetection.Detect(normalized.Text, listening.Language, english.Book);
        var parts = language == SpokenLanguage.Korean ? korean : english;
        var heard = new HeardWords(parts.Book, Haystack.Of(normalized, language));
        var entities = FindEntities(normalized.Text, listening, parts, heard);
        var acts = parts.Acts.Recognize(heard);
        var answer = Answer(parts, heard, expecting, acts, entities, match);
        var isQuestion = QuestionDetection.IsQuestion(normalized.Text, heard.Haystack, language);
        if (acts.All(act => act == DialogAct.Correct) && Addresses.Read(normalized.Text, expecting, isQuestion) is { } address) entities = entities.Add(address);
        return new(normalized.Text, language)
        {
            Intents = Surer(ReceiptIntents.Add(parts.Intents.Recognize(heard, expecting.Kind != ExpectedKind.None), entities), entities),
            Entities = entities,
            Acts = acts,
            Answer = answer,
            Chosen = match.Chosen,
            Candidates = match.Candidates,
            Mood = parts.Moods.Recognize(heard, normalized.Text),
            IsQuestion = isQuestion,
        };
    }

    private ImmutableArray<Entity> FindEntities(string text, Listening listening, LanguageParts parts, HeardWords heard)
    {
        var scan = new EntityScan(text, listening);
        Contacts.FindEmails(scan);
        Contacts.FindPhones(scan);
        references.Find(scan);
        Accounts.Find(scan);
        Contacts.FindAnyPhone(scan);
        Postcodes.Find(scan);
        Names.Find(scan);
        Numbers.FindScores(scan, parts.Language);
        Dates.Find(scan, parts.Language);
        Times.Find(scan, parts.Language);
        var isNumberWanted = scan.Expects(ExpectedKind.Number) || scan.Expects(ExpectedKind.Rating) || scan.Expects(ExpectedKind.Code);
        var numbers = parts.Language == SpokenLanguage.Korean ? KoreanNumberReader.Find(text, isNumberWanted) : EnglishNumberReader.Find(text);
        Amounts.Find(scan, numbers);
        Ordinals.Find(scan, parts.Language, numbers);
        Quantities.Find(scan, parts.Language, numbers);
        Numbers.Find(scan, numbers);
        parts.Labels.Find(scan, heard);
        return scan.Result();
    }

    // "Cancel" alone may mean the conversation; with an order number it means the order.
    private static ImmutableArray<IntentCandidate> Surer(ImmutableArray<IntentCandidate> intents, ImmutableArray<Entity> entities) =>
        intents is [{ Intent: Intents.Cancel, Confidence: >= 0.5 and < IntentCandidate.Accept } bare, ..] && entities.Any(entity => entity.Type == EntityType.OrderNumber)
            ? intents.SetItem(0, bare with { Confidence = 0.9 })
            : intents;

    private static bool IsOptionVerbatim(string text, Expectation expecting) =>
        expecting.Options.Any(option => string.Equals(option.Title, text, StringComparison.OrdinalIgnoreCase) || string.Equals(option.Value, text, StringComparison.OrdinalIgnoreCase));

    private static YesNo? Answer(LanguageParts parts, HeardWords heard, Expectation expecting, ImmutableArray<DialogAct> acts, ImmutableArray<Entity> entities, OptionMatch match)
    {
        if (match.Chosen is [var only])
        {
            if (expecting.Options[only].Value.Equals("yes", StringComparison.OrdinalIgnoreCase)) return YesNo.Yes;
            if (expecting.Options[only].Value.Equals("no", StringComparison.OrdinalIgnoreCase)) return YesNo.No;
        }
        if (acts.Contains(DialogAct.Repeat) || parts.Answers.Recognize(heard, expecting.IsOffer) is not { } said) return null;
        // 네 개 is four, and "yes, but the address is wrong" agrees to nothing.
        if (entities.Any(entity => entity.Start <= heard.Haystack.Origin(said.Start) && entity.End > heard.Haystack.Origin(said.End - 1))) return null;
        var isYesBut = said.Answer == YesNo.Yes || heard.Of("yes-but").Any(hit => hit.Start <= heard.Start);
        return acts.Contains(DialogAct.Correct) && isYesBut ? null : said.Answer;
    }

    private sealed class LanguageParts(PhraseBook book)
    {
        public PhraseBook Book { get; } = book;

        public SpokenLanguage Language => Book.Language;

        public IntentRecognition Intents { get; } = new(book);

        public ActRecognition Acts { get; } = new(book);

        public AnswerRecognition Answers { get; } = new(book);

        public MoodRecognition Moods { get; } = new(book);

        public Labels Labels { get; } = new(book);
    }
}
