using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Desk.FollowUps;

/// <summary>Something that the desk owes a customer who is not there: a call that was promised, or an ear for a message that was left.</summary>
/// <param name="Id">The case of a promised call; the escalation of one that keeps its place in the queue; the recording of a message.</param>
/// <param name="Kind">One of <see cref="FollowUpKinds"/>.</param>
/// <param name="Since">When it was promised, or the message was left.</param>
internal sealed record FollowUp(string Id, [property: AllowedValues(FollowUpKinds.Callback, FollowUpKinds.Queued, FollowUpKinds.Voicemail)] string Kind, DateTimeOffset Since)
{
    /// <summary>By when, where a time was promised; null where it is the queue's turn.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public string? CustomerName { get; init; }
    /// <summary>ko or en.</summary>
    [AllowedValues("ko", "en")]
    public required string Language { get; init; }
    /// <summary>What it is about, with insults veiled; empty for a message, which is to be heard.</summary>
    public required string About { get; init; }
    /// <summary>The last digits of the number, or null.</summary>
    public string? NumberEnd { get; init; }
    /// <summary>Whether the customer wants to be written to.</summary>
    public bool IsByEmail { get; init; }
    /// <summary>How often they were called in vain.</summary>
    public int Attempts { get; init; }
    /// <summary>How often that is tried before it is given up.</summary>
    public int AttemptsAtMost { get; init; }
    /// <summary>Who has taken it, or null.</summary>
    public string? TakenBy { get; init; }
    /// <summary>Whether that is whoever asks.</summary>
    public bool IsMine { get; init; }
    /// <summary>The case that was opened for it, or null.</summary>
    public string? CaseNumber { get; init; }
    /// <summary>Whether whoever left a message is called anyway.</summary>
    public bool IsPromised { get; init; }
    /// <summary>How long a message is, in seconds; else 0.</summary>
    public int Seconds { get; init; }
}

/// <summary>What is to be followed up.</summary>
internal static class FollowUpKinds
{
    /// <summary>A case with the promise of a call or a letter.</summary>
    public const string Callback = "callback";
    /// <summary>A caller who hung up and keeps the place in the queue.</summary>
    public const string Queued = "queued";
    /// <summary>A message that a caller left.</summary>
    public const string Voicemail = "voicemail";
}

/// <summary>How much is to be followed up.</summary>
/// <param name="Callbacks">Promised calls, those in the queue too.</param>
/// <param name="Voicemails">Messages that nobody has seen to.</param>
/// <param name="DueAt">When the next promise is due, or null.</param>
internal sealed record FollowUpCounts(int Callbacks, int Voicemails, DateTimeOffset? DueAt);
