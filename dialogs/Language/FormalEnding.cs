using System.Collections.Frozen;

namespace ServiceBot.Dialogs.Language;

/// <summary>The 합쇼체 of a word that ends a sentence in 해요체: 있어요 있습니다, 주세요 주십시오, 되나요 됩니까, 할게요 하겠습니다.</summary>
internal static class FormalEnding
{
    private static readonly FrozenDictionary<string, string> Questions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["뭐예요"] = "무엇입니까",
        ["뭔가요"] = "무엇입니까",
        ["누군가요"] = "누구입니까",
        ["어딘가요"] = "어디입니까",
        ["언젠가요"] = "언제입니까",
        ["얼만가요"] = "얼마입니까",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // 아니요 is the word no, 왜요 has no other form; the rest are nouns.
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(["아니요", "왜요", "필요", "소요", "중요", "주요", "개요", "수요"], StringComparer.Ordinal);

    /// <summary>The formal word, or null where none follows.</summary>
    public static string? Of(string word, bool question)
    {
        if (Words.Contains(word)) return null;
        if (word is "안녕하세요") return "안녕하십니까";
        if (question && Questions.TryGetValue(word, out var known)) return known;
        var body = word[..^1];
        return word switch
        {
            [.. var stem, '죠'] => Told(stem, question),
            [.. var stem, '지', '요'] when stem.Length > 0 => Told(stem, question),
            [.. var stem, '거', '예' or '에', '요'] => stem + Verb.Join("것이", question),
            [.., '아', '니', '에', '요'] or [.., '이', '에', '요'] => Verb.Join(body[..^1], question),
            [.. var noun, '예', '요'] => Verb.Join(noun + "이", question),
            [.. var stem, '게', '요'] when Verb.HasFinal(stem, 'ㄹ') => Verb.FromFuture(stem) + "겠습니다",
            [.. var stem, '래', '요'] when question && Verb.HasFinal(stem, 'ㄹ') => Offered(Verb.FromFuture(stem)),
            [.. var stem, '가', '요'] when Verb.HasFinal(stem, 'ㄴ') => Verb.FromModifier(stem) is { } verb ? Verb.Join(verb, question) : null,
            [.. var stem, '나', '요'] when question && stem.Length > 0 => Verb.Join(stem, question),
            [.. var stem, '네', '요'] when stem.Length > 0 => Verb.Join(stem, question),
            [.. var stem, '는', '군', '요'] => Verb.Join(stem, question),
            [.. var stem, '군', '요'] when stem.Length > 0 => Verb.Join(stem, question),
            [.. var stem, '세' or '셔', '요'] => Honoured(stem, question),
            [.., '요'] when body.Length > 0 => Verb.FromPresent(body) is { } verb ? Verb.Join(verb, question) : null,
            _ => null,
        };
    }

    /// <summary>Whether the word may end a sentence in 합쇼체 as well: ㄹ까요 asks politely in both, fragments without a verb (그 주소로요) have no other form, and some words only look like endings.</summary>
    public static bool MayStay(string word) => word is [.., '까' or '로' or '만' or '도' or '터', '요'] || Words.Contains(word);

    // 하시죠 invites, so it is 하십시오; 그렇죠 tells.
    private static string? Told(string stem, bool question) =>
        stem.Length == 0 ? null : stem[^1] == '시' && !question ? stem[..^1] + "십시오" : Verb.Join(stem, question);

    private static string Offered(string stem) => (stem[^1] == '시' ? stem : stem + "시") + "겠습니까";

    // What cannot be bidden is told: 있으십니다.
    private static string Honoured(string stem, bool question)
    {
        if (question) return stem + "십니까";
        return stem is [.., '있' or '없' or '좋' or '많' or '같' or '찮' or '싶', '으'] ? stem + "십니다" : stem + "십시오";
    }
}
