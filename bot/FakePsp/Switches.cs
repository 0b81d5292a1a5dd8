namespace ServiceBot.Bot.FakePsp;

/// <summary>What goes wrong on purpose; set by <c>PUT /control</c> while it runs.</summary>
internal sealed record Switches
{
    /// <summary>Milliseconds that every refund takes.</summary>
    public int SlowMilliseconds { get; init; }
    /// <summary>So many refunds, from now on, are booked and answered with 500.</summary>
    public int FailAfterCommit { get; init; }
    /// <summary>So many refunds are answered with 500 and not booked.</summary>
    public int FailBeforeCommit { get; init; }
    /// <summary>So many refunds are booked, and the connection is cut instead of an answer.</summary>
    public int DropReply { get; init; }
    /// <summary>So many refunds are declined with 402.</summary>
    public int Decline { get; init; }
    /// <summary>Requests with these references are answered with 400, always.</summary>
    public IReadOnlyList<string> Faulty { get; init; } = [];
    /// <summary>Whether refunds are booked as pending; they succeed once <c>POST /control/settle</c> says so.</summary>
    public bool Pending { get; init; }
    /// <summary>Whether every callback is sent twice, at once.</summary>
    public bool DuplicateCallbacks { get; init; }
    /// <summary>Seconds by which its clock runs ahead; keys are forgotten after a day.</summary>
    public long ClockAheadSeconds { get; init; }
}
