using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.WebLink;

/// <summary>Makes leave to go on with a conversation on the web, once and within minutes: a link by text message, or a code to be entered on the page.</summary>
/// <param name="ConversationId">Which conversation.</param>
/// <param name="Language">The language of the message.</param>
public sealed record PassToWeb(string ConversationId, SpokenLanguage Language) : Effect
{
    /// <summary>The telephone to which the link is sent, with + and the country; null for a code. Personal.</summary>
    public string? To { get; init; }

    /// <summary>Our number, from which it is sent.</summary>
    public string? From { get; init; }
}
