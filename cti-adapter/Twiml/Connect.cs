namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Gives the call to a session until that ends, then goes on with its action.</summary>
/// <param name="To">The session.</param>
public sealed record Connect(IConnectNoun To) : Verb, IResponseVerb
{
    /// <summary>Where to go on; <c>SessionStatus</c> and <c>HandoffData</c> tell how it went.</summary>
    public string? Action { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        writer.Attribute("action", Action);
        writer.Child((Verb)To);
    }
}

/// <summary>A session that a call may be given to.</summary>
public interface IConnectNoun;
