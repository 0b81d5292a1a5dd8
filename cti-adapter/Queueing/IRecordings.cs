namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Where it is noted what was recorded; the sound itself stays with the company and is fetched when somebody listens.</summary>
public interface IRecordings
{
    /// <summary>Notes a recording, or how it has come to stand; what is completed stays so.</summary>
    Task KeepAsync(Recording recording, CancellationToken cancellationToken);

    /// <summary>One by its id, or null.</summary>
    Task<Recording?> FindAsync(string sid, CancellationToken cancellationToken);

    /// <summary>All of a conversation, oldest first.</summary>
    Task<IReadOnlyList<Recording>> OfConversationAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>Messages that callers left and nobody has seen to yet, oldest first.</summary>
    Task<IReadOnlyList<Recording>> OpenVoicemailsAsync(int most, CancellationToken cancellationToken);

    /// <summary>Somebody has seen to a message.</summary>
    /// <returns>False where somebody had before, or there is none.</returns>
    Task<bool> SettleAsync(string sid, string agentId, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>A recording.</summary>
/// <param name="Sid">RE and 32 hexadecimal digits.</param>
/// <param name="Conversation">What it is kept with: the conversation, and by it the case.</param>
/// <param name="Kind">One of <see cref="RecordingKinds"/>.</param>
/// <param name="At">When it was told of first.</param>
public sealed record Recording(string Sid, string Conversation, string Kind, DateTimeOffset At)
{
    /// <summary>The call that was recorded.</summary>
    public string CallSid { get; init; } = "";
    /// <summary>in-progress, completed or absent.</summary>
    public string Status { get; init; } = "in-progress";
    /// <summary>How long it is.</summary>
    public int Seconds { get; init; }
    /// <summary>2 where caller and agent are apart.</summary>
    public int Channels { get; init; } = 1;
    /// <summary>When somebody saw to a message; null while nobody has.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>What a recording is of.</summary>
public static class RecordingKinds
{
    /// <summary>A message that a caller left.</summary>
    public const string Voicemail = "voicemail";
    /// <summary>A talk with an agent.</summary>
    public const string Talk = "talk";
}
