using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>
/// While a card number or the like is told, the recording of a talk keeps silence. Caller and agent hear that it does, and that it goes on, which it does by
/// itself after a while: a pause that was forgotten would leave the rest of the talk unheard.
/// </summary>
internal sealed class RecordingPauses(IQueuedCalls calls, RecordingsApi recordings, ConferencesApi conferences, CallAddresses addresses, TimeProvider clock)
{
    /// <summary>How long a pause lasts at most; asked for again, it lasts as long once more.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>Keeps silence from now on. A recording that cannot be paused for sure has ended.</summary>
    public async Task<RestOutcome> PauseAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk.CallSid is not { } caller) return RestOutcome.AlreadyGone;
        var paused = await recordings.PauseAsync(caller, cancellationToken);
        return paused.Outcome == RestOutcome.Done ? await NoteAsync(talk, call => call with { RecordingPausedAt = clock.GetUtcNow() }, cancellationToken) : paused.Outcome;
    }

    /// <summary>Goes on recording. Where the recording has ended meanwhile, the talk is not recorded any more.</summary>
    public async Task<RestOutcome> ResumeAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk.CallSid is not { } caller) return RestOutcome.AlreadyGone;
        var resumed = await recordings.ResumeAsync(caller, cancellationToken);
        if (resumed.Outcome == RestOutcome.Done) return await NoteAsync(talk, call => call with { RecordingPausedAt = null }, cancellationToken);
        if (resumed.Outcome == RestOutcome.AlreadyGone) await ChangeAsync(talk, call => call with { RecordingPausedAt = null, IsRecorded = false }, cancellationToken);
        return resumed.Outcome;
    }

    /// <summary>Goes on with what was paused too long.</summary>
    public async Task EndForgottenAsync(QueuedCall talk, CancellationToken cancellationToken)
    {
        if (talk is { State: QueuedCallState.Talking, RecordingPausedAt: { } at } && clock.GetUtcNow() - at >= LongestPause) await ResumeAsync(talk, cancellationToken);
    }

    private async Task<RestOutcome> NoteAsync(QueuedCall talk, Func<QueuedCall, QueuedCall> change, CancellationToken cancellationToken)
    {
        if (await ChangeAsync(talk, change, cancellationToken) is not { } now) return RestOutcome.AlreadyGone;
        // A warning that is being read out goes before; the desk shows the pause in any case.
        if (now.Announcement == Announcements.Reading || (now.RecordingPausedAt is null) == (talk.RecordingPausedAt is null)) return RestOutcome.Done;
        var read = new ParticipantChange { AnnounceUrl = addresses.To("announcement/recording", now) };
        if (now.AgentCallSid is { } agent) await conferences.ChangeAsync(now.Id, agent, read, cancellationToken);
        if (now.CallSid is { } caller) await conferences.ChangeAsync(now.Id, caller, read, cancellationToken);
        return RestOutcome.Done;
    }

    // Of several who do it at once, one does.
    private Task<QueuedCall?> ChangeAsync(QueuedCall talk, Func<QueuedCall, QueuedCall> change, CancellationToken cancellationToken) =>
        calls.ChangeAsync(talk.Id, call => call.State == QueuedCallState.Talking && call.Rings == talk.Rings && call.RecordingPausedAt == talk.RecordingPausedAt ? change(call) : null, cancellationToken);
}
