using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Ids and times as the company writes them.</summary>
internal static partial class RestPath
{
    // The clocks of two machines differ a little, and the company tells whole seconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>An id or a name of our own that may stand in a path.</summary>
    /// <exception cref="ArgumentException">It may not: it could lead to another resource.</exception>
    public static string Sid(string text) => Harmless().IsMatch(text) ? text : throw new ArgumentException($"'{text}' is no id of the company's and no name of ours.", nameof(text));

    /// <summary>Whether something was made since a moment.</summary>
    /// <param name="created">As in RFC 2822; what cannot be read was not.</param>
    /// <param name="since">The moment.</param>
    public static bool IsSince(string? created, DateTimeOffset since) =>
        DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at >= since - Tolerance;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Harmless();
}
