namespace ServiceBot.Dialogs.Language;

/// <summary>Turns sentences into words. Pure and deterministic; one serves any number of threads.</summary>
/// <param name="books">Where the sentences are.</param>
/// <param name="zone">The zone in which moments are shown; null for Asia/Seoul.</param>
public sealed class SentenceRenderer(SentenceBooks books, TimeZoneInfo? zone = null)
{
    // Korea has kept UTC+9 without summer time since 1988, so no table of time zones is needed on the machine.
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.CreateCustomTimeZone("Asia/Seoul", TimeSpan.FromHours(9), "Asia/Seoul", "KST");

    private static readonly KoreanText KoreanText = new();
    private static readonly KoreanSpeech KoreanSpeech = new();
    private static readonly EnglishText EnglishText = new();
    private static readonly EnglishSpeech EnglishSpeech = new();

    private readonly TimeZoneInfo _zone = zone ?? Seoul;

    /// <summary>The words of a sentence.</summary>
    /// <param name="sentence">What to say. Its values may hold anything: they are never read as placeholders, and control characters are dropped.</param>
    /// <param name="language">The listener's language.</param>
    /// <param name="modality">Whether it is read or heard. Nothing is escaped: that is the channel's.</param>
    /// <param name="level">How polite Korean is.</param>
    /// <param name="attempt">0 for the sentence, 1 and more for its reprompts, of which the last stays; a sentence without any is said as it is.</param>
    /// <exception cref="KeyNotFoundException">No book has the sentence, or a term that fills it.</exception>
    /// <exception cref="ArgumentException">A value is missing, or is of no kind that can be put into words.</exception>
    public string Render(Sentence sentence, SpokenLanguage language, Modality modality = Modality.Text, SpeechLevel level = SpeechLevel.Polite, int attempt = 0)
    {
        var template = books.Find(sentence.Key, language).At(attempt).For(modality, level);
        if (template.Fixed is { } whole) return whole;

        var words = new Words(stackalloc char[512]);
        for (var i = 0; i < template.Segments.Count; i++)
        {
            var segment = template.Segments[i];
            if (segment.Particle is { } particle) words.Append(particle.After(words.Written, modality));
            // "by 4:00 p.m." ends its sentence with the point that it has.
            else if (!segment.IsPlaceholder) words.Append(words.Written is [.., '.'] && segment.Words is ['.', ..] ? segment.Words[1..] : segment.Words);
            else if (!sentence.Arguments.TryGetValue(segment.Words, out var value)) throw new ArgumentException($"The sentence '{sentence.Key}' needs a value for {{{segment.Words}}}.", nameof(sentence));
            else
            {
                words.Append(Value(sentence, segment, value, language, modality));
                // Spelled out, a number stands apart from what it counts: 2개, but 두 개 (한글 맞춤법 제43항).
                if (segment.Format is ValueFormat.Native && modality is Modality.Speech && value is int or long && template.StartsWithHangul(i + 1)) words.Append(" ");
            }
        }
        return words.Written.ToString();
    }

    /// <summary>A term in the listener's language, for titles of choices and cards; throws <see cref="KeyNotFoundException"/> for a key that no book has.</summary>
    /// <exception cref="ArgumentException">The key is that of a sentence that takes values.</exception>
    public string Word(Term term, SpokenLanguage language, Modality modality = Modality.Text) =>
        books.Find(term.Key, language).First.For(modality, SpeechLevel.Polite).Fixed
            ?? throw new ArgumentException($"'{term.Key}' takes values, so it cannot be a term.", nameof(term));

    private string Value(Sentence sentence, Segment segment, object value, SpokenLanguage language, Modality modality)
    {
        var forms = Forms(language, modality);
        return value switch
        {
            string data => forms.Data(CleanData.Of(data), segment.Format),
            Name name => forms.Data(CleanData.Of(name.In(language)), segment.Format),
            EyeAndEar words => CleanData.Of(words.In(modality)),
            Term term => Word(term, language, modality),
            int number => forms.Number(number, segment.Format),
            long number => forms.Number(number, segment.Format),
            bool yes => Word(new(yes ? "terms.yes" : "terms.no"), language, modality),
            Money money => forms.Amount(money),
            DateOnly day => forms.Day(day, segment.Format),
            TimeOnly time => forms.TimeOfDay(time),
            DateTimeOffset moment => Moment(forms, TimeZoneInfo.ConvertTime(moment, _zone).DateTime, segment.Format),
            IReadOnlyList<string> and { Count: > 0 } parts => List(forms, [.. parts.Select(CleanData.Of)], segment.Format),
            IReadOnlyList<EyeAndEar> and { Count: > 0 } words => List(forms, [.. words.Select(part => CleanData.Of(part.In(modality)))], segment.Format),
            IReadOnlyList<Term> and { Count: > 0 } terms => List(forms, [.. terms.Select(term => Word(term, language, modality))], segment.Format),
            IReadOnlyList<string> or IReadOnlyList<EyeAndEar> or IReadOnlyList<Term> => throw Unfit("an empty list"),
            _ => throw Unfit($"a value of the type {value.GetType()}"),
        };

        ArgumentException Unfit(string what) =>
            new($"The sentence '{sentence.Key}' was given {what} for {{{segment.Words}}}, which cannot be put into words.", nameof(sentence));
    }

    private static string Moment(IValueForms forms, DateTime local, ValueFormat format)
    {
        var day = DateOnly.FromDateTime(local);
        return format switch
        {
            ValueFormat.Time => forms.TimeOfDay(TimeOnly.FromDateTime(local)),
            ValueFormat.Date => forms.Day(day, ValueFormat.Usual),
            ValueFormat.Short or ValueFormat.Full or ValueFormat.Weekday => forms.Day(day, format),
            _ => forms.Moment(day, TimeOnly.FromDateTime(local)),
        };
    }

    private static string List(IValueForms forms, string[] parts, ValueFormat format) =>
        parts.Length == 1 && format is not ValueFormat.Lines ? parts[0] : forms.List(parts, format);

    private static IValueForms Forms(SpokenLanguage language, Modality modality) => (language, modality) switch
    {
        (SpokenLanguage.Korean, Modality.Text) => KoreanText,
        (SpokenLanguage.Korean, _) => KoreanSpeech,
        (_, Modality.Text) => EnglishText,
        _ => EnglishSpeech,
    };
}
