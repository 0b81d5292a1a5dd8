using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Postal addresses, where one is waited for: nothing else tells them from other words.</summary>
internal static partial class Addresses
{
    // "12 High St 5" is an address, "yes please" is none.
    private const int Shortest = 8;

    /// <summary>The address in an answer, without the no before it and the request after it; null where no place is named: a town and a road, or either with a number.</summary>
    /// <param name="text">The whole answer.</param>
    /// <param name="expecting">What is waited for.</param>
    /// <param name="isQuestion">Whether it asks something, so that it must name all the more of a place.</param>
    public static Entity? Read(string text, Expectation expecting, bool isQuestion)
    {
        if (expecting.Kind != ExpectedKind.Address && !expecting.Alternatives.Contains(ExpectedKind.Address)) return null;
        var start = Before().Match(text).Length;
        var end = After().Match(text, start) is { Success: true } after ? after.Index : text.Length;
        var address = text[start..end].Trim(' ', ',', '.');
        return address.Length >= Shortest && IsOne(address, isQuestion) ? new(EntityType.Address, text, 0, text.Length - 1, address) : null; // what stands around it may be personal, too: all of it is masked
    }

    private static bool IsOne(string text, bool isQuestion)
    {
        var places = Places().Count(text);
        var hasNumber = text.AsSpan().ContainsAnyInRange('0', '9') || SpokenNumber().IsMatch(text);
        if (isQuestion) return hasNumber && places >= 2;
        return places >= 2 || (hasNumber && (places == 1 || LatinWords().Count(text) >= 2));
    }

    [GeneratedRegex(@"^(?:(?:아니요|아니오|아뇨|아니|네|음|어|그게|저기|집 ?말고요?|거기 ?말고요?|그 ?주소 ?말고요?|여기 ?말고요?|no|nope|nah|yes|actually|instead|please|from|at|(?:can you |could you |please )?(?:collect|pick) (?:it|them) (?:up )?(?:from|at))(?=[ ,.])[ ,.]*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"(?:(?<=[\d층호동길로]|번지)(?:으로|로|에서|에) ?|(?<=[가-힣]) )(?:와|가져|가지러|오셔|오시|수거|픽업|방문|보내|부탁|해 ?(?:주|줘|달)).*$|(?<=[\d층호동로길일이삼사오육칠팔구십]|번지)(?:이에요|예요|이요|입니다|인데요|요)[ .]*$|(?:,? (?:instead|please|thanks|thank you))+[ .]*$", RegexOptions.IgnoreCase)]
    private static partial Regex After();

    [GeneratedRegex(@"(?<![가-힣])(?:(?!그대로|이대로|여기로|거기로|회사로|주소로|다른데로)[가-힣\d]{1,9}(?:특별시|광역시|대로|(?<!으)로|길)(?=[ ,\d]|$)|(?!다시|혹시|역시|잠시|즉시|택시|몇시)[가-힣]{2,5}[시군구](?=[ ,]|$)|[중서동남북]구(?=[ ,]|$)|(?!자동|작동|이동|운동|활동)[가-힣]{1,6}동(?=[ ,\d]|$)|(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:시|도)?(?=[ ,]|$))|\d(?:동|호|층|번지)")]
    private static partial Regex Places();

    [GeneratedRegex(@"(?:로|길|동) ?(?:[일이삼사오육칠팔구]?[백십]?[일이삼사오육칠팔구]?십?[일이삼사오육칠팔구])(?=[ ,]|번|다시|$)")]
    private static partial Regex SpokenNumber();

    [GeneratedRegex("[A-Za-z][A-Za-z-]+")]
    private static partial Regex LatinWords();
}
