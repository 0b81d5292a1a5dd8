namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Hands the call over to another telephone system by SIP.</summary>
/// <param name="Sip">The address there, sip:...</param>
public sealed record Refer(string Sip) : Verb, IResponseVerb
{
    /// <summary>Where to go on.</summary>
    public string? Action { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (!Sip.StartsWith("sip:", StringComparison.OrdinalIgnoreCase)) throw writer.Refused("Sip", Sip, "must begin with sip:");
        writer.Attribute("action", Action);
        writer.Child(new Address(Sip));
    }

    private sealed record Address(string Uri) : Verb
    {
        internal override string Element => "Sip";

        internal override void Write(TwimlWriter writer) => writer.Text(Uri);
    }
}
