using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Somebody's telephone rings because the bot calls them.</summary>
internal sealed record CalleeRings(PlacedCall Placed) : Waiting
{
    public override Listening Shown => new("rings") { Other = Placed.From };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        OtherAnswered when Placed.Joins is { } room => new DialVerb { Conference = room, Other = room.Name }.Reach(line),
        OtherAnswered => new Fetch("Voice", Placed.VoiceUrl, "POST", []),
        HungUp or OtherHungUp => new End("busy"),
        KeptSilent => new End("no-answer"),
        _ => new Await(this) { Unheard = true },
    };
}
