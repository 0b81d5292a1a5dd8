using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Identification;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Repair;

/// <summary>What is unfinished in a conversation that is open on a page.</summary>
public static class UnfinishedMatter
{
    private static readonly string[] Aside = [PersonDialog.Title, IdentifyDialog.Title, "satisfaction", "web-link"];

    /// <summary>What somebody else could go on with in it; null where nothing is under way, a person sees to it, or no page shows it.</summary>
    public static UnfinishedConversation? Of(ConversationContext context)
    {
        if (context is not { Owner: null, Committing: null } || !context.Channels.Values.Any(attached => attached.Channel.Mirrors)) return null;
        return context.Stack.FindLast(frame => frame.CalledBy is null && !Aside.Contains(frame.Dialog)) is { } frame ? new UnfinishedConversation(context.Id, frame.Dialog) { Lines = Elsewhere.LinesOf(frame) } : null;
    }
}
