using System.Xml.Linq;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>Looks behind an answer of the bot: which dialog spoke, where it rests, and what it waits for.</summary>
internal sealed class TurnLookup(CallConversations calls, IContextStore conversations)
{
    /// <summary>The turn behind a document, or null where the document neither asks anything nor gives the call to a socket.</summary>
    public async Task<TurnBehind?> LookAsync(string callSid, string document, CancellationToken cancellationToken)
    {
        var answered = XDocument.Parse(document).Descendants().Where(verb => verb.Name.LocalName is "Gather" or "Connect").Select(verb => verb.Attribute("action")?.Value).OfType<string>().FirstOrDefault();
        if (answered is null || calls.Of(callSid, answered) is not { } conversation) return null;
        var log = await conversations.ReadLogAsync(conversation, 0, cancellationToken);
        return log.Select(entry => entry.Message).OfType<Message>().LastOrDefault() is { } last
            ? new TurnBehind(last.Dialog, last.State, last.Expecting.Kind.ToString().ToLowerInvariant())
            : null;
    }
}
