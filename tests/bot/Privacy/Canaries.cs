using System.Globalization;
using System.Text;

namespace ServiceBot.Bot.Tests.Privacy;

/// <summary>Values that stand for what customers entrust to the shop: each is found by any part of it that would tell something.</summary>
internal static class Canaries
{
    public const string Resident = "991231-4086420";
    public const string Card = "4012-8888-8888-1881";
    public const string Phone = "010-0000-8642";
    public const string Email = "kanari8642@example.com";
    public const string Name = "표카나";
    public const string Address = "서울시 마포구 양화로 8642 카나리빌라 303호";
    public const string Account = "국민은행 86420186420135";
    public const string Story = "벽난로카나리아 옆에 둔 상자가 젖어서 왔고 아무도 전화를 받지 않았어요";

    /// <summary>What may be kept nowhere, in the forms in which it might be.</summary>
    public static IReadOnlyList<string> Forbidden { get; } = ["4086420", "9912314", "888888881881", "8888-8888", "4012888"];

    /// <summary>What only the shop's own records may hold.</summary>
    public static IReadOnlyList<string> Personal { get; } = ["00008642", "0000-8642", "kanari8642", "표카나", "카나리빌라", "86420186420135", "벽난로카나리아"];

    /// <summary>The canaries that stand in some bytes, as text or as JSON that escapes it.</summary>
    public static IEnumerable<string> In(byte[] bytes) =>
        Forbidden.Concat(Personal).Where(canary => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0 || bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Escaped(canary))) >= 0);

    /// <summary>The canaries that stand in a text.</summary>
    public static IEnumerable<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    private static string Escaped(string text) =>
        string.Concat(text.Select(sign => sign < 0x80 ? sign.ToString() : "\\u" + ((int)sign).ToString("X4", CultureInfo.InvariantCulture)));
}
