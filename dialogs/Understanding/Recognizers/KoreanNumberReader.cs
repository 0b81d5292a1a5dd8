using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>
/// Numbers in Korean text. 이, 일, 사, 만 are also particles, verbs and nouns, so that a numeral counts only at the start of a written word whose rest is a
/// counter, a unit, a particle, or nothing.
/// </summary>
internal static class KoreanNumberReader
{
    private static readonly string[] Counters =
    [
        "번째", "켤레", "개월", "시간", "달러", "퍼센트", "프로", "조각", "자루", "가지", "차례", "군데", "사람", "페이지", "송이", "포기", "바퀴", "마리", "그루", "봉지", "박스", "상자", "세트", "센티", "미터", "킬로", "그램", "리터", "인치", "주일", "묶음",
        "개", "벌", "권", "명", "분", "살", "번", "장", "대", "쌍", "병", "잔", "통", "봉", "세", "원", "불", "년", "월", "일", "시", "초", "주", "달", "층", "호", "점", "배", "건", "척", "등", "곳", "회", "차", "동", "평", "쪽", "줄", "칸", "판", "단", "톤", "날", "해", "끼", "알", "매", "팩", "입", "조원", "째", "자리", "중", "다",
    ];

    private static readonly string[] Particles =
    [
        "입니다", "이에요", "이예요", "이라고", "이라는", "인가요", "이지만", "이니까", "만큼만", "예요", "에요", "이다", "인데", "까지", "부터", "보다", "이고", "이면", "정도", "짜리", "밖에", "만큼", "처럼", "라고", "이나", "으로", "이랑", "하고", "에서", "에게", "이상", "이하", "미만", "이요", "이야", "이죠", "인지",
        "은", "는", "이", "가", "을", "를", "도", "만", "의", "에", "로", "와", "과", "랑", "요", "고", "씩", "쯤", "뿐", "나", "야", "임", "다",
    ];

    // Everyday words that begin like a numeral and its counter.
    private static readonly string[] Words =
    [
        "이번", "이분", "이날", "이달", "이주", "이해", "이상", "이점", "이동", "이전", "이후", "이제", "이미", "이유", "이건", "이것", "이게", "이거", "이쪽", "이곳", "이대로", "이만", "이나", "이랑", "이고", "이면", "이라", "이야기", "이도", "이는", "이가", "이를", "이의", "이에", "이로", "이다", "이명", "이판",
        "사장", "사건", "사회", "사실", "사진", "사과", "사이", "사고", "사람", "사는", "사은", "사도", "사와", "사를", "사이즈", "사이트", "사용", "사정", "사기", "사서", "사면", "사려", "사원", "사다", "사랑", "사나",
        "구매", "구분", "구성", "구두", "구해", "구입", "구월", "구가", "구이", "조회", "조건", "조각", "조금", "조치", "조은", "조만간", "조로", "조의",
        "일단", "일부", "일정", "일시", "일회", "일반", "일등석", "일이", "일을", "일은", "일도", "일로", "일하", "일만", "일과", "일주일", "일요일", "일월", "일부러", "일자", "일찍", "일까", "일처리", "일어", "일의", "일에", "일일이",
        "공장", "공개", "공원", "공지", "공은", "공이", "공을", "공도", "공과", "영상", "영수", "영화", "백화", "만약", "만족", "만들", "만나", "만날", "만난", "만료", "만은", "만이", "만일", "만에", "만의", "만큼", "삼성", "오전", "오후", "오류", "오는", "오고", "오면", "오나", "오늘", "오래", "오이", "오해", "오직", "오세", "오시", "오지", "오월", "오다", "오셔", "오셨", "오실", "오배송", "오랜", "오프", "오픈", "오케", "오답",
        "천천", "천만에", "억울", "억지", "팔로", "팔고", "팔면", "팔이", "팔아", "팔찌", "육개장", "칠은", "칠이", "칠판", "하나도", "한번", "한동안", "한참", "한국", "한글", "한테", "한달", "두고", "두면", "두었", "두껍", "두께", "세상", "세탁", "세일", "세요", "세트", "네이버", "네고", "네요", "네번", "열어", "열었", "열이", "열면", "열심", "열고", "다시", "다른", "여기", "여러", "아직", "아마", "아니", "스피커", "서울", "서로", "마음", "마지막", "예전", "예쁘", "예약", "예정", "둘다", "둘 다",
    ];

    // As a whole utterance, or where a number is waited for, these are numbers all the same.
    private const string Doubtful = "일이사오구만조공열백천억십";

    /// <param name="text">The utterance.</param>
    /// <param name="isWaitedFor">Whether a number would answer the question, so that a lone syllable may be one.</param>
    public static List<NumberFound> Find(string text, bool isWaitedFor = false)
    {
        var found = new List<NumberFound>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!KoreanNumerals.CanStart(text[i]) && text[i] is not ('-' or '.' or '마' or '음' or '반' or '셋')) continue;
            if (!IsWordStart(text, i)) continue;
            if (ReadAt(text, i, isWaitedFor) is not { } number) continue;
            found.Add(number);
            i = number.End - 1;
        }
        return found;
    }

    private static bool IsWordStart(string text, int i) =>
        i == 0 || !(char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' && i > 1 && char.IsAsciiDigit(text[i - 2]) && !char.IsAsciiDigit(text[i]) || text[i - 1] is '_' or '@');

    private static NumberFound? ReadAt(string text, int start, bool isWaitedFor)
    {
        if (KoreanFractions.Read(text, start) is { } fraction) return fraction;
        if (DigitNumbers.Read(text, start) is { } digits && !(digits.End < text.Length && "십백천만억조".Contains(text[digits.End], StringComparison.Ordinal)))
            return digits;
        var sign = KoreanFractions.Sign(text, start);
        var readings = KoreanNumerals.Read(text, start + sign);
        for (var i = readings.Count - 1; i >= 0; i--)
            if (IsPlausible(text, start + sign, readings[i], isWaitedFor || sign > 0))
                return new(start, readings[i].End, sign > 0 ? -readings[i].Value : readings[i].Value, readings[i].IsNative);
        return null;
    }

    private static bool IsPlausible(string text, int start, KoreanNumerals.Reading reading, bool isWaitedFor)
    {
        var end = reading.End;
        if (reading.IsDigits && reading.Tokens == 1) return end >= text.Length || !char.IsAsciiLetter(text[end]);
        var rest = text.AsSpan(end);
        var space = rest.IndexOfAny(" .,!?~;:)\"'");
        var tail = space >= 0 ? rest[..space] : rest;
        if (reading.IsDigits) return reading.HasUnit;
        var next = tail.IsEmpty && rest is [' ', ..] ? rest[1..] : default;
        var hasCounter = StartsWithCounter(tail) || StartsWithCounter(next);
        foreach (var everyday in Words)
            if (text.AsSpan(start).StartsWith(everyday, StringComparison.Ordinal) && (everyday.Length > end - start || !hasCounter)) return isWaitedFor && text.Length <= everyday.Length + 2;
        var isAlone = tail.IsEmpty || IsParticles(tail);
        if (end - start > 1) return reading.HasUnit || reading.IsNative ? hasCounter || isAlone : isWaitedFor && isAlone;
        var syllable = text[start];
        if (StartsWithCounter(tail)) return true;
        if (syllable is '한' or '두' or '세' or '네' or '석' or '넉') return hasCounter;
        if (!next.IsEmpty && hasCounter && syllable != '이') return true;
        var isWhole = start == 0 && (end + tail.Length == text.Length || space >= 0 && end + space == text.Length - 1);
        return Doubtful.Contains(syllable, StringComparison.Ordinal) ? isAlone && (isWhole || isWaitedFor) : isAlone;
    }

    private static bool StartsWithCounter(ReadOnlySpan<char> tail)
    {
        foreach (var counter in Counters)
            if (tail.StartsWith(counter, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsParticles(ReadOnlySpan<char> tail)
    {
        while (!tail.IsEmpty)
        {
            var length = 0;
            foreach (var particle in Particles)
            {
                if (!tail.StartsWith(particle, StringComparison.Ordinal)) continue;
                length = particle.Length;
                break;
            }
            if (length == 0) return false;
            tail = tail[length..];
        }
        return true;
    }
}
