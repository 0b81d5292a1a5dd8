using System.Collections.Immutable;

namespace ServiceBot.Bot.DirectLine;

/// <summary>What a token allows.</summary>
/// <param name="Conversation">The only conversation that it opens.</param>
/// <param name="User">In whose name, such as dl_…; null for the holder of the secret, who names the sender of each activity.</param>
/// <param name="Origins">From where; empty: from anywhere.</param>
internal sealed record Grant(string Conversation, string? User, ImmutableArray<string> Origins);

/// <summary>What a token is for; one kind never passes for another.</summary>
internal static class Purpose
{
    /// <summary>Calls of a client.</summary>
    public const string Client = "dl";
    /// <summary>Opening one stream.</summary>
    public const string Stream = "stream";
    /// <summary>Reading one uploaded photograph, whose id stands in the place of the user.</summary>
    public const string Photo = "photo";
    /// <summary>The cookie by which the page finds its conversation again.</summary>
    public const string Page = "page";
}
