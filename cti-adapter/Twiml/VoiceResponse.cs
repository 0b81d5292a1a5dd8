using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>A document: verbs that are done in order. After one that leaves it (<see cref="Redirect"/>, <see cref="Hangup"/>, <see cref="Reject"/>, <see cref="Leave"/>) nothing may follow, for nothing would be heard of it.</summary>
/// <param name="Verbs">What to do.</param>
public sealed record VoiceResponse(ImmutableArray<IResponseVerb> Verbs) : Verb
{
    internal override void Write(TwimlWriter writer)
    {
        foreach (var (at, verb) in Verbs.Index())
        {
            if (at > 0 && Verbs[at - 1] is Redirect or Hangup or Reject or Leave) throw writer.Refused($"has {verb.GetType().Name} after {Verbs[at - 1].GetType().Name}, where it is never reached");
            writer.Child((Verb)verb);
        }
    }
}
