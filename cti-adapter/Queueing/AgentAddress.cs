using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Where an agent is rung: a telephone's number, or <c>client:identity</c> for the company's Voice SDK in a browser.</summary>
internal static class AgentAddress
{
    /// <summary>What an address looks like, as a regular expression.</summary>
    public const string Pattern = @"\+[1-9][0-9]{6,14}|client:[A-Za-z0-9_]{1,121}";

    private const string Browser = "client:";
    private const int LongestIdentity = 121;

    /// <summary>Whether somebody could be rung there.</summary>
    public static bool IsValid(string address) => address.StartsWith(Browser, StringComparison.Ordinal) ? IsIdentity(address[Browser.Length..]) : CallerKey.IsNumber(address);

    /// <summary>Whether a browser's telephone can have this name.</summary>
    public static bool IsIdentity(string identity) => identity.Length is > 0 and <= LongestIdentity && identity.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    /// <summary>The address of a browser's telephone.</summary>
    public static string OfBrowser(string identity) => Browser + identity;

    /// <summary>The address itself.</summary>
    /// <exception cref="ArgumentException">Nobody can be rung there.</exception>
    public static string Checked(string address) =>
        IsValid(address) ? address : throw new ArgumentException($"'{address}' is neither a number such as +82212345678 nor client: and 1 to {LongestIdentity} letters, digits and underscores.", nameof(address));

    /// <summary>Whom a Dial puts a caller through to.</summary>
    public static IDialNoun Noun(string address) => address.StartsWith(Browser, StringComparison.Ordinal) ? new Client(address[Browser.Length..]) : new Number(address);
}
