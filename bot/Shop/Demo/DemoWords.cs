namespace ServiceBot.Bot.Shop.Demo;

/// <summary>The options and places of the demo shop in other words, and in English; the first English word is the one that is shown.</summary>
internal static class DemoWords
{
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["블루"] = ["blue", "파란색", "파랑", "파란"],
        ["화이트"] = ["white", "흰색", "하얀색", "하얀"],
        ["블랙"] = ["black", "검정색", "검정", "까만"],
        ["그린"] = ["green", "초록색", "초록", "녹색"],
        ["네이비"] = ["navy", "남색"],
        ["아이보리"] = ["ivory", "상아색"],
        ["실버"] = ["silver", "은색"],
        ["핑크"] = ["pink", "분홍색", "분홍"],
        ["그레이"] = ["grey", "gray", "회색"],
        ["베이지"] = ["beige"],
        ["민트"] = ["mint", "민트색"],
        ["레드"] = ["red", "빨간색", "빨강", "빨간"],
        ["브라운"] = ["brown", "갈색"],
        ["카키"] = ["khaki", "카키색"],
        ["옐로"] = ["yellow", "노란색", "노랑"],
        ["투명"] = ["clear", "transparent"],
        ["싱글"] = ["single"],
        ["퀸"] = ["queen"],
        ["소"] = ["small", "작은 거"],
        ["대"] = ["large", "큰 거"],
        ["낮음"] = ["low"],
        ["높음"] = ["high"],
        ["라벤더"] = ["lavender"],
        ["시트러스"] = ["citrus"],
        ["청축"] = ["blue switches"],
        ["갈축"] = ["brown switches"],
        ["적축"] = ["red switches"],
        ["오리엔탈"] = ["oriental"],
        ["시저"] = ["caesar"],
        ["약배전"] = ["light roast"],
        ["강배전"] = ["dark roast"],
        ["연어"] = ["salmon"],
        ["닭고기"] = ["chicken"],
        ["1호"] = ["size 1"],
        ["2호"] = ["size 2"],
        ["대전 허브"] = ["Daejeon hub"],
        ["옥천 허브"] = ["Okcheon hub"],
        ["곤지암 허브"] = ["Gonjiam hub"],
        ["고객님 지역 영업소"] = ["your local depot"],
        ["색상"] = ["colour"],
        ["크기"] = ["size"],
        ["사이즈"] = ["size"],
        ["높이"] = ["height"],
        ["향"] = ["scent"],
        ["맛"] = ["flavour"],
        ["축"] = ["switches"],
        ["볶음"] = ["roast"],
        ["무게"] = ["weight"],
    };

    /// <summary>Other words for an option's value; none where it is said as it is written.</summary>
    public static string[] For(string word) => Others.GetValueOrDefault(word, []);

    /// <summary>What an English-speaking customer sees.</summary>
    public static string English(string word) => For(word) is [var first, ..] ? first : word;
}
