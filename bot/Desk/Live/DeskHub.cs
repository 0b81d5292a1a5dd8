using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Live;

/// <summary>What an open desk listens to. Everything is a stream from a cursor; nothing is done here that changes anything.</summary>
internal sealed class DeskHub(
    DeskEvents events, DeskConversations conversations, Sessions sessions, OpenDesks desks, Presence presence, Nudges nudges, AuditTrail audit, INotices notices, SignsStream signs, TimeProvider clock) : Hub
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    /// <summary>What happens at the desk after a cursor.</summary>
    public async IAsyncEnumerable<DeskEvent> Events(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Context.ConnectionAborted);
        using var wake = Wakening.By(wake => notices.Subscribe(DeskEvents.Topic, _ => wake()), clock);
        while (!ended.IsCancellationRequested)
        {
            var news = await events.ReadAsync(DeskUser.From(Context.User).Id, after, ended.Token);
            // Most of what wakes a desk is meant for others. Whose session is over hears of nothing any more.
            if (!news.IsEmpty) await UserAsync(ended.Token);
            foreach (var one in news)
            {
                after = one.Sequence;
                yield return one;
            }
            await wake.WaitAsync(LookAgain, ended.Token);
        }
    }

    /// <summary>How a conversation goes on after a version; ends when it is not the agent's to see any more.</summary>
    public async IAsyncEnumerable<ConversationView> Conversation(string id, long after, string language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Context.ConnectionAborted);
        if (await conversations.FindAsync(await UserAsync(ended.Token), id, ended.Token) is null) yield break;
        await audit.WriteAsync(DeskUser.From(Context.User).Id, AuditActions.Read, id, "live", ended.Token);
        CallView? shown = null;
        using var wake = Wakening.By(wake => notices.Subscribe(id, _ => wake()), clock);
        for (var first = true; !ended.IsCancellationRequested; first = false)
        {
            if (await conversations.FindAsync(await UserAsync(ended.Token), id, ended.Token) is not { } context) yield break;
            if (first || context.Version > after || await conversations.CallAsync(id, ended.Token) != shown)
            {
                var view = await conversations.ViewAsync(context, after, ConversationEndpoints.LanguageOf(language), ended.Token);
                yield return view;
                (after, shown) = (context.Version, view.Call);
            }
            await wake.WaitAsync(LookAgain, ended.Token);
        }
    }

    /// <summary>Who else looks at a conversation and who is writing in it; whoever listens is seen to look. Ends when it is not the agent's to see any more.</summary>
    public async IAsyncEnumerable<SignsView> Signs(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Context.ConnectionAborted);
        await foreach (var view in signs.ReadAsync(id, UserAsync, ended.Token)) yield return view;
    }

    /// <inheritdoc/>
    public override async Task OnConnectedAsync()
    {
        var user = await UserAsync(Context.ConnectionAborted);
        var context = Context;
        desks.Enter(Context.ConnectionId, user, context.Abort);
        presence.Enter(user.Id);
        nudges.Give();
        await base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        desks.Leave(Context.ConnectionId);
        presence.Leave(DeskUser.From(Context.User).Id);
        nudges.Give();
        return base.OnDisconnectedAsync(exception);
    }

    // Looked up on every use: a session that was ended serves nobody, even where its socket still stands.
    private async Task<DeskUser> UserAsync(CancellationToken cancellationToken) =>
        await sessions.FindByHashAsync(DeskUser.From(Context.User).Session, cancellationToken) ?? throw new HubException("The session is over.");
}
