namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Begins something that goes on beside the call.</summary>
/// <param name="What">What begins.</param>
public sealed record Start(IStartNoun What) : Verb, IResponseVerb
{
    internal override void Write(TwimlWriter writer) => writer.Child((Verb)What);
}

/// <summary>Something that goes on beside a call.</summary>
public interface IStartNoun;
