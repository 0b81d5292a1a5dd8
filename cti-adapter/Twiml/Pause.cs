namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Waits in silence.</summary>
public sealed record Pause : Verb, IResponseVerb, IGatherVerb
{
    /// <summary>Seconds, 1 unless said.</summary>
    public int? Length { get; init; }

    internal override void Write(TwimlWriter writer) => writer.Attribute("length", Length, 1, 600);
}
