namespace ServiceBot.Rig.Rows;

/// <summary>How a connection is lost.</summary>
internal enum CutWay
{
    /// <summary>The client ends it.</summary>
    End,

    /// <summary>It is reset.</summary>
    Reset,

    /// <summary>Nothing passes any more, and nobody is told.</summary>
    Silence,
}

/// <summary>What the agent is about at that moment.</summary>
internal enum CutMoment
{
    /// <summary>A customer is offered.</summary>
    Offered,

    /// <summary>The agent is just taking the customer.</summary>
    Claiming,

    /// <summary>The agent writes.</summary>
    Typing,

    /// <summary>A message is just sent.</summary>
    Sending,

    /// <summary>The customer just says yes to a refund that the agent has begun.</summary>
    Refunding,
}

/// <summary>One agent is cut off once.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Way">How.</param>
/// <param name="Moment">When.</param>
/// <param name="Stays">Whether the agent stays away; else they are back at once by another way.</param>
internal sealed record Cut(int Number, CutWay Way, CutMoment Moment, bool Stays)
{
    /// <inheritdoc/>
    public override string ToString() => $"cut {Number}, {Way} while {Moment}{(Stays ? "" : ", and back")}";

    /// <summary>The one of that number: 30 in a row are all there are. Whoever is only offered somebody always stays away.</summary>
    public static Cut Numbered(int number)
    {
        var (ways, moments) = (Enum.GetValues<CutWay>(), Enum.GetValues<CutMoment>());
        var moment = moments[number / ways.Length % moments.Length];
        return new Cut(number, ways[number % ways.Length], moment, moment == CutMoment.Offered || number / (ways.Length * moments.Length) % 2 == 1);
    }
}
