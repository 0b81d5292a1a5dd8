namespace ServiceBot.CtiAdapter.Calls;

/// <summary>Who is on the line.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="From">The caller's number as it was told; personal, and no proof. Null where it is withheld.</param>
internal sealed record CallParty(string CallSid, string? From)
{
    /// <summary>The number of ours that they called.</summary>
    public string To { get; init; } = "";
}
