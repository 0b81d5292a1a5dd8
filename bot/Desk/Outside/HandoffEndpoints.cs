using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>Where an outside desk speaks to us. Every request is signed as <see cref="WebhookSignature"/> says.</summary>
internal static class HandoffEndpoints
{
    private const int LargestBody = 64 * 1024;

    /// <summary>Answers <c>POST /handoff/activities</c> and <c>POST /handoff/packet</c>; 404 where there is no outside desk.</summary>
    public static void MapHandoff(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/handoff/activities", HearAsync);
        routes.MapPost("/handoff/packet", PacketAsync);
    }

    private static async Task<IResult> HearAsync(HttpRequest request, OutsideTurns turns, IOptions<HandoffSettings> settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (id, body, refusal) = await ReadAsync(request, settings.Value, clock, cancellationToken);
        if (refusal is not null) return refusal;
        if (!ActivityJson.TryRead(body.Span, out var activity, out var problem)) return Problem(StatusCodes.Status400BadRequest, problem);
        return await turns.HearAsync(activity, id, cancellationToken) switch
        {
            HandoffAnswer.Done => TypedResults.Ok(),
            HandoffAnswer.Unreadable => Problem(StatusCodes.Status400BadRequest,
                "It lacks 'conversation.id' or 'from.id'; or 'from.name' has more than 60 characters; or a message has no 'text' of 1 to 4000 characters; or 'value.wrapUp' is none of resolved, follow-up, not-resolved, misuse."),
            HandoffAnswer.Foreign => Problem(StatusCodes.Status403Forbidden, "No customer was handed to this desk under that 'conversation.id'."),
            HandoffAnswer.Over => Problem(StatusCodes.Status409Conflict, "The customer is not with this desk any more, or nobody there has accepted. Nothing was done."),
            _ => Problem(StatusCodes.Status503ServiceUnavailable, "It could not be done now. Nothing was done; send the same again."),
        };
    }

    private static async Task<IResult> PacketAsync(
        HttpRequest request, Handoffs handoffs, AgentTurns turns, DeskConversations conversations, IOptions<HandoffSettings> settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (_, body, refusal) = await ReadAsync(request, settings.Value, clock, cancellationToken);
        if (refusal is not null) return refusal;
        if (PacketRequest.Read(body) is not { } wanted) return Problem(StatusCodes.Status400BadRequest, """The body must be {"packet": "ID"}, with "language" of ko or en where it is not the customer's.""");
        if (await handoffs.FindAsync(wanted.Packet, cancellationToken) is not { Desk: OutsideDeskKinds.Webhook } row) return Problem(StatusCodes.Status403Forbidden, "No customer was handed to this desk under that 'packet'.");
        // Only while the customer is theirs: a packet says how things are now.
        return await turns.LoadAsync(row.ConversationId, cancellationToken) is { Owner: { } owner } context && owner.Escalation == row.Id && owner.Agent is null or { IsOutside: true }
            ? TypedResults.Json(await conversations.PacketAsync(context, wanted.LanguageOr(context.Language), settings.Value.Personal, cancellationToken), DeskJson.Options)
            : Problem(StatusCodes.Status409Conflict, "The customer is not with this desk any more.");
    }

    private static async Task<(string Id, ReadOnlyMemory<byte> Body, IResult? Refusal)> ReadAsync(HttpRequest request, HandoffSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!settings.IsThere) return ("", default, TypedResults.NotFound());
        if (await RequestBody.ReadAsync(request, LargestBody, cancellationToken) is not { } body)
            return ("", default, Problem(StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"A body may have at most {LargestBody} bytes.")));
        return WebhookSignature.IdOf(request.Headers, body.Span, settings.Secrets, clock.GetUtcNow()) is { } id
            ? (id, body, null)
            : ("", default, Problem(StatusCodes.Status401Unauthorized, $"The request is not signed, or with another secret, or its '{WebhookSignature.TimestampHeader}' is more than five minutes off."));
    }

    private static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    private sealed record PacketRequest(string Packet, string? Language)
    {
        public static PacketRequest? Read(ReadOnlyMemory<byte> body)
        {
            try
            {
                return JsonSerializer.Deserialize<PacketRequest>(body.Span, DeskJson.Options) is { Packet.Length: > 0, Language: null or "ko" or "en" } read ? read : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        public Dialogs.Language.SpokenLanguage LanguageOr(Dialogs.Language.SpokenLanguage customers) => Language switch
        {
            "ko" => Dialogs.Language.SpokenLanguage.Korean,
            "en" => Dialogs.Language.SpokenLanguage.English,
            _ => customers,
        };
    }
}
