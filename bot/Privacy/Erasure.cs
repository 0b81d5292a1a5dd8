namespace ServiceBot.Bot.Privacy;

/// <summary>Erases a customer everywhere: conversations first, for they are found by the customer; then the customer.</summary>
internal sealed class Erasure(IEnumerable<IPersonalRecords> rooms)
{
    /// <summary>Erases a customer. After a failure it may be run again.</summary>
    /// <returns>What was erased, or null where no room knows such a customer.</returns>
    public async Task<ErasureReport?> EraseAsync(string customerId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        var conversations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var room in rooms) conversations.UnionWith(await room.ConversationsOfAsync(customerId, cancellationToken));
        foreach (var room in rooms) await room.ForgetConversationsAsync(conversations, cancellationToken);
        var isKnown = false;
        foreach (var room in rooms) isKnown |= await room.ForgetCustomerAsync(customerId, cancellationToken);
        return isKnown || conversations.Count > 0 ? new ErasureReport(customerId, conversations.Count) : null;
    }
}

/// <summary>What was erased.</summary>
/// <param name="CustomerId">Of whom.</param>
/// <param name="Conversations">How many conversations.</param>
internal sealed record ErasureReport(string CustomerId, int Conversations);
