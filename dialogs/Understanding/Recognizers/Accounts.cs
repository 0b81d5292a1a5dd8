using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Bank accounts: a bank's name and digits, as "국민은행 12345601123456".</summary>
internal static partial class Accounts
{
    private static readonly Dictionary<string, string> Banks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["국민"] = "국민은행", ["kb"] = "국민은행", ["kb국민"] = "국민은행", ["신한"] = "신한은행", ["우리"] = "우리은행", ["하나"] = "하나은행", ["keb하나"] = "하나은행", ["농협"] = "농협은행", ["nh농협"] = "농협은행", ["nh"] = "농협은행", ["기업"] = "기업은행", ["ibk기업"] = "기업은행", ["ibk"] = "기업은행",
        ["카카오뱅크"] = "카카오뱅크", ["카뱅"] = "카카오뱅크", ["토스뱅크"] = "토스뱅크", ["케이뱅크"] = "케이뱅크", ["k뱅크"] = "케이뱅크", ["새마을금고"] = "새마을금고", ["새마을"] = "새마을금고", ["우체국"] = "우체국", ["수협"] = "수협은행", ["신협"] = "신협", ["sc제일"] = "SC제일은행", ["제일"] = "SC제일은행",
        ["씨티"] = "씨티은행", ["대구"] = "대구은행", ["부산"] = "부산은행", ["광주"] = "광주은행", ["전북"] = "전북은행", ["경남"] = "경남은행", ["제주"] = "제주은행", ["산업"] = "산업은행", ["kdb산업"] = "산업은행", ["저축"] = "저축은행", ["im뱅크"] = "iM뱅크",
    };

    public static void Find(EntityScan scan)
    {
        if (!scan.HasDigit) return;
        foreach (Match match in BankAndDigits().Matches(scan.Text))
        {
            var digits = Digits(match.Groups["digits"].Value);
            if (digits.Length is < 9 or > 16) continue;
            var bank = match.Groups["bank"].Value.Replace(" ", "", StringComparison.Ordinal);
            var key = bank.EndsWith("은행", StringComparison.Ordinal) ? bank[..^2] : bank;
            scan.Claim(EntityType.Account, match.Index, match.Groups["digits"].Index + match.Groups["digits"].Length, $"{Banks.GetValueOrDefault(key, bank)} {digits}");
        }
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"(?<bank>(?:KB ?국민|KEB ?하나|NH ?농협|IBK ?기업|KDB ?산업|SC ?제일|국민|신한|우리|하나|농협|기업|수협|씨티|대구|부산|광주|전북|경남|제주|산업|저축|제일|KB|NH|IBK)(?: ?은행)?|카카오 ?뱅크|카뱅|토스 ?뱅크|케이 ?뱅크|K ?뱅크|iM뱅크|새마을 ?금고|새마을|우체국|신협)[ :,]{0,2}(?:계좌(?:번호)?(?:는|:)?[ :]{0,2})?(?<digits>\d[\d -]{7,22}\d)", RegexOptions.IgnoreCase)]
    private static partial Regex BankAndDigits();
}
