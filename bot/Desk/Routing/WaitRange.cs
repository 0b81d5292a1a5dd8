namespace ServiceBot.Bot.Desk.Routing;

/// <summary>How long a customer will wait, as a range that may be told. Honest means: nothing is told while there is too little to go by.</summary>
/// <param name="From">Whole minutes, from 1.</param>
/// <param name="To">Whole minutes.</param>
internal sealed record WaitRange(int From, int To)
{
    private const int FewestSamples = 5;
    // Half of the conversations last between these parts of the usual time, as far as one desk tells of the next.
    private const double Shorter = 0.7;
    private const double Longer = 1.5;

    /// <summary>The range for a place in the queue.</summary>
    /// <param name="position">From 1.</param>
    /// <param name="slots">Customers who can be served at once by those at work.</param>
    /// <param name="free">Slots that are free now.</param>
    /// <param name="lasted">How long the last conversations lasted.</param>
    /// <returns>Null where somebody is free for this place, nobody is at work, or fewer than five conversations are known.</returns>
    public static WaitRange? For(int position, int slots, int free, IReadOnlyCollection<TimeSpan> lasted)
    {
        if (slots == 0 || position <= free || lasted.Count < FewestSamples) return null;
        var usual = lasted.Order().ElementAt(lasted.Count / 2);
        // With so many slots busy, one becomes free every usual/slots.
        var minutes = usual.TotalMinutes * (position - free) / slots;
        var from = Math.Max(1, (int)Math.Floor(minutes * Shorter));
        return new WaitRange(from, Math.Max(from, (int)Math.Ceiling(minutes * Longer)));
    }
}
