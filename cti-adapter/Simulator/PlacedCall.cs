namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>A call as it is placed.</summary>
/// <param name="Sid">CA and 32 hexadecimal digits.</param>
/// <param name="AccountSid">The account that the number belongs to.</param>
/// <param name="From">The caller's number, or <c>anonymous</c>.</param>
/// <param name="To">The number that is called.</param>
public sealed record PlacedCall(string Sid, string AccountSid, string From, string To)
{
    /// <summary>Where a call is answered.</summary>
    public required string VoiceUrl { get; init; }
    /// <summary>Where the call's end is told.</summary>
    public required string StatusCallback { get; init; }
    /// <summary>Who answers where the other fails.</summary>
    public required string FallbackUrl { get; init; }
    /// <summary>Where the company's REST interface is reached, without a slash at the end.</summary>
    public required string RestBaseUrl { get; init; }
    /// <summary>The room that whoever answers enters, instead of a document; or null.</summary>
    internal Verbs.ConferenceRoom? Joins { get; init; }
    /// <summary>inbound or outbound-api.</summary>
    public string Direction { get; init; } = "inbound";
}
