using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>A line of a transcript.</summary>
/// <param name="Version">The version that brought it.</param>
/// <param name="Index">Its place among the lines of that version.</param>
internal sealed record LineRequest([property: Range(1, long.MaxValue)] long Version, [property: Range(0, 1_000)] int Index);

/// <summary>Words that were veiled.</summary>
/// <param name="Text">As the customer said them, personal data masked.</param>
internal sealed record LineWords(string Text);

/// <summary>What passes in a conversation without being part of it: signs of writing, and veiled words that somebody wants to read.</summary>
internal static class SignEndpoints
{
    /// <summary>The agent is writing: shown to the customer for some seconds where the channel can, and to whoever looks on.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> TypingAsync(
        string id, Inbox.Nothing _, HttpContext http, DeskConversations conversations, LiveSigns signs, IEnumerable<IShowsTyping> channels, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is not { Owner: { IsSilent: true, Agent: { } owner } } || owner.Id != user.Id) return ConversationEndpoints.Missing();
        signs.AgentWrites(id, user.Id, user.Name);
        foreach (var channel in channels) channel.AgentWrites(id, user.Name);
        return TypedResults.NoContent();
    }

    /// <summary>The words behind a veil: shown only when asked for, and the asking is written down first.</summary>
    public static async Task<Results<Ok<LineWords>, ProblemHttpResult>> UnveilAsync(
        string id, LineRequest request, HttpContext http, DeskConversations conversations, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is not { } context) return ConversationEndpoints.Missing();
        if (await conversations.UnveilAsync(context, request.Version, request.Index, cancellationToken) is not { } words)
            return TypedResults.Problem($"Line {request.Version}.{request.Index} is not veiled, or there is none.", statusCode: StatusCodes.Status404NotFound);
        await audit.WriteAsync(user.Id, AuditActions.Revealed, id, $"line {request.Version}.{request.Index}", cancellationToken);
        return TypedResults.Ok(new LineWords(words));
    }
}
