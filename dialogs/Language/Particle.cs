namespace ServiceBot.Dialogs.Language;

/// <summary>A Korean particle whose form depends on the sound before it, as a book writes it and in its forms.</summary>
/// <param name="Written">As in a book: 을(를).</param>
/// <param name="AfterConsonant">을.</param>
/// <param name="AfterVowel">를.</param>
/// <param name="AfterRieul">After ㄹ: as after a consonant, but 로 of (으)로.</param>
internal sealed record Particle(string Written, string AfterConsonant, string AfterVowel, string AfterRieul)
{
    // Longest first, so that 이에요(예요) is not taken for 이 with something behind it.
    private static readonly Particle[] All =
    [
        new("이에요(예요)", "이에요", "예요", "이에요"),
        new("예요(이에요)", "이에요", "예요", "이에요"),
        new("(이)에요", "이에요", "예요", "이에요"),
        new("(이)예요", "이에요", "예요", "이에요"),
        new("을(를)", "을", "를", "을"),
        new("를(을)", "을", "를", "을"),
        new("이(가)", "이", "가", "이"),
        new("가(이)", "이", "가", "이"),
        new("은(는)", "은", "는", "은"),
        new("는(은)", "은", "는", "은"),
        new("과(와)", "과", "와", "과"),
        new("와(과)", "과", "와", "과"),
        new("(으)로", "으로", "로", "로"),
        new("(이)", "이", "", "이"),
    ];

    /// <summary>The particle that is written at the start of the text, if one is.</summary>
    public static Particle? At(ReadOnlySpan<char> text)
    {
        foreach (var particle in All)
            if (text.StartsWith(particle.Written, StringComparison.Ordinal)) return particle;
        return null;
    }

    /// <summary>The form after the given words; where nobody can say how they sound, both forms as in the book, as Koreans write it.</summary>
    public string After(ReadOnlySpan<char> words, Modality modality) => LastSound.Of(words, modality) switch
    {
        Sound.Consonant => AfterConsonant,
        Sound.Rieul => AfterRieul,
        Sound.Vowel => AfterVowel,
        _ => Written,
    };
}
