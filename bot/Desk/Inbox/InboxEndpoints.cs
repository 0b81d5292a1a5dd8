using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>An agent's inbox as it stands at a cursor of the events.</summary>
/// <param name="Cursor">The last event that is in it.</param>
/// <param name="Now">The server's time, by which all others are to be read: browsers' clocks differ.</param>
/// <param name="Presence">Whether the agent takes customers.</param>
/// <param name="Items">What is offered, and what is the agent's.</param>
/// <param name="Queues">Who waits.</param>
/// <param name="DoneToday">How many the agent finished within twelve hours.</param>
/// <param name="Reasons">Why the agent may take nobody, by the shop's setting.</param>
internal sealed record InboxView(long Cursor, DateTimeOffset Now, OwnPresence Presence, IReadOnlyList<InboxItem> Items, QueueLines Queues, int DoneToday, IReadOnlyList<string> Reasons);

/// <summary>Whether the agent takes customers.</summary>
internal sealed record PresenceRequest([property: Required, StringLength(40, MinimumLength = 1)] string Presence);

/// <summary>Nothing more is to be said.</summary>
internal sealed record Nothing;

/// <summary>The agent's inbox: what is offered, what is theirs, who waits.</summary>
internal static class InboxEndpoints
{
    public static async Task<Ok<InboxView>> GetAsync(
        HttpContext http, IDbContextFactory<DeskDatabase> databases, Escalations escalations, DeskEvents events, IQueueStore queue, Accounts accounts, IOptions<DeskSettings> settings, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        // The cursor first: what happens while this is read comes again as an event, and the page takes it twice without harm.
        var cursor = await events.LastAsync(cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var items = (await escalations.ServedByAsync(user.Id, cancellationToken)).ConvertAll(row => InboxItem.Of(row));
        foreach (var offer in (await queue.OffersAsync(cancellationToken)).Where(offer => offer.AgentId == user.Id))
            if (await escalations.FindAsync(offer.Entry.Id, cancellationToken) is { } row) items.Add(InboxItem.Of(row, offer.Until));
        var since = clock.GetUtcNow().AddHours(-12);
        var done = await database.Escalations.AsNoTracking().Where(row => row.AgentId == user.Id && row.SettledAt != null).Select(row => row.SettledAt).ToListAsync(cancellationToken);
        var own = await accounts.FindAsync(user.Id, cancellationToken);
        return TypedResults.Ok(new InboxView(
            cursor, clock.GetUtcNow(), new OwnPresence(own?.Presence ?? PresenceStates.Away, own?.PresenceSince), items,
            new QueueLines([.. (await queue.LengthsAsync(cancellationToken)).OrderBy(length => length.OldestSince).Select(QueueLine.Of)]), done.Count(at => at >= since), settings.Value.Reasons));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> SetPresenceAsync(
        PresenceRequest request, HttpContext http, Accounts accounts, DeskEvents events, Nudges nudges, IOptions<DeskSettings> settings, CancellationToken cancellationToken)
    {
        if (request.Presence != PresenceStates.Available && !settings.Value.Reasons.Contains(request.Presence, StringComparer.Ordinal))
            return TypedResults.Problem($"'presence' is '{request.Presence}': known are {PresenceStates.Available}, {string.Join(", ", settings.Value.Reasons)}.", statusCode: StatusCodes.Status400BadRequest);
        var user = DeskUser.From(http.User);
        var since = await accounts.SetPresenceAsync(user.Id, request.Presence, cancellationToken);
        await events.AddAsync(user.Id, DeskEventKinds.Presence, new OwnPresence(request.Presence, since), cancellationToken);
        nudges.Give();
        return TypedResults.NoContent();
    }

    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> AcceptAsync(
        string id, Nothing _, HttpContext http, IQueueStore queue, AgentTurns turns, DeskCalls calls, Escalations escalations, AuditTrail audit, Nudges nudges, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await queue.TakeAsync(id, user.Id, cancellationToken) is not { } entry) return await AgainAsync(id, user, turns, escalations, cancellationToken);
        await audit.WriteAsync(user.Id, AuditActions.Accepted, id, null, CancellationToken.None);
        // First, so that the caller waits on for whoever's telephone rings. Where it does not ring, the page offers it again.
        var rung = entry.IsCall ? await calls.RingAsync(user, entry.ConversationId, CancellationToken.None) : AgentCallOutcome.Done;
        var result = await turns.RunAsync(entry.ConversationId, $"accept:{id}:{user.Id}:{Tokens.NewId()}", null, new AgentAccepts(user.Identity), CancellationToken.None);
        if (result?.Context?.Owner?.Agent?.Id == user.Id)
        {
            // The line may have put the caller into its queue meanwhile; where it does so from now on, it finds whose the caller is, and rings.
            if (rung == AgentCallOutcome.NoCall) await calls.RingAsync(user, entry.ConversationId, CancellationToken.None);
            return TypedResults.Ok(new ActAnswer(result.Context.Version));
        }
        // The customer waits by the row still, if at all: the next sweep puts them back.
        nudges.Give();
        return Gone();
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> DeclineAsync(
        string id, Nothing _, HttpContext http, IQueueStore queue, DeskEvents events, AuditTrail audit, Nudges nudges, TimeProvider clock, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (!await queue.ReleaseAsync(id, user.Id, clock.GetUtcNow(), cancellationToken)) return Gone();
        await audit.WriteAsync(user.Id, AuditActions.Declined, id, null, cancellationToken);
        await events.AddAsync(user.Id, DeskEventKinds.Gone, new GoneItem(id), cancellationToken);
        nudges.Give();
        return TypedResults.NoContent();
    }

    // A second press of the same key, or one whose first answer was lost: the conversation is the agent's already, though its row may not tell so yet.
    private static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> AgainAsync(string id, DeskUser user, AgentTurns turns, Escalations escalations, CancellationToken cancellationToken)
    {
        if (await escalations.FindAsync(id, cancellationToken) is not { } row || await turns.LoadAsync(row.ConversationId, cancellationToken) is not { } context) return Gone();
        var isTheirs = context.Owner?.Agent?.Id == user.Id || (row.State == EscalationStates.Accepted && row.AgentId == user.Id);
        return isTheirs ? TypedResults.Ok(new ActAnswer(context.Version)) : Gone();
    }

    private static ProblemHttpResult Gone() => TypedResults.Problem("This offer does not stand any more.", statusCode: StatusCodes.Status409Conflict);
}
