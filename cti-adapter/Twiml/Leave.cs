namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Leaves the queue that the call waits in; goes on with the verb after Enqueue.</summary>
public sealed record Leave : Verb, IResponseVerb
{
    internal override void Write(TwimlWriter writer) { }
}
