namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Ends what <see cref="Start"/> began.</summary>
/// <param name="Name">The stream's name.</param>
public sealed record Stop(string Name) : Verb, IResponseVerb
{
    internal override void Write(TwimlWriter writer) => writer.Child(new Ended(Name));

    private sealed record Ended(string Name) : Verb
    {
        internal override string Element => nameof(Stream);

        internal override void Write(TwimlWriter writer) => writer.Attribute("name", Name);
    }
}
