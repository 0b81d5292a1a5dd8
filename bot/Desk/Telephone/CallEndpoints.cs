using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Telephone;

/// <summary>What can be done with a call.</summary>
internal static class CallActs
{
    /// <summary>The agent's telephone rings; whoever wants a call back is called once the agent has taken it up.</summary>
    public const string Ring = "ring";
    public const string Hold = "hold";
    public const string Resume = "resume";
    public const string Mute = "mute";
    public const string Unmute = "unmute";
    /// <summary>A colleague is asked while the caller hears music.</summary>
    public const string Consult = "consult";
    /// <summary>The colleague goes, and the caller is there again.</summary>
    public const string Dismiss = "dismiss";
    /// <summary>All three talk.</summary>
    public const string Conference = "conference";
    /// <summary>The caller is left to the colleague who was asked.</summary>
    public const string Transfer = "transfer";
    /// <summary>The caller is sent to a colleague who was not asked.</summary>
    public const string TransferTo = "transfer-to";
    public const string PauseRecording = "pause-recording";
    public const string ResumeRecording = "resume-recording";
    /// <summary>The talk ends; the caller goes on with the bot.</summary>
    public const string HangUp = "hang-up";
}

/// <summary>Something to do with the call of a conversation.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Talk">The number of the talk that the agent saw.</param>
/// <param name="Act">One of <see cref="CallActs"/>.</param>
/// <param name="Colleague">Who is asked, for consult and transfer-to; else null.</param>
internal sealed record CallRequest(
    [property: Required, StringLength(64, MinimumLength = 8)] string Id, int Talk,
    [property: Required, AllowedValues(
        CallActs.Ring, CallActs.Hold, CallActs.Resume, CallActs.Mute, CallActs.Unmute, CallActs.Consult, CallActs.Dismiss, CallActs.Conference, CallActs.Transfer, CallActs.TransferTo,
        CallActs.PauseRecording, CallActs.ResumeRecording, CallActs.HangUp)] string Act,
    [property: StringLength(64)] string? Colleague);

/// <summary>How a supervisor takes part in a call.</summary>
/// <param name="Mode">listen: heard by nobody; whisper: by the agent alone; barge: by both.</param>
internal sealed record SupervisionRequest([property: Required, AllowedValues("listen", "whisper", "barge")] string Mode);

/// <summary>Calls of conversations: for the agent whose conversation it is, and for supervisors who listen in.</summary>
internal static class CallEndpoints
{
    /// <summary><c>POST /desk/api/conversations/{id}/call</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> DoAsync(
        string id, CallRequest request, HttpContext http, DeskConversations conversations, DeskCalls calls, DeskTelephones telephones, Accounts accounts, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is not { Owner.Agent: { } owner } || owner.Id != user.Id) return ConversationEndpoints.Missing();
        if (await calls.FindAsync(id, cancellationToken) is not { } call) return Conflict("There is no call in this conversation any more.");
        if (call.Rings != request.Talk) return Conflict("The call has changed since you looked. Nothing was done.");
        (AgentIdentity, string)? colleague = null;
        if (request.Act is CallActs.Consult or CallActs.TransferTo)
        {
            var asked = request.Colleague is { } wished && wished != user.Id ? await accounts.IdentityAsync(wished, cancellationToken) : null;
            if (asked is null || await telephones.AddressOfAsync(asked.Id, cancellationToken) is not { } address)
                return TypedResults.Problem($"'colleague' is '{request.Colleague}': nobody of that id has a telephone that could ring.", statusCode: StatusCodes.Status400BadRequest);
            colleague = (asked, address);
        }
        if (request.Act == CallActs.Ring && await telephones.AddressOfAsync(user.Id, cancellationToken) is null) return Conflict(NoTelephone);
        await audit.WriteAsync(user.Id, AuditActions.Telephoned, id, request.Act, cancellationToken);
        return Answer(await calls.DoAsync(user, call, request, colleague, cancellationToken));
    }

    /// <summary><c>POST /desk/api/conversations/{id}/supervision</c>: the supervisor's own telephone rings and takes part; again with another mode changes that.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> SuperviseAsync(
        string id, SupervisionRequest request, HttpContext http, DeskConversations conversations, IAgentCalls calls, DeskTelephones telephones, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is null) return ConversationEndpoints.Missing();
        if (await telephones.AddressOfAsync(user.Id, cancellationToken) is not { } address) return Conflict(NoTelephone);
        await audit.WriteAsync(user.Id, AuditActions.Supervised, id, request.Mode, cancellationToken);
        var mode = request.Mode switch { "listen" => SupervisorMode.Listen, "whisper" => SupervisorMode.Whisper, _ => SupervisorMode.Barge };
        return Answer(await calls.SuperviseAsync(id, address, mode, cancellationToken));
    }

    private const string NoTelephone = "You have not chosen a telephone on which you could be rung.";

    private static Results<NoContent, ProblemHttpResult> Answer(AgentCallOutcome outcome) => outcome switch
    {
        AgentCallOutcome.Done => TypedResults.NoContent(),
        AgentCallOutcome.NoCall => Conflict("That does not fit how the call stands now. Nothing was done."),
        _ => TypedResults.Problem("The telephone company did not do it, or did not answer. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable),
    };

    private static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}
