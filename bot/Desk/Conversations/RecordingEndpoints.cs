using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>A recording as the desk shows it.</summary>
/// <param name="Id">Its id, by which it is heard.</param>
/// <param name="Kind">voicemail, or talk.</param>
/// <param name="Status">in-progress, completed or absent.</param>
/// <param name="Seconds">How long.</param>
/// <param name="At">When.</param>
internal sealed record RecordingView(
    string Id, [property: AllowedValues("voicemail", "talk")] string Kind, [property: AllowedValues("in-progress", "completed", "absent")] string Status, int Seconds, DateTimeOffset At);

/// <summary>What was recorded of a conversation: for the agent whose conversation it is, and for supervisors; messages that nobody has seen to yet, for every agent. Who listened stands in the audit.</summary>
internal static class RecordingEndpoints
{
    /// <summary><c>GET /desk/api/conversations/{id}/recordings</c>.</summary>
    public static async Task<Results<Ok<IReadOnlyList<RecordingView>>, ProblemHttpResult>> ListAsync(string id, HttpContext http, DeskConversations conversations, IRecordings recordings, CancellationToken cancellationToken)
    {
        if (!await MayAsync(DeskUser.From(http.User), id, conversations, cancellationToken)) return ConversationEndpoints.Missing();
        var found = await recordings.OfConversationAsync(id, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<RecordingView>>([.. found.Select(recording => new RecordingView(recording.Sid, recording.Kind, recording.Status, recording.Seconds, recording.At))]);
    }

    /// <summary><c>GET /desk/api/recordings/{sid}</c>: its sound, passed on from the company, whose own address and key nobody learns.</summary>
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HearAsync(
        string sid, HttpContext http, DeskConversations conversations, IRecordings recordings, IRecordedSound sound, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await recordings.FindAsync(sid, cancellationToken) is not { } recording || !(IsForAll(recording) || await MayAsync(user, recording.Conversation, conversations, cancellationToken))) return ConversationEndpoints.Missing();
        await audit.WriteAsync(user.Id, AuditActions.Listened, recording.Conversation, sid, cancellationToken);
        try
        {
            if (await sound.OpenAsync(sid, cancellationToken) is not { } wave) return ConversationEndpoints.Missing();
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Stream(wave, "audio/wav");
        }
        catch (HttpRequestException)
        {
            return TypedResults.Problem("The telephone company does not give the recording now. Try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static bool IsForAll(Recording recording) => recording is { Kind: RecordingKinds.Voicemail, SettledAt: null };

    private static async Task<bool> MayAsync(DeskUser user, string conversation, DeskConversations conversations, CancellationToken cancellationToken) =>
        user.MaySee(DeskRoles.Supervisor) || await conversations.FindAsync(user, conversation, cancellationToken) is not null;
}
