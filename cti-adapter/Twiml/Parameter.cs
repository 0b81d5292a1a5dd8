namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>A value that a session is told at its start.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
public sealed record Parameter(string Name, string Value) : Verb
{
    internal override void Write(TwimlWriter writer)
    {
        writer.Attribute("name", Name);
        writer.Attribute("value", Value);
    }
}
