namespace ServiceBot.CtiAdapter.Calls;

/// <summary>Which conversation a call takes part in, for whoever looks at a call from beside it.</summary>
public sealed class CallConversations
{
    private readonly CallAddresses addresses;

    internal CallConversations(CallAddresses addresses) => this.addresses = addresses;

    /// <summary>The conversation that an address of one of our documents leads to.</summary>
    /// <param name="callSid">The call that the document was answered to.</param>
    /// <param name="address">Where the document sends its answer.</param>
    /// <returns>Its id, or null where the address holds none of ours.</returns>
    public string? Of(string callSid, string address)
    {
        const string State = "?s=";
        return address.IndexOf(State, StringComparison.Ordinal) is >= 0 and var at ? addresses.Open(callSid, address[(at + State.Length)..])?.Conversation : null;
    }
}
