namespace ServiceBot.CtiAdapter.Rest;

/// <summary>What came of something that was asked.</summary>
public enum RestOutcome
{
    /// <summary>It was done.</summary>
    Done,
    /// <summary>What it is about has ended or was never there: 20404, 21220. For whoever wants it gone, as good as done.</summary>
    AlreadyGone,
    /// <summary>A value of ours is wrong: 21205, 21211, 21212, 32018 and the like. To ask again changes nothing.</summary>
    Refused,
    /// <summary>The company does not know us: 20003. Settings are wrong.</summary>
    NotAuthorised,
    /// <summary>Too much at once: 20429. Nothing was done.</summary>
    TooMany,
    /// <summary>No answer, or one that says nothing: it may have been done or not.</summary>
    Unknown,
}

/// <summary>What came of something that was asked.</summary>
/// <typeparam name="T">What it is about.</typeparam>
/// <param name="Outcome">How it went.</param>
/// <param name="Value">What it is about now, where that was told.</param>
/// <param name="Error">What the company said against it, or null.</param>
public sealed record RestResult<T>(RestOutcome Outcome, T? Value, RestError? Error) where T : class;

/// <summary>The company's own words about what went wrong.</summary>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Code">Its error code, such as 21220; 0 where it named none.</param>
/// <param name="Message">Its sentence. It may hold telephone numbers, so it is in no log.</param>
public sealed record RestError(int Status, int Code, string Message)
{
    /// <summary>What the error comes to.</summary>
    public RestOutcome Outcome => (Status, Code) switch
    {
        (_, 20404 or 21220) or (404, _) => RestOutcome.AlreadyGone,
        (_, 20003) or (401 or 403, _) => RestOutcome.NotAuthorised,
        (_, 20429) or (429, _) => RestOutcome.TooMany,
        (0 or >= 500, _) => RestOutcome.Unknown,
        _ => RestOutcome.Refused,
    };
}
