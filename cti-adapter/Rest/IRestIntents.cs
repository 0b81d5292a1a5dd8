namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Where it is noted, before it is asked for, that something shall be made once: the company itself would make it as often as it is asked.</summary>
public interface IRestIntents
{
    /// <summary>Notes the intent, or takes up an older one that nobody works on.</summary>
    /// <param name="key">What is wanted, one key for one thing for ever.</param>
    /// <param name="now">The time.</param>
    /// <param name="abandonedBefore">One that was taken up before is nobody's any more.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How it stands.</returns>
    Task<RestIntent> TakeUpAsync(string key, DateTimeOffset now, DateTimeOffset abandonedBefore, CancellationToken cancellationToken);

    /// <summary>Notes what came of it.</summary>
    Task FulfilAsync(string key, string sid, CancellationToken cancellationToken);
}

/// <summary>Something that shall be made once.</summary>
/// <param name="State">Whether it is ours to make.</param>
/// <param name="FirstAt">When it was first wanted.</param>
/// <param name="Sid">What was made, where that is known.</param>
public sealed record RestIntent(RestIntentState State, DateTimeOffset FirstAt, string? Sid);

/// <summary>How an intent stands.</summary>
public enum RestIntentState
{
    /// <summary>Never tried: make it.</summary>
    New,
    /// <summary>Tried before, and it is not known what came of it: look first.</summary>
    Doubtful,
    /// <summary>Somebody else is at it.</summary>
    UnderWay,
    /// <summary>Made.</summary>
    Fulfilled,
}
