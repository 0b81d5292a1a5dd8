namespace ServiceBot.Bot.DirectLine.Passes;

/// <summary>Leave to go on with a conversation at the page: once, within minutes, for whoever holds a secret that says nothing about anybody.</summary>
internal interface IPasses
{
    /// <summary>Makes a pass. The same key gets the same secret again while the pass lives.</summary>
    /// <param name="key">What it is made for, one key for one thing for ever.</param>
    /// <param name="secret">The new secret; it is not taken where another's pass has it.</param>
    /// <param name="conversation">Which conversation.</param>
    /// <param name="life">How long it lives.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The secret that holds, or null where it is taken.</returns>
    Task<string?> IssueAsync(string key, string secret, string conversation, TimeSpan life, CancellationToken cancellationToken);

    /// <summary>Spends a pass.</summary>
    /// <returns>The conversation; null where there is none such, or no longer. Of several that try at once one gets it.</returns>
    Task<string?> SpendAsync(string secret, CancellationToken cancellationToken);
}
