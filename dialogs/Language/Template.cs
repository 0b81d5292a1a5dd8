using System.Text;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Language;

/// <summary>A piece of a template: words as they are, a place for a value, or a particle that waits for the sound before it.</summary>
/// <param name="Words">The words, or the placeholder's name.</param>
/// <param name="IsPlaceholder">Whether a value stands here.</param>
/// <param name="Format">How the value is put.</param>
/// <param name="Particle">The particle, where one stands here.</param>
internal readonly record struct Segment(string Words, bool IsPlaceholder = false, ValueFormat Format = ValueFormat.Usual, Particle? Particle = null);

/// <summary>One sentence of a book, parsed once. <c>{{</c> and <c>}}</c> are braces themselves.</summary>
internal sealed partial class Template
{
    private Template(string source, IReadOnlyList<Segment> segments)
    {
        Source = source;
        Segments = segments;
        Names = segments.Where(segment => segment.IsPlaceholder).Select(segment => segment.Words).ToHashSet(StringComparer.Ordinal);
        Fixed = segments.Count == 1 && segments[0] is { IsPlaceholder: false, Particle: null } only ? only.Words : null;
    }

    /// <summary>The template as the book has it, or as it was derived.</summary>
    public string Source { get; }

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The names of its placeholders.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>The whole sentence, where it takes no values.</summary>
    public string? Fixed { get; }

    /// <summary>Whether Hangul stands at the start of a segment.</summary>
    public bool StartsWithHangul(int segment) => segment < Segments.Count && Segments[segment] is { IsPlaceholder: false, Words: [var first, ..] } && Hangul.IsSyllable(first);

    /// <summary>Parses; what is wrong is told to <paramref name="error"/>, and what can be read is still returned.</summary>
    public static Template Parse(string source, SpokenLanguage language, Action<string> error)
    {
        var segments = new List<Segment>();
        var words = new StringBuilder();
        var at = 0;
        while (at < source.Length)
        {
            if (language is SpokenLanguage.Korean && Particle.At(source.AsSpan(at)) is { } particle)
            {
                Flush();
                segments.Add(new("", Particle: particle));
                at += particle.Written.Length;
            }
            else if (source[at] is '{' or '}' && at + 1 < source.Length && source[at + 1] == source[at])
            {
                words.Append(source[at]);
                at += 2;
            }
            else if (source[at] == '{')
            {
                Flush();
                at = Placeholder(source, at, segments, error);
            }
            else if (source[at] == '}')
            {
                error("has a '}' without its '{'; a brace itself is written twice: '}}'");
                at++;
            }
            else
            {
                words.Append(source[at++]);
            }
        }
        Flush();
        if (language is SpokenLanguage.Korean)
        {
            CheckParticles(source, error);
            CountNatively(segments);
        }
        return new(source, segments);

        void Flush()
        {
            if (words.Length > 0) segments.Add(new(words.ToString()));
            words.Clear();
        }
    }

    private static int Placeholder(string source, int open, List<Segment> segments, Action<string> error)
    {
        var close = source.IndexOf('}', open);
        if (close < 0)
        {
            error($"has a '{{' without its '}}': '{source[open..]}'");
            return source.Length;
        }
        var inside = source.AsSpan(open + 1, close - open - 1);
        var colon = inside.IndexOf(':');
        var name = (colon < 0 ? inside : inside[..colon]).ToString();
        var format = colon < 0 ? ValueFormat.Usual : ValueFormats.Parse(inside[(colon + 1)..]);
        if (!Name().IsMatch(name)) error($"has a placeholder '{{{inside}}}' whose name is not one of letters and digits");
        else if (format is null) error($"has a placeholder '{{{inside}}}' with an unknown format '{inside[(colon + 1)..]}'; the formats are {ValueFormats.Names}");
        segments.Add(new(name, IsPlaceholder: true, format ?? ValueFormat.Usual));
        return close + 1;
    }

    // Whoever writes {count}개 means 두 개, whether or not they say so.
    private static void CountNatively(List<Segment> segments)
    {
        for (var i = 0; i + 1 < segments.Count; i++)
            if (segments[i] is { IsPlaceholder: true, Format: ValueFormat.Usual } && segments[i + 1] is { IsPlaceholder: false, Words: var next } && Counter.Begins(next))
                segments[i] = segments[i] with { Format = ValueFormat.Native };
    }

    private static void CheckParticles(string source, Action<string> error)
    {
        foreach (Match match in BareParticle().Matches(source))
            error($"has the bare particle '{match.Groups["particle"].Value}' after a value: '{match.Value}'; write {Both(match.Groups["particle"].Value)}, which follows the sound of the value");
    }

    private static string Both(string bare) => bare switch
    {
        "을" or "를" => "을(를)",
        "이" or "가" => "이(가)",
        "은" or "는" => "은(는)",
        "과" or "와" => "과(와)",
        "으로" or "로" => "(으)로",
        "이에요" or "예요" or "에요" => "이에요(예요)",
        _ => "(이)" + bare.TrimStart('이'),
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("""\}['"’”」』\])]*(?<particle>을|를|이|가|은|는|과|와|으로|로|이에요|예요|에요|이라고|라고|이라는|라는|이라서|라서|이나|나|이랑|랑)(?=[\s\p{P}]|$)(?!\()""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareParticle();
}
