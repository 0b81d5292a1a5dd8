namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>A moment at which the network waits for somebody.</summary>
internal abstract record Waiting
{
    /// <summary>What comes of what somebody did.</summary>
    public abstract Next On(CallerAct act, CallLine line);

    /// <summary>As it is shown.</summary>
    public abstract Listening Shown { get; }
}

/// <summary>What the network listens to now.</summary>
/// <param name="To"><c>gather</c>, <c>record</c>, <c>queue</c>, <c>dial</c>, <c>talk</c>, <c>room</c> (a conference, whose others have telephones of their own), <c>relay</c> (a socket) or <c>rings</c>.</param>
public sealed record Listening(string To)
{
    /// <summary>Keys count.</summary>
    public bool Keys { get; init; }
    /// <summary>Words count.</summary>
    public bool Speech { get; init; }
    /// <summary>Words may interrupt what is being said; keys always may.</summary>
    public bool BargeIn { get; init; } = true;
    /// <summary>Seconds after which silence counts.</summary>
    public int Timeout { get; init; }
    /// <summary>Keys that end the entry.</summary>
    public string FinishOnKey { get; init; } = "";
    /// <summary>How many keys end the entry by themselves, or null.</summary>
    public int? NumDigits { get; init; }
    /// <summary>Keys pressed so far.</summary>
    public string Digits { get; init; } = "";
    /// <summary>The language that speech recognition expects.</summary>
    public string Language { get; init; } = "";
    /// <summary>Words that speech recognition was told of.</summary>
    public string Hints { get; init; } = "";
    /// <summary>Who is rung or spoken with.</summary>
    public string Other { get; init; } = "";
}
