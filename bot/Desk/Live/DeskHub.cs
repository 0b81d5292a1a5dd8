using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
    DeskEvents events, DeskConversations conversations, Sessions sessions, OpenDesks desks, Presence presence, Nudges nudges, AuditTrail audit, INotices notices, TimeProvider clock) : Hub
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    /// <summary>What happens at the desk after a cursor.</summary>
    public async IAsyncEnumerable<DeskEvent> Events(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Context.ConnectionAborted);
        using var wake = new Wakening(notices, DeskEvents.Topic, clock);
        while (!ended.IsCancellationRequested)
        {
            foreach (var one in await events.ReadAsync((await UserAsync(ended.Token)).Id, after, ended.Token))
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
        using var wake = new Wakening(notices, id, clock);
        CallView? shown = null;
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

/// <summary>Waits for a notice about a topic, or a while.</summary>
internal sealed class Wakening : IDisposable
{
    private readonly System.Threading.Channels.Channel<bool> grown = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IDisposable subscription;
    private readonly TimeProvider clock;

    public Wakening(INotices notices, string topic, TimeProvider clock)
    {
        this.clock = clock;
        subscription = notices.Subscribe(topic, _ => grown.Writer.TryWrite(true));
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var rest = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(rest.Token, cancellationToken);
        try
        {
            await grown.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // It is time to look again, or the stream is over.
        }
    }

    public void Dispose() => subscription.Dispose();
}
