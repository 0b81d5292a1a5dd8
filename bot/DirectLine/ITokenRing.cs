using System.Collections.Immutable;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Where the keys that sign tokens are kept for all nodes.</summary>
internal interface ITokenRing
{
    /// <summary>The keys, oldest first; empty where there are none.</summary>
    /// <exception cref="InvalidDataException">What is kept is no ring.</exception>
    Task<ImmutableList<TokenKey>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes other keys in place of those that were read.</summary>
    /// <returns>False, and nothing written, where another node was first.</returns>
    Task<bool> ReplaceAsync(ImmutableList<TokenKey> before, ImmutableList<TokenKey> after, CancellationToken cancellationToken);
}
