using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework.Authentication;
using ServiceBot.Bot.BotFramework.Connector;
using ServiceBot.Bot.Delivery;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>POST /api/messages: what a channel of the Bot Framework sends. It is answered after the commit, never before: a crash then loses no message.</summary>
internal sealed class MessagesEndpoint(
    ChannelAuthentication authentication, ActivityTurns activities, ITurns turns, Deliveries deliveries, ConnectorChannel connector, ServiceUrls addresses,
    IOptions<BotFrameworkOptions> options, IEnumerable<IHearsTyping> desks)
{
    private const string CardAction = "adaptiveCard/action";

    public async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ChannelProof? proof;
        try
        {
            proof = await authentication.CheckAsync(request, cancellationToken);
        }
        catch (IOException error)
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, error.Message);
        }
        if (proof is null) return Unproven("The request bears no token of a channel that is valid for this bot.");
        if (await RequestBody.ReadAsync(request, options.Value.MaxActivityBytes, cancellationToken) is not { } body)
            return Problem(StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"An activity may have at most {options.Value.MaxActivityBytes} bytes."));
        if (!ActivityJson.TryRead(body.Span, out var activity, out var problem)) return Problem(StatusCodes.Status400BadRequest, problem);
        if (!proof.Covers(activity)) return Unproven("The token is for another channel or another address.");
        if (activity.Type is ActivityTypes.Invoke && !WantsReplies(activity) && activity.Name is not CardAction) return TypedResults.StatusCode(StatusCodes.Status501NotImplemented);
        if (activity is { Type: ActivityTypes.Event, Name: IHandoffStatuses.Event }) return await ReportAsync(request.HttpContext.RequestServices.GetService<IHandoffStatuses>(), activity, cancellationToken);
        if (ActivityTurns.Missing(activity) is { } field) return Problem(StatusCodes.Status400BadRequest, $"The activity has no '{field}'.");
        return await AnswerAsync(activity, cancellationToken);
    }

    // Where nobody hands customers over, it is an event like any other that nobody knows.
    private static async Task<IResult> ReportAsync(IHandoffStatuses? statuses, Activity activity, CancellationToken cancellationToken)
    {
        if (statuses is null || activity is not { ChannelId: { Length: > 0 } channel, Conversation.Id: { Length: > 0 } conversation }) return TypedResults.Ok();
        return await statuses.HearAsync(EventIds.Conversation(channel, conversation), activity, cancellationToken) switch
        {
            HandoffAnswer.Unreadable => Problem(StatusCodes.Status400BadRequest, "The event lacks 'from.id'."),
            HandoffAnswer.Foreign => Problem(StatusCodes.Status403Forbidden, "No customer was handed to the sender in this conversation."),
            HandoffAnswer.NotNow => Problem(StatusCodes.Status503ServiceUnavailable, "It could not be done now. Nothing was done; send the same again."),
            _ => TypedResults.Ok(),
        };
    }

    private async Task<IResult> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        HearWriting(activity);
        var answersHere = WantsReplies(activity) || activity.Type is ActivityTypes.Invoke;
        if (await activities.ReadAsync(activity, cancellationToken) is not { } turn)
            return WantsReplies(activity) ? Replies([]) : activity.Type is ActivityTypes.Invoke ? CardActionAnswer.Bad : TypedResults.Ok();
        turn = turn with { TakesReplies = answersHere };
        var problem = addresses.Problem(activity.ServiceUrl);
        if (problem is not null && !answersHere) return Problem(StatusCodes.Status400BadRequest, problem);

        var replies = problem is null ? await RunAsync(turn, activity, answersHere, cancellationToken) : Address(activity, turn, await turns.RunAsync(turn, CancellationToken.None));
        return WantsReplies(activity) ? Replies(replies) : activity.Type is ActivityTypes.Invoke ? CardActionAnswer.Said(replies) : TypedResults.Ok();
    }

    // A channel that hangs up has still said it: no turn is given up.
    private async Task<ImmutableArray<Activity>> RunAsync(Turn turn, Activity activity, bool answersHere, CancellationToken cancellationToken)
    {
        var reference = ConversationReference.From(turn.ConversationId, activity);
        if (answersHere)
        {
            using var hold = await deliveries.HoldAsync(turn.ConversationId, reference.Write(), cancellationToken);
            var answered = await turns.RunAsync(turn, CancellationToken.None);
            if (answered.Kind == TurnResultKind.Failed || answered.Replies.IsEmpty) return Address(activity, turn, answered);
            var asked = answered.Replies[0].ReplyTo;
            return [.. (await hold.TakeAsync(answered, cancellationToken)).Select(entry => connector.Render(reference, entry, entry.ReplyTo is null || entry.ReplyTo == asked ? activity.Id : null))];
        }
        await deliveries.KeepAsync(turn.ConversationId, reference.Write(), cancellationToken);
        var result = await turns.RunAsync(turn, CancellationToken.None);
        // Nothing was written, and yet the customer hears it: 200, for a channel that repeats the event would apologize again.
        if (result.Kind == TurnResultKind.Failed)
            foreach (var apology in Address(activity, turn, result)) _ = connector.SendOnceAsync(apology);
        return [];
    }

    private ImmutableArray<Activity> Address(Activity activity, Turn turn, TurnResult result)
    {
        var reference = ConversationReference.From(turn.ConversationId, activity);
        return [.. result.Replies.Where(reply => reply.Message is not null).Select(reply => connector.Render(reference, reply, activity.Id) with { ServiceUrl = activity.ServiceUrl })];
    }

    private void HearWriting(Activity activity)
    {
        if (activity is not { Type: ActivityTypes.Typing or ActivityTypes.Message, ChannelId: { } channel, Conversation.Id: { } conversation }) return;
        foreach (var desk in desks) desk.CustomerWrites(EventIds.Conversation(channel, conversation), activity.Type is ActivityTypes.Typing);
    }

    private static bool WantsReplies(Activity activity) => string.Equals(activity.DeliveryMode, "expectReplies", StringComparison.Ordinal);

    private static IResult Replies(ImmutableArray<Activity> replies) => TypedResults.Json(new ActivityBatch(replies), ActivityJson.Wire.ActivityBatch);

    private static IResult Unproven(string why) => Problem(StatusCodes.Status401Unauthorized, why);

    private static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
