using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Desk.Telephone;

/// <summary>The call of a conversation, as the desk shows it.</summary>
/// <param name="Talk">The number of the ring; an action names it, so that nothing is done to another talk than the one that was seen.</param>
/// <param name="State">One of <see cref="CallStates"/>.</param>
/// <param name="WaitingSince">Since when the caller wants a person.</param>
/// <param name="Since">Since when the call stands like this.</param>
internal sealed record CallView(
    int Talk, [property: AllowedValues(CallStates.Waiting, CallStates.Ringing, CallStates.Connecting, CallStates.Talking)] string State, DateTimeOffset WaitingSince, DateTimeOffset Since)
{
    private const int DigitsShown = 4;

    /// <summary>Whether the caller has hung up and is called back.</summary>
    public bool IsCallback { get; init; }
    /// <summary>How often they were called back in vain.</summary>
    public int Attempts { get; init; }
    /// <summary>How often that is tried before it is given up.</summary>
    public int AttemptsAtMost { get; init; }
    /// <summary>The last digits of their number, or null.</summary>
    public string? NumberEnd { get; init; }
    /// <summary>Since when the caller is on hold, or null.</summary>
    public DateTimeOffset? HeldSince { get; init; }
    /// <summary>Whether nobody hears the agent.</summary>
    public bool IsMuted { get; init; }
    /// <summary>off, on or paused.</summary>
    [AllowedValues("off", "on", "paused")]
    public required string Recording { get; init; }
    /// <summary>How a warning stands that is read out to the caller: reading, read or failed; null where none is.</summary>
    [AllowedValues("reading", "read", "failed")]
    public string? Announcement { get; init; }
    /// <summary>The colleague who is asked, or null.</summary>
    public ColleagueOnCall? Colleague { get; init; }

    public static CallView? Of(QueuedCall? call) => call is null ? null : new(call.Rings, CallStates.Of(call), call.Since, call.State == QueuedCallState.Waiting ? call.Since : call.At)
    {
        IsCallback = call.WantsCallback, Attempts = call.Attempts, AttemptsAtMost = QueuedCall.AttemptsAtMost,
        NumberEnd = call.Number is { Length: > DigitsShown } number ? number[^DigitsShown..] : null,
        HeldSince = call.HeldSince, IsMuted = call.IsMuted, Recording = call.RecordingPausedAt is not null ? "paused" : call.IsRecorded ? "on" : "off",
        Announcement = call.Announcement, Colleague = call.OtherAddress is null ? null : new ColleagueOnCall(call.OtherName, call.HasOtherJoined),
    };
}

/// <summary>A colleague who is asked during a call.</summary>
/// <param name="Name">Who, or null where it is nobody of the desk.</param>
/// <param name="HasJoined">Whether they have taken up the telephone.</param>
internal sealed record ColleagueOnCall(string? Name, bool HasJoined);

/// <summary>How a call stands.</summary>
internal static class CallStates
{
    /// <summary>The caller waits, on the line or for a call back; no agent's telephone rings.</summary>
    public const string Waiting = "waiting";
    /// <summary>The agent's telephone rings.</summary>
    public const string Ringing = "ringing";
    /// <summary>The agent has taken it; caller and agent are being brought together.</summary>
    public const string Connecting = "connecting";
    /// <summary>They talk.</summary>
    public const string Talking = "talking";

    public static ImmutableArray<string> All { get; } = [Waiting, Ringing, Connecting, Talking];

    public static string Of(QueuedCall call) => call switch
    {
        { State: QueuedCallState.Ringing } => Ringing,
        { State: QueuedCallState.Talking, HasMet: false } => Connecting,
        { State: QueuedCallState.Talking } => Talking,
        _ => Waiting,
    };
}
