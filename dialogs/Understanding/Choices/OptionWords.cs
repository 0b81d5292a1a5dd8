using System.Text;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>How options and what is said about them are cut into words.</summary>
internal static class OptionWords
{
    private static readonly string[] Particles =
        ["이에요", "이예요", "입니다", "예요", "에요", "이요", "으로요", "걸로요", "거요", "꺼요", "것이요", "으로", "걸로", "이랑", "에서", "까지", "하고", "랑", "요", "은", "는", "이", "가", "을", "를", "도", "만", "로", "와", "과", "의", "거", "꺼", "것"];

    private static readonly HashSet<string> Stopwords = new(
        ["the", "a", "an", "of", "to", "in", "for", "with", "my", "i", "it", "and", "or", "is", "on", "at", "one", "this", "that", "from", "please", "item", "option", "order", "items", "back", "get", "want", "some", "part", "거", "것", "꺼", "주문", "상품", "하나", "한"], StringComparer.Ordinal);

    /// <summary>Lower case, one space between words, punctuation gone.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var normalized = NormalizedText.Of(text).Text;
        for (var i = 0; i < normalized.Length; i++)
        {
            var c = normalized[i];
            var isPoint = c == '.' && i > 0 && i + 1 < normalized.Length && char.IsAsciiDigit(normalized[i - 1]) && char.IsAsciiDigit(normalized[i + 1]);
            if (isPoint || char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (c != '\'' && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    public static string Compact(string plain) => plain.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The words that tell one option from another, of what <see cref="Plain"/> gave.</summary>
    public static string[] Telling(string plain) => Array.FindAll(plain.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => !Stopwords.Contains(word) && !Stopwords.Contains(Stem(word)));

    /// <summary>The telling words of an option, from its title and its other names.</summary>
    public static HashSet<string> Of(Option option)
    {
        var words = new HashSet<string>(OptionName.Of(option.Title).Words, StringComparer.Ordinal);
        foreach (var name in option.AlsoKnownAs) words.UnionWith(OptionName.Of(name).Words);
        return words;
    }

    /// <summary>A word without the particles at its end, at least one character long.</summary>
    public static string Stem(string word)
    {
        if (!Jamo.IsSyllable(word[^1])) return word;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var particle in Particles)
            {
                if (word.Length <= particle.Length + 1 || !word.EndsWith(particle, StringComparison.Ordinal)) continue;
                word = word[..^particle.Length];
                moved = true;
                break;
            }
        }
        return word;
    }
}
