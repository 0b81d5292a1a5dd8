namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Refuses the call without answering it, which costs nothing while it is the first verb.</summary>
public sealed record Reject : Verb, IResponseVerb
{
    /// <summary>rejected, which says that the number is not in service, unless busy is said.</summary>
    public string? Reason { get; init; }

    internal override void Write(TwimlWriter writer) => writer.OneOf("reason", Reason, "rejected", "busy");
}
