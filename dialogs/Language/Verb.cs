using System.Collections.Frozen;

namespace ServiceBot.Dialogs.Language;

/// <summary>Stems of Korean verbs and adjectives: found behind their 해요체 forms, and joined to the endings of 합쇼체.</summary>
internal static class Verb
{
    // Forms whose stem does not follow from their syllables, by how the word ends. Of two readings, the one that a shop says.
    private static readonly (string Present, string Stem)[] Irregular =
    [
        ("그래", "그렇"), ("이래", "이렇"), ("저래", "저렇"), ("어때", "어떻"),
        ("도와", "돕"), ("고와", "곱"), ("놔", "놓"), ("나아", "낫"), ("지어", "짓"), ("부어", "붓"), ("물어", "묻"), ("깨달아", "깨닫"), ("실어", "싣"),
        ("바빠", "바쁘"), ("나빠", "나쁘"), ("아파", "아프"), ("고파", "고프"), ("따라", "따르"), ("잠가", "잠그"), ("담가", "담그"), ("모아", "모으"),
        ("놀라", "놀라"), ("들러", "들르"), ("건너", "건너"), ("켜", "켜"), ("펴", "펴"), ("하여", "하"),
    ];

    // The ㄹ belongs to these stems themselves, so it stays before 겠: 만들게요, but 드릴게요 from 드리다.
    private static readonly FrozenSet<char> RieulStems = FrozenSet.ToFrozenSet(['들', '열', '걸', '풀', '팔', '달', '밀', '놀']);

    // Stems in 우, whose 워 is no ㅂ irregular: 배워요 배웁니다, but 쉬워요 쉽습니다.
    private static readonly FrozenSet<char> BeforeU = FrozenSet.ToFrozenSet(['배', '세', '채', '비', '키', '외', '피', '태', '치', '싸', '지', '깨', '재', '메', '데', '끼', '새']);

    /// <summary>있습니다, 합니다, 만듭니다; 있습니까.</summary>
    public static string Join(string stem, bool question)
    {
        var ending = question ? "니까" : "니다";
        if (!Hangul.IsSyllable(stem[^1])) return stem + "입" + ending;
        return Hangul.Final(stem[^1]) is Hangul.Open or 'ㄹ'
            ? stem[..^1] + Hangul.WithFinal(stem[^1], 'ㅂ') + ending
            : stem + "습" + ending;
    }

    /// <summary>Whether the last syllable ends in that consonant.</summary>
    public static bool HasFinal(string stem, char final) => stem.Length > 0 && Hangul.IsSyllable(stem[^1]) && Hangul.Final(stem[^1]) == final;

    /// <summary>The stem of a future modifier: 할 하, 찾을 찾, 만들 만들, 도울 돕.</summary>
    public static string FromFuture(string future) => future switch
    {
        [.. var head, '도', '울'] => head + "돕",
        [.. var head, '들', '을'] => head + "듣",
        [.. var head, '물', '을'] => head + "묻",
        [.. var head, '을'] when head.Length > 0 => head,
        _ when RieulStems.Contains(future[^1]) => future,
        _ => future[..^1] + Hangul.WithFinal(future[^1], Hangul.Open),
    };

    /// <summary>The stem of a present modifier: 있는 있, 좋은 좋, 어려운 어렵, 가능한 가능하, 반품인 반품이; null of the past 던.</summary>
    public static string? FromModifier(string modifier) => modifier switch
    {
        [.., '던'] => null,
        [.. var head, '건'] => head + "것이",
        [.. var head, '는' or '은'] when head.Length > 0 => head,
        [.. var head, var open, '운'] when Hangul.IsSyllable(open) && Hangul.Final(open) == Hangul.Open => head + Hangul.WithFinal(open, 'ㅂ'),
        [.. var head, '어' or '이' or '그' or '저', '떤' or '런'] => head + modifier[^2] + Hangul.WithFinal(modifier[^1], 'ㅎ'),
        _ => modifier[..^1] + Hangul.WithFinal(modifier[^1], Hangul.Open),
    };

    /// <summary>The stem of a present form without its 요: 있어 있, 해 하, 돼 되, 걸려 걸리, 어려워 어렵, 달라 다르; null where it is none.</summary>
    public static string? FromPresent(string present)
    {
        foreach (var (form, stem) in Irregular)
            if (present.EndsWith(form, StringComparison.Ordinal)) return present[..^form.Length] + stem;

        var last = present[^1];
        if (!Hangul.IsSyllable(last) || Hangul.Final(last) != Hangul.Open) return null;
        var head = present[..^1];
        if (last is '어' or '아') return head.Length > 0 ? head : null;
        if (last == '해') return head + '하';
        if (last == '워' && head.Length > 0) return FromWo(head);
        if (last is '라' or '러' && HasFinal(head, 'ㄹ')) return head[..^1] + Hangul.WithFinal(head[^1], Hangul.Open) + '르';
        return StemVowel(last) is { } vowel ? head + Hangul.With(Hangul.Initial(last), vowel, Hangul.Open) : null;
    }

    private static string? FromWo(string head)
    {
        if (BeforeU.Contains(head[^1])) return head + '우';
        return Hangul.IsSyllable(head[^1]) && Hangul.Final(head[^1]) == Hangul.Open ? head[..^1] + Hangul.WithFinal(head[^1], 'ㅂ') : null;
    }

    // The vowel of the stem, out of which 아 or 어 has made this one. 서요, 래요, 데요, 거요 are no present forms of verbs that a shop says.
    private static char? StemVowel(char last) => (last, Hangul.Medial(last)) switch
    {
        ('까' or '라', 'ㅏ') => null,
        (_, 'ㅏ') => 'ㅏ',
        ('래' or '대', _) => null,
        (_, 'ㅐ') => 'ㅐ',
        (_, 'ㅕ') => 'ㅣ',
        ('돼' or '봬', _) => 'ㅚ',
        (_, 'ㅘ') => 'ㅗ',
        (_, 'ㅝ') => 'ㅜ',
        ('커' or '써' or '꺼' or '떠' or '뻐' or '퍼' or '터' or '러', _) => 'ㅡ',
        _ => null,
    };
}
