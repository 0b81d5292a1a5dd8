using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Play</c>: a sound file, or keys as tones.</summary>
internal sealed record PlayVerb(ImmutableArray<Heard> Sounds) : Verb
{
    public static PlayVerb Read(TwimlElement play)
    {
        var loop = play.Number("loop", 1, 0, 1000);
        var digits = play.Text("digits", "");
        play.Finish();
        if (digits.Length == 0 && play.Content.Length == 0) play.Warn("<Play> names nothing to play");
        return new PlayVerb(digits.Length > 0 || play.Content.Length == 0 ? [] : [new Tune(play.Content, loop)]);
    }

    public override Next Reach(CallLine line) => new Onward { Heard = Sounds };
}
