namespace ServiceBot.Bot.Privacy;

/// <summary>Records about people, as one room keeps them: each room forgets its own.</summary>
internal interface IPersonalRecords
{
    /// <summary>The conversations of a customer that this room knows of.</summary>
    Task<IReadOnlyCollection<string>> ConversationsOfAsync(string customerId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyCollection<string>>([]);

    /// <summary>Removes all that is kept of conversations. Called again it does nothing more.</summary>
    Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Removes what is kept of a customer, except what the law wants kept, which is put apart. Called again it does nothing more.</summary>
    /// <returns>Whether there is such a customer.</returns>
    Task<bool> ForgetCustomerAsync(string customerId, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Conversations that need be kept no longer.</summary>
    /// <param name="today">The day in the shop's time zone.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<IReadOnlyCollection<string>> ExpiredConversationsAsync(DateOnly today, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyCollection<string>>([]);

    /// <summary>Removes what need be kept no longer of records whose time is over by their class (시행령 §6).</summary>
    /// <param name="today">The day in the shop's time zone.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task ExpireAsync(DateOnly today, CancellationToken cancellationToken) => Task.CompletedTask;
}
