namespace ServiceBot.Dialogs.Privacy;

/// <summary>The digits of a text with what stands between them; a group is a stretch of digits with nothing between.</summary>
internal sealed class Digits
{
    /// <summary>The gap where something other than separators stands between, or nothing before.</summary>
    public const int Apart = int.MaxValue;
    private const int MostSeparators = 3;
    // 4 1 1 1 1 1 1 …: digits that are spelled out, one by one, are one group.
    private const int ShortestSpelled = 8;

    private readonly List<(int At, int Gap)> all = [];

    public Digits(CanonicalText text)
    {
        Text = text;
        var gap = Apart;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (char.IsAsciiDigit(sign))
            {
                all.Add((i, gap));
                gap = 0;
            }
            else if (sign != CanonicalText.Nothing)
            {
                gap = gap < MostSeparators && CanonicalText.IsSeparator(sign) ? gap + 1 : Apart;
            }
        }
        JoinSpelled();
    }

    public CanonicalText Text { get; }

    public int Count => all.Count;

    /// <summary>The digit's value.</summary>
    public int this[int index] => Text[all[index].At] - '0';

    /// <summary>Where the digit stands.</summary>
    public int At(int index) => all[index].At;

    /// <summary>How many separators stand before the digit: 0 to 3, or <see cref="Apart"/>.</summary>
    public int Gap(int index) => all[index].Gap;

    /// <summary>The first digit at or after a place.</summary>
    public int FirstFrom(int at)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].At < at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public bool IsGroupStart(int index) => all[index].Gap != 0;

    /// <summary>Whether digits from <paramref name="start"/> up to, not including, <paramref name="end"/> have no gap but before those named.</summary>
    public bool AreJoined(int start, int end, int gapAt = -1, int otherGapAt = -1)
    {
        if (end > all.Count) return false;
        for (var i = start + 1; i < end; i++)
            if (all[i].Gap != 0 && (all[i].Gap == Apart || (i != gapAt && i != otherGapAt))) return false;
        return true;
    }

    /// <summary>Whether a number may end before this digit. What follows a spoken number without a gap may be no digit at all (…사오육이에요).</summary>
    public bool IsEnd(int index) => index == all.Count || all[index].Gap != 0 || Text.IsSpoken(all[index].At);

    private void JoinSpelled()
    {
        for (var i = 1; i < all.Count;)
        {
            var end = i;
            while (end < all.Count && all[end].Gap is not (0 or Apart)) end++;
            // The last one may begin a longer group of its own.
            if (end < all.Count && all[end].Gap == 0) end--;
            if (end - i + 1 >= ShortestSpelled && all[i - 1].Gap != 0)
                for (var j = i; j < end; j++) all[j] = (all[j].At, 0);
            i = Math.Max(end, i) + 1;
        }
    }
}
