namespace ServiceBot.Dialogs.Language;

/// <summary>Words that count things and take native numbers before them: 두 개, 세 명, 네 시간; but 삼 개월, 이 달러, 오 일.</summary>
internal static class Counter
{
    private static readonly string[] Words =
        ["개", "건", "명", "가지", "벌", "켤레", "병", "상자", "박스", "봉지", "권", "장", "대", "시간", "군데", "곳", "달", "마리", "쌍", "통", "줄", "차례"];

    private static readonly string[] SinoKorean = ["개월", "개국", "개년", "달러"];

    /// <summary>Whether the words that follow a number begin with one.</summary>
    public static bool Begins(string words) =>
        Words.Any(counter => words.StartsWith(counter, StringComparison.Ordinal)) && !SinoKorean.Any(counter => words.StartsWith(counter, StringComparison.Ordinal));
}
