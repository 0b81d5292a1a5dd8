namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>The telling words of what was said about options, cut and stemmed once however many words of options they are held against.</summary>
internal sealed class SaidWords
{
    private SaidWords(string[] words, string compact)
    {
        Words = words;
        Compact = compact;
        Stems = Array.ConvertAll(words, OptionWords.Stem);
    }

    public string[] Words { get; }

    /// <summary>The same words without the particles at their ends.</summary>
    public string[] Stems { get; }

    /// <summary>All that was said, without spaces.</summary>
    public string Compact { get; }

    /// <param name="plain">As <see cref="OptionWords.Plain"/> gives it.</param>
    public static SaidWords Of(string plain) => new(OptionWords.Telling(plain), OptionWords.Compact(plain));

    /// <summary>Whether the word was said as it is.</summary>
    public bool Has(string word) => Array.IndexOf(Words, word) >= 0;

    /// <summary>The same without the words that are named.</summary>
    public SaidWords Without(Predicate<string> named) => Array.Exists(Words, named) ? new(Array.FindAll(Words, word => !named(word)), Compact) : this;
}
