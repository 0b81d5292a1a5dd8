using System.Text;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>
/// The utterance as phrases are sought in it. Korean: lower case, no spaces, no punctuation but '?', since customers leave spaces out or put them wrong.
/// English: lower case, words parted by one space, a space at both ends, apostrophes dropped.
/// </summary>
internal sealed class Haystack
{
    private readonly int[] origin;
    private readonly string source;

    private Haystack(string text, int[] origin, string source, List<int> sentences, List<int> pauses)
    {
        Text = text;
        this.origin = origin;
        this.source = source;
        Sentences = sentences;
        Pauses = pauses;
    }

    public string Text { get; }

    /// <summary>Positions in <see cref="Text"/> at which a sentence or line begins, without the first.</summary>
    public List<int> Sentences { get; }

    /// <summary>Positions in <see cref="Text"/> at which a comma or dash made a pause.</summary>
    public List<int> Pauses { get; }

    /// <summary>Where the character at this position stands in the normalized text.</summary>
    public int Origin(int index) => origin[index];

    /// <summary>Whether a written word begins at this position.</summary>
    public bool IsWordStart(int index) => origin[index] == 0 || !char.IsLetterOrDigit(source[origin[index] - 1]);

    /// <summary>Whether a written word ends just before this position.</summary>
    public bool IsWordEnd(int index) => origin[index - 1] + 1 >= source.Length || !char.IsLetterOrDigit(source[origin[index - 1] + 1]);

    public static Haystack Of(NormalizedText normalized, SpokenLanguage language)
    {
        var written = normalized.Text;
        var text = new StringBuilder(written.Length + 2);
        var positions = new List<int>(written.Length + 2);
        var sentences = new List<int>();
        var pauses = new List<int>();
        var english = language == SpokenLanguage.English;
        var nextBreak = 0;
        if (english) Append(' ', 0);
        for (var i = 0; i < written.Length; i++)
        {
            var c = char.ToLowerInvariant(written[i]);
            if (nextBreak < normalized.Breaks.Count && normalized.Breaks[nextBreak] == i)
            {
                nextBreak++;
                sentences.Add(text.Length);
            }
            if (c == '?')
            {
                if (english) Gap(i);
                if (text.Length == 0 || text[^1] != '?' && !(english && text.Length > 1 && text[^2] == '?')) Append('?', i);
                if (english) Gap(i);
                sentences.Add(Start());
            }
            else if (char.IsLetterOrDigit(c) || IsThumb(written, i))
            {
                if (IsLaughter(written, i)) continue;
                if (char.IsHighSurrogate(c) && text.Length >= 2 && text[^2] == c && text[^1] == written[i + 1])
                {
                    i++;
                    continue;
                }
                if (text.Length >= 2 && text[^1] == c && text[^2] == c && !char.IsDigit(c)) continue;
                Append(c, i);
                if (char.IsHighSurrogate(c)) Append(written[++i], i);
            }
            else if (c == '\'' && english)
            {
                continue;
            }
            else
            {
                if (english) Gap(i);
                if (EndsSentence(written, i)) sentences.Add(Start());
                else if (c == ',' || c == '-' && i > 0 && written[i - 1] == ' ') pauses.Add(Start());
            }
        }
        if (english) Gap(written.Length);
        return new(text.ToString(), [.. positions], written, sentences, pauses);

        // An English word begins with the space before it.
        int Start() => english ? text.Length - 1 : text.Length;

        void Append(char c, int at)
        {
            text.Append(c);
            positions.Add(at);
        }

        void Gap(int at)
        {
            if (text[^1] != ' ') Append(' ', Math.Min(at, Math.Max(0, written.Length - 1)));
        }
    }

    private static bool EndsSentence(string source, int i) => source[i] switch
    {
        '!' or ';' or '…' or '。' => true,
        '.' => i + 1 >= source.Length || source[i + 1] is ' ' or '.',
        _ => false,
    };

    // ㅋㅋ, ㅎㅎ, ㅠㅠ, ㅜㅜ say how it is meant, not what; ㅇㅋ is a word.
    private static bool IsLaughter(string source, int i) => source[i] switch
    {
        'ㅠ' or 'ㅜ' or 'ㅡ' => true,
        'ㅎ' => i + 1 >= source.Length || source[i + 1] != 'ㅇ',
        'ㅋ' => i == 0 || source[i - 1] != 'ㅇ',
        _ => false,
    };

    private static bool IsThumb(string source, int i) =>
        source[i] == '\uD83D' && i + 1 < source.Length && source[i + 1] is '\uDC4C' or '\uDC4D' or '\uDC4E' or '\uDE46' or '\uDE45';
}
