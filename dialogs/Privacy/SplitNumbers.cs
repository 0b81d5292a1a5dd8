namespace ServiceBot.Dialogs.Privacy;

/// <summary>Numbers of which a part stands in each of several messages.</summary>
internal static class SplitNumbers
{
    private const int MessagesBefore = 4;

    /// <summary>The end of a forbidden number at the start of these words, whose beginning the sender's last messages hold; or null.</summary>
    /// <param name="before">The sender's earlier messages, newest last, as they were kept. Those that hold a part of the number are masked here.</param>
    /// <param name="text">The newest message, Hangul composed.</param>
    public static Find? TakeFrom(List<string> before, string text)
    {
        if (before.Count == 0 || text.Length == 0 || !IsDigit(text[0]) || before[^1].Length == 0 || !IsDigit(before[^1][^1])) return null;
        var first = Math.Max(0, before.Count - MessagesBefore);
        var lead = string.Concat(before.Skip(first).Select(message => message + "\n"));
        var (_, finds) = PersonalData.Find(lead + text, besideCards: false);
        if (finds.FirstOrDefault(find => find.Kind.IsForbidden() && find.Start < lead.Length && find.End > lead.Length) is not { } split) return null;
        var at = 0;
        for (var i = first; i < before.Count; i++)
        {
            var length = before[i].Length;
            if (split.Start < at + length) before[i] = before[i][..Math.Max(0, split.Start - at)] + split.Mask;
            at += length + 1;
        }
        return split with { Start = 0, End = split.End - lead.Length };
    }

    private static bool IsDigit(char sign) => char.IsDigit(sign) || SpokenRuns.IsDigit(sign);
}
