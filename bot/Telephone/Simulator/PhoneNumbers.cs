using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>Numbers as the network writes them (E.164).</summary>
internal static partial class PhoneNumbers
{
    /// <summary>Whether it is a number.</summary>
    public static bool IsNumber(string? text) => text is not null && Number().IsMatch(text);

    /// <summary>Whether somebody may call as this.</summary>
    public static bool IsCaller(string? text) => text == "anonymous" || IsNumber(text);

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
