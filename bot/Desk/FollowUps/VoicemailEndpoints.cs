using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.FollowUps;

/// <summary>The case that was opened from a message.</summary>
/// <param name="Number">Its number.</param>
internal sealed record OpenedCase(string Number);

/// <summary>Messages that callers left, for every agent until one has seen to them.</summary>
internal static class VoicemailEndpoints
{
    /// <summary><c>POST /desk/api/voicemails/{id}/done</c>: nothing more is to be done about it.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> DoneAsync(string id, Nothing _, HttpContext http, IRecordings recordings, FollowUpNews news, AuditTrail audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await OpenAsync(id, recordings, cancellationToken) is not { } message || !await recordings.SettleAsync(id, user.Id, clock.GetUtcNow(), cancellationToken)) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.FollowUpSettled, message.Conversation, id, CancellationToken.None);
        await news.ChangedAsync(CancellationToken.None);
        return TypedResults.NoContent();
    }

    /// <summary><c>POST /desk/api/voicemails/{id}/case</c>: a call is promised to whoever left it, by the time that any callback is promised for.</summary>
    public static async Task<Results<Ok<OpenedCase>, ProblemHttpResult>> OpenCaseAsync(
        string id, Nothing _, HttpContext http, IRecordings recordings, AgentTurns turns, IEffects effects, FollowUpList list, ShopPolicy policy, SentenceRenderer renderer, FollowUpNews news, AuditTrail audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await OpenAsync(id, recordings, cancellationToken) is not { } message || await turns.LoadAsync(message.Conversation, cancellationToken) is not { } context) return ConversationEndpoints.Missing();
        if (await list.IsPromisedAsync(message, cancellationToken)) return TypedResults.Problem("Whoever left it is called anyway. Nothing was done.", statusCode: StatusCodes.Status409Conflict);
        await audit.WriteAsync(user.Id, AuditActions.FollowUpSettled, message.Conversation, $"case {id}", cancellationToken);
        // All of it is of the moment in which the message was left: the same again, by whomever, is the same case.
        var wish = new OpenCase("callback", renderer.Render(Sentence.Of("handoff.voicemail", ("seconds", message.Seconds)), context.Language), policy.CallbackBy(message.At))
        {
            Phone = await list.NumberOfAsync(message, cancellationToken), Language = context.Language, Trigger = EscalationTriggers.Asked, CustomerId = context.Assurance >= Assurance.Verified ? context.CustomerId : null,
        };
        var outcome = await effects.RunAsync($"{message.Conversation}/0/0/{id}", wish, clock.GetUtcNow(), CancellationToken.None);
        if (outcome is not { Kind: OutcomeKind.Done, Receipt: { } receipt }) return TypedResults.Problem("It could not be done now. Nothing was done; try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        await recordings.SettleAsync(id, user.Id, clock.GetUtcNow(), CancellationToken.None);
        await news.ChangedAsync(CancellationToken.None);
        return TypedResults.Ok(new OpenedCase(receipt.Number));
    }

    private static async Task<Recording?> OpenAsync(string id, IRecordings recordings, CancellationToken cancellationToken) =>
        await recordings.FindAsync(id, cancellationToken) is { Kind: RecordingKinds.Voicemail, SettledAt: null } message ? message : null;
}
