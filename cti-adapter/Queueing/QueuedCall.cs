using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>A caller who wants a person, from the moment in which they begin to wait to the end of the talk. Personal.</summary>
/// <param name="Id">The call with which they came; also the name of the room in which they meet the agent.</param>
/// <param name="Conversation">The conversation of that call.</param>
/// <param name="Since">When they began to wait.</param>
public sealed record QueuedCall(string Id, string Conversation, DateTimeOffset Since)
{
    /// <summary>How often somebody is called back before it is given up.</summary>
    public const int AttemptsAtMost = 3;

    // What a step of priority is worth, as at the desk by default.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>Counts the changes; 0 before it was ever kept.</summary>
    public long Version { get; init; }
    /// <summary>How it stands.</summary>
    public QueuedCallState State { get; init; }
    /// <summary>The caller's call now: on the line, or being placed; null while nobody is.</summary>
    public string? CallSid { get; init; }
    /// <summary>The number that they called, from which they are called back.</summary>
    public string Shop { get; init; } = "";
    /// <summary>Their language, such as ko-KR.</summary>
    public string Locale { get; init; } = "ko-KR";
    /// <summary>0 as usual, to 3 at once.</summary>
    public int Priority { get; init; }
    /// <summary>The number under which they could be called back, or null.</summary>
    public string? Number { get; init; }
    /// <summary>Whether they have hung up and are called back when it is their turn.</summary>
    public bool WantsCallback { get; init; }
    /// <summary>How often they were called back in vain.</summary>
    public int Attempts { get; init; }
    /// <summary>How often an agent was rung for them; each time has its own intent.</summary>
    public int Rings { get; init; }
    /// <summary>Nobody is rung for them before this.</summary>
    public DateTimeOffset NotBefore { get; init; }
    /// <summary>When the present ringing or talking began.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>When calling back is given up.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    /// <summary>How they chose to leave the queue: <c>bot</c>, <c>voicemail</c>, or null.</summary>
    public string? Exit { get; init; }
    /// <summary>Whether caller and agent have come together in the room.</summary>
    public bool HasMet { get; init; }
    /// <summary>The agent's call, once it is placed.</summary>
    public string? AgentCallSid { get; init; }
    /// <summary>The agent's telephone, or <c>client:name</c>.</summary>
    public string? AgentAddress { get; init; }

    /// <summary>Whose the conversation becomes: an agent of the desk, or null for whoever answers the telephone of the settings.</summary>
    public string? AgentId { get; init; }
    /// <summary>That agent's name.</summary>
    public string? AgentName { get; init; }
    /// <summary>The call of a colleague who is asked, or null.</summary>
    public string? OtherCallSid { get; init; }
    /// <summary>That colleague's telephone.</summary>
    public string? OtherAddress { get; init; }
    /// <summary>Which colleague of the desk that is, or null.</summary>
    public string? OtherId { get; init; }
    /// <summary>That colleague's name.</summary>
    public string? OtherName { get; init; }
    /// <summary>Whether the colleague is in the room.</summary>
    public bool HasOtherJoined { get; init; }
    /// <summary>How many colleagues were called into the room.</summary>
    public int Invited { get; init; }
    /// <summary>Since when the caller hears music instead of the agent; null while they do not.</summary>
    public DateTimeOffset? HeldSince { get; init; }
    /// <summary>Whether nobody hears the agent.</summary>
    public bool IsMuted { get; init; }
    /// <summary>Whether the talk is recorded.</summary>
    public bool IsRecorded { get; init; }
    /// <summary>Since when the recording keeps silence; null while it does not.</summary>
    public DateTimeOffset? RecordingPausedAt { get; init; }

    /// <summary>The last warning that was read out in this talk: 0, 1 or 2.</summary>
    public int Warned { get; init; }
    /// <summary>How that reading stands: one of <see cref="Announcements"/>, or null where nothing was read out.</summary>
    public string? Announcement { get; init; }

    /// <summary>The same without a colleague who is asked.</summary>
    internal QueuedCall WithoutOther() => this with { OtherCallSid = null, OtherAddress = null, OtherId = null, OtherName = null, HasOtherJoined = false };

    /// <summary>The same at the beginning of a ring or a talk: nothing of an earlier one is left.</summary>
    internal QueuedCall Fresh() => WithoutOther() with { HeldSince = null, IsMuted = false, IsRecorded = false, RecordingPausedAt = null, HasMet = false, Warned = 0, Announcement = null };

    /// <summary>Whoever has the least is next: time weighs against priority, so that nobody waits for ever.</summary>
    [JsonIgnore]
    public DateTimeOffset Rank => Since - Step * Priority;
}

/// <summary>How something stands that is read out in a talk.</summary>
public static class Announcements
{
    /// <summary>It is being read out.</summary>
    public const string Reading = "reading";
    /// <summary>The caller has heard it.</summary>
    public const string Read = "read";
    /// <summary>The caller has not heard it.</summary>
    public const string Failed = "failed";
}

/// <summary>How somebody who wants a person stands.</summary>
public enum QueuedCallState
{
    /// <summary>Waits, on the line or for a call back.</summary>
    Waiting,
    /// <summary>An agent's telephone rings.</summary>
    Ringing,
    /// <summary>The agent has taken it.</summary>
    Talking,
    /// <summary>Over, however it ended.</summary>
    Ended,
}
