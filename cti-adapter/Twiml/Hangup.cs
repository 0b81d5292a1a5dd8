namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Ends the call.</summary>
public sealed record Hangup : Verb, IResponseVerb
{
    internal override void Write(TwimlWriter writer) { }
}
