using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Say</c>: words by a voice, with SSML or without.</summary>
internal sealed record SayVerb(ImmutableArray<Heard> Sounds) : Verb
{
    /// <summary>The longest text that the company reads out.</summary>
    public const int Longest = 4096;

    public static SayVerb Read(TwimlElement say)
    {
        var language = say.Text("language", "en-US");
        var loop = say.Number("loop", 1, 0, 1000);
        say.Finish("voice");
        if (say.Element.Value.Length > Longest) say.Warn($"<Say> has {say.Element.Value.Length} characters; {Longest} are read");
        var sounds = Ssml.Read(say, language);
        return new SayVerb([.. Enumerable.Repeat(sounds, Math.Max(1, loop)).SelectMany(once => once)]);
    }

    public override Next Reach(CallLine line) => new Onward { Heard = Sounds };
}
