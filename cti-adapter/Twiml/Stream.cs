namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>The call's sound over a WebSocket.</summary>
/// <param name="Url">The WebSocket, wss:// and without a query.</param>
public sealed record Stream(string Url) : Verb, IConnectNoun, IStartNoun
{
    /// <summary>Its name, by which it is stopped.</summary>
    public string? Name { get; init; }
    /// <summary>Which side is heard: inbound_track unless said. Sound back comes only within Connect.</summary>
    public string? Track { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (!Url.StartsWith("wss://", StringComparison.OrdinalIgnoreCase) || Url.Contains('?', StringComparison.Ordinal)) throw writer.Refused("url", Url, "must begin with wss:// and have no query");
        writer.Attribute("url", Url);
        writer.Attribute("name", Name);
        writer.OneOf("track", Track, "inbound_track", "outbound_track", "both_tracks");
    }
}
