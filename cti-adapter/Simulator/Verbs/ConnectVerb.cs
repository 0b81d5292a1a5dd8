using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Connect</c>: the call is spoken over a socket to the application, where it is a <c>ConversationRelay</c>; other nouns fail at once. The action says how the call goes on.</summary>
internal sealed record ConnectVerb(string? Action, string Method) : Verb
{
    /// <summary>Where the socket is, or null where nothing of this kind was asked for.</summary>
    public Uri? Socket { get; init; }
    /// <summary>The language that is spoken and recognized.</summary>
    public string Language { get; init; } = "en-US";
    /// <summary>Whether keys are told.</summary>
    public bool Keys { get; init; }
    /// <summary>What the document gives along.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>VX and 32 hexadecimal digits.</summary>
    public string Session { get; } = CallLine.NewSid("VX");

    public static ConnectVerb Read(TwimlElement connect)
    {
        var verb = new ConnectVerb(connect.Address("action"), connect.Method());
        foreach (var child in connect.Children("ConversationRelay", "Stream", "Room", "VirtualAgent"))
            if (child.Name == "ConversationRelay") verb = verb.With(child);
        connect.Finish();
        return verb;
    }

    public override Next Reach(CallLine line) => Socket is null ? Over(null) : new OpensSocket(this);

    /// <summary>What comes after the session; null where it never began.</summary>
    public Next Over(RelayEnd? socketEnd)
    {
        if (Action is null) return new Onward();
        ImmutableArray<Parameter> told = [new("SessionId", Session), new("SessionStatus", socketEnd is { Fault: null } ? "ended" : "failed"), new("SessionDuration", "0")];
        if (socketEnd is { HandoffData: { } data }) told = told.Add(new("HandoffData", data));
        if (socketEnd is not { Fault: null }) told = [.. told, new("ErrorCode", socketEnd is null ? "64101" : "64102"), new("ErrorMessage", socketEnd?.Fault ?? "no socket")];
        return new Fetch("Connect action", Action, Method, told);
    }

    private ConnectVerb With(TwimlElement relay)
    {
        var url = relay.Text("url", "");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var socket) || socket.Scheme != "wss") relay.Warn($"64101: url is '{url}', not wss");
        var verb = this with
        {
            Socket = socket, Language = relay.Text("language", "en-US"), Keys = relay.Flag("dtmfDetection", false),
            Parameters = relay.Children("Parameter", "Language").Where(child => child.Name == "Parameter")
                .ToImmutableSortedDictionary(child => child.Text("name", ""), child => child.Text("value", ""), StringComparer.Ordinal),
        };
        relay.Finish(
            "welcomeGreeting", "welcomeGreetingInterruptible", "ttsLanguage", "ttsProvider", "voice", "transcriptionLanguage", "transcriptionProvider", "speechModel", "hints",
            "interruptible", "interruptSensitivity", "preemptible", "partialPrompts", "reportInputDuringAgentSpeech", "profanityFilter", "elevenlabsTextNormalization", "intelligenceService", "debug", "events");
        return verb;
    }
}

/// <summary>The caller speaks with the application over a socket.</summary>
internal sealed record Relaying(ConnectVerb Verb, RelaySocket Socket) : Waiting
{
    public override Listening Shown => new("relay") { Keys = Verb.Keys, Speech = true, Language = Verb.Language };

    public override Next On(CallerAct act, CallLine line) => act switch
    {
        Spoke spoke => new Sends(Socket, new RelayedFrame("prompt") { VoicePrompt = spoke.Text, Lang = Verb.Language, Last = true }),
        Pressed pressed when Verb.Keys => new Sends(Socket, new RelayedFrame("dtmf") { Digit = pressed.Key.ToString() }),
        // Silence is not told: the application listens to its own clock.
        KeptSilent => new Await(this),
        _ => new Await(this) { Unheard = true },
    };
}
