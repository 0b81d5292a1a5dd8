namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>
/// What people of the shop do with the call of a conversation: taking it by their own telephone or browser, holding, asking a colleague, passing on,
/// listening in. A person's address is a number with + and the country, or <c>client:name</c> for a browser (<see cref="IBrowserTelephones"/>); any other is
/// an <see cref="ArgumentException"/>.
/// </summary>
public interface IAgentCalls
{
    /// <summary>
    /// Rings a person for the caller who waits in that conversation; who takes up hears a whisper, and 1 brings both together. Whoever wants a call back is called
    /// then. Where the telephone of the settings rings for that caller, it stops. The caller waits on until the agent has come, and goes to others where the agent does not come.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="agent">Whose the conversation becomes, or already is.</param>
    /// <param name="address">Where to ring.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<AgentCallOutcome> RingAsync(string conversation, Dialogs.Turns.AgentIdentity agent, string address, CancellationToken cancellationToken);

    /// <summary>
    /// Puts somebody who was promised a call into the hands of the agent who has the conversation: a call back like any other from now on, which <see cref="RingAsync"/> makes and
    /// whose attempts are counted, also over several times that it is taken up.
    /// </summary>
    /// <returns><see cref="AgentCallOutcome.NoCall"/> where the shop has no number to call from, that number cannot be called, or it was tried as often as it is.</returns>
    Task<AgentCallOutcome> PromiseAsync(string conversation, PromisedCall promised, Dialogs.Turns.AgentIdentity agent, CancellationToken cancellationToken);

    /// <summary>How often somebody who was promised a call was called in vain.</summary>
    Task<int> AttemptsAsync(string promise, CancellationToken cancellationToken);

    /// <summary>Lets the caller hear music, and nobody hear the caller; or ends that.</summary>
    Task<AgentCallOutcome> HoldAsync(string conversation, bool hold, CancellationToken cancellationToken);

    /// <summary>Lets nobody hear the agent, or ends that.</summary>
    Task<AgentCallOutcome> MuteAsync(string conversation, bool mute, CancellationToken cancellationToken);

    /// <summary>Asks a colleague, while the caller is on hold; one at a time.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="colleague">Who at the desk that is, whose the call becomes by a transfer; or null for somebody without a desk.</param>
    /// <param name="address">Where to ring.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<AgentCallOutcome> ConsultAsync(string conversation, Dialogs.Turns.AgentIdentity? colleague, string address, CancellationToken cancellationToken);

    /// <summary>Lets the colleague who was asked go, and takes the caller off hold.</summary>
    Task<AgentCallOutcome> DismissAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>Takes the caller off hold, so that all three talk.</summary>
    Task<AgentCallOutcome> ConferenceAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>Leaves the caller to the colleague who was asked (warm transfer).</summary>
    Task<AgentCallOutcome> TransferAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>Sends the caller to a colleague without asking (cold transfer).</summary>
    Task<AgentCallOutcome> TransferToAsync(string conversation, Dialogs.Turns.AgentIdentity? colleague, string address, CancellationToken cancellationToken);

    /// <summary>Lets a supervisor listen, whisper to the agent, or talk to both; the same supervisor again changes that.</summary>
    Task<AgentCallOutcome> SuperviseAsync(string conversation, string address, SupervisorMode mode, CancellationToken cancellationToken);

    /// <summary>Reads the conversation's last warning out to caller and agent, in the midst of their talk, which goes on; each rung once.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="rung">Which warning it is: 1 or 2.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<AgentCallOutcome> WarnAsync(string conversation, int rung, CancellationToken cancellationToken);

    /// <summary>Keeps silence in the recording while a card number or the like is told, or goes on recording; after two minutes that goes on by itself. Caller and agent hear either.</summary>
    Task<AgentCallOutcome> PauseRecordingAsync(string conversation, bool pause, CancellationToken cancellationToken);

    /// <summary>Ends the talk, or the waiting for it; a caller who is on the line goes on with the bot.</summary>
    Task<AgentCallOutcome> EndAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>The agent goes without ending anything: the caller waits for whoever is next.</summary>
    Task<AgentCallOutcome> LeaveAsync(string conversation, CancellationToken cancellationToken);
}

/// <summary>A call that was promised. Personal.</summary>
/// <param name="Id">Our name for the promise, of letters, digits and hyphens; the same for each time that it is tried.</param>
/// <param name="Number">The customer's number: with + and the country, or as it is dialled in Korea.</param>
/// <param name="Locale">Their language, such as ko-KR.</param>
public sealed record PromisedCall(string Id, string Number, string Locale);

/// <summary>How it went.</summary>
public enum AgentCallOutcome
{
    /// <summary>Done.</summary>
    Done,
    /// <summary>The conversation has no call of that kind now: nobody waits, nobody talks, or a colleague is asked already.</summary>
    NoCall,
    /// <summary>The company refused it, or did not answer; nothing more is known.</summary>
    Failed,
}

/// <summary>How a supervisor takes part.</summary>
public enum SupervisorMode
{
    /// <summary>Hears both, heard by nobody.</summary>
    Listen,
    /// <summary>Heard by the agent alone.</summary>
    Whisper,
    /// <summary>Heard by both.</summary>
    Barge,
}
