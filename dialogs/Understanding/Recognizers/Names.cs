using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Names of persons: where the words introduce one, or alone where one is waited for.</summary>
internal static partial class Names
{
    // Words that follow "I'm" or stand alone in an answer but name nobody.
    private static readonly HashSet<string> NotNames = new(
    [
        "looking", "trying", "calling", "writing", "having", "not", "sure", "sorry", "afraid", "here", "done", "fine", "good", "happy", "unhappy", "angry", "upset", "very", "so", "really", "just", "still", "waiting",
        "going", "interested", "a", "an", "the", "in", "on", "at", "your", "my", "is", "was", "it", "this", "that", "yes", "no", "ok", "okay", "hello", "hi", "hey", "thanks", "thank", "please", "return", "refund",
        "exchange", "cancel", "order", "help", "agent", "human", "person", "disappointed", "frustrated", "returning", "wondering", "asking", "tired", "sick", "sad", "mad", "also", "about", "from", "with", "able", "unable",
        "back", "ready", "contacting", "reaching", "hoping", "wanting", "in", "email", "zip", "zipcode", "code", "postcode", "name", "and", "or", "what", "why", "how", "when", "where", "who", "i", "you", "we", "don't", "dont", "can", "could",
        "would", "want", "need", "know", "wait", "moment", "one", "number", "phone", "address", "complaint", "nothing", "sure", "correct", "right", "wrong", "ridiculous", "unacceptable", "terrible", "all", "set", "out", "of", "to", "do", "idk", "skip",
        "damaged", "broken", "defective", "status", "never", "mind", "nevermind", "blue", "red", "black", "white", "green", "kettle", "item",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] NotKoreanNames =
        ["환불", "반품", "교환", "취소", "주문", "배송", "상담", "주소", "안녕", "감사", "아니", "그래", "맞아", "좋아", "싫어", "몰라", "모름", "네", "없어", "있어", "뭐", "왜", "언제", "어디", "이메일", "전화", "이름", "잠깐", "잠시", "그냥", "비밀", "사람", "직원", "도움", "다시", "계속", "그만", "처음", "이전", "확인", "진행", "마지막", "고객", "물건", "상품", "시계", "주전자", "급해", "불량", "파손", "여기", "저기", "이거", "그거", "저거", "오늘", "내일", "어제", "제발", "빨리", "너무", "정말", "진짜", "방법", "문제", "회원", "비회원", "건너뛰", "패스", "스킵", "나중", "별로", "필요", "첫번", "두번", "세번", "네번", "첫째", "둘째", "셋째", "하나", "전부", "모두"];

    public static void Find(EntityScan scan)
    {
        var before = scan.Text;
        foreach (Match match in EnglishIntroduced().Matches(before)) Take(scan, match.Groups["name"], isIntroduced: match.Groups["weak"].Success == false);
        foreach (Match match in KoreanIntroduced().Matches(before)) TakeKorean(scan, match.Groups["name"]);
        var wants = scan.Expects(ExpectedKind.Name) || scan.Expects(ExpectedKind.Identity);
        if (!wants || scan.Result().Any(entity => entity.Type == EntityType.PersonName)) return;
        foreach (Match match in KoreanStated().Matches(before)) TakeKorean(scan, match.Groups["name"]);
        if (scan.Result().Any(entity => entity.Type == EntityType.PersonName)) return;
        foreach (Match match in KoreanBare().Matches(before)) TakeKorean(scan, match.Groups["name"]);
        foreach (Match match in EnglishBare().Matches(before)) Take(scan, match.Groups["name"], isIntroduced: false);
    }

    private static void TakeKorean(EntityScan scan, Group name)
    {
        if (Array.Exists(NotKoreanNames, word => name.Value.StartsWith(word, StringComparison.Ordinal))) return;
        scan.Claim(EntityType.PersonName, name.Index, name.Index + name.Length, name.Value);
    }

    // Without an introduction, a name is two to four words, each with a capital, or all in lower case.
    private static void Take(EntityScan scan, Group name, bool isIntroduced)
    {
        var words = name.Value.Split(' ');
        var count = 0;
        while (count < words.Length && !NotNames.Contains(words[count].TrimEnd('.'))) count++;
        if (count == 0 || !isIntroduced && count < words.Length && count < 2) return;
        if (!isIntroduced && count == 1 && !char.IsAsciiLetterUpper(words[0][0])) return;
        if (!isIntroduced && count < 2 && !scan.Expects(ExpectedKind.Name)) return;
        var length = words.Take(count).Sum(word => word.Length) + count - 1;
        var value = name.Value[..length].TrimEnd('.', ',', '\'');
        scan.Claim(EntityType.PersonName, name.Index, name.Index + value.Length, Capitalized(value));
    }

    private static string Capitalized(string name) =>
        string.Join(' ', name.Split(' ').Select(word => word.Length > 0 && char.IsAsciiLetterLower(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word));

    [GeneratedRegex(@"\b(?:my (?:full )?name(?:'s| is|:)|name(?:'s| is|:)|the name is|this is|it's(?= [A-Z])|under the name(?: of)?|call me(?= [A-Z])|(?<weak>\bi'?m|\bi am)) (?<name>[A-Za-z][A-Za-z'.-]{0,30}(?: [A-Za-z][A-Za-z'.-]{0,30}){0,3})", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishIntroduced();

    [GeneratedRegex(@"(?:^|[,;.\n] ?)(?<name>[A-Za-z][A-Za-z'.-]{0,30}(?: (?!(?i:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b)[A-Za-z][A-Za-z'-]{0,30}){0,3})(?= ?(?:[,;.(/]|\d|and\b|$|(?i:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b|입니다|이에요|예요|이요))")]
    private static partial Regex EnglishBare();

    [GeneratedRegex(@"(?:제 ?이름은|이름은|내 ?이름은|성함은|성명은|이름|성함|성명|주문자는|주문자명은|주문자) ?:? ?(?<name>[가-힣]{2,4}?|[A-Za-z]+ [A-Za-z]+)(?=이에요|이예요|예요|에요|입니다|이고|이구|고요|라고|이라고|이요|요|인데|임|$|[ ,.])|(?:^|[ ,.])(?:저는|전|나는|난) (?<name>[가-힣]{2,4}?)(?:이라고|라고) |(?:^|[ ,.])(?:저는|전|저|나) (?<name>[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국][가-힣]{1,2})(?:인데요?|입니다|이에요|예요|이고요?)(?=$|[ ,.])|(?:^| )(?<name>[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국][가-힣]{2})(?= \d{5}(?!\d))")]
    private static partial Regex KoreanIntroduced();

    [GeneratedRegex(@"(?:^|[ ,.])(?:저는 |전 |나는 )?(?<name>[가-힣]{2,4}?)(?:이에요|이예요|예요|에요|입니다|이라고 ?(?:해요|합니다)|라고 ?(?:해요|합니다)|이고요?|이구요?|이요|인데요?|임)(?=$|[ ,.!])")]
    private static partial Regex KoreanStated();

    [GeneratedRegex(@"(?:^|[,;/] ?)(?<name>[가-힣]{2,4})(?= ?(?:[,;/.(]|\d|$)| (?:우편번호|이메일|메일|전화|010|[공영일이삼사오육륙칠팔구]{5}))")]
    private static partial Regex KoreanBare();
}
