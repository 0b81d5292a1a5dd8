namespace ServiceBot.CtiAdapter.Calls;

/// <summary>What is remembered of a caller's number between calls: a convenience, never a proof of who calls. Losing it costs a question.</summary>
public interface ICallerNotes
{
    /// <summary>What is remembered, or null.</summary>
    /// <param name="caller">The number as <see cref="CallerKey"/> hides it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<CallerNote?> FindAsync(string caller, CancellationToken cancellationToken);

    /// <summary>Remembers this instead of what was.</summary>
    Task KeepAsync(string caller, CallerNote note, CancellationToken cancellationToken);
}

/// <summary>One number's note.</summary>
/// <param name="CallSid">The call that it is of, the last from that number.</param>
/// <param name="Conversation">The conversation of that call.</param>
/// <param name="At">When it was written.</param>
public sealed record CallerNote(string CallSid, string Conversation, DateTimeOffset At)
{
    /// <summary>The language that was spoken last, or null before the first call ends.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether the call ended in the middle of something, so that calling back goes on with it.</summary>
    public bool WasCut { get; init; }
}
