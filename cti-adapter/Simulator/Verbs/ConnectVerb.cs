namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Connect</c>: the simulator speaks over no socket, so the session fails at once, and the action says how the call goes on.</summary>
internal sealed record ConnectVerb(string? Action, string Method) : Verb
{
    public static ConnectVerb Read(TwimlElement connect)
    {
        var verb = new ConnectVerb(connect.Address("action"), connect.Method());
        foreach (var child in connect.Children("ConversationRelay", "Stream", "Room", "VirtualAgent")) _ = child;
        connect.Finish();
        return verb;
    }

    public override Next Reach(CallLine line) => Action is null
        ? new Onward()
        : new Fetch("Connect action", Action, Method, [new("SessionId", CallLine.NewSid("VX")), new("SessionStatus", "failed"), new("SessionDuration", "0"), new("ErrorCode", "64101"), new("ErrorMessage", "no socket")]);
}
