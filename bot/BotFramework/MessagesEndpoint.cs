using System.Globalization;
using Microsoft.Extensions.Options;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>POST /api/messages: what a channel of the Bot Framework sends.</summary>
internal static class MessagesEndpoint
{
    public static async Task<IResult> PostAsync(
        HttpRequest request, ActivityTurns turns, IOptions<BotFrameworkOptions> options, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(request, options.Value.MaxActivityBytes, cancellationToken) is not { } body)
            return Problem(StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"An activity may have at most {options.Value.MaxActivityBytes} bytes."));
        if (!ActivityJson.TryRead(body.Span, out var activity, out var problem))
            return Problem(StatusCodes.Status400BadRequest, problem);
        if (turns.Missing(activity) is { } field)
            return Problem(StatusCodes.Status400BadRequest, $"The activity has no '{field}'.");

        var replies = await turns.RunAsync(activity, cancellationToken);
        return string.Equals(activity.DeliveryMode, "expectReplies", StringComparison.Ordinal)
            ? TypedResults.Json(new ActivityBatch(replies), ActivityJson.Default.ActivityBatch)
            : activity.Type is ActivityTypes.Invoke ? TypedResults.StatusCode(StatusCodes.Status501NotImplemented)
            : TypedResults.Ok();
    }

    private static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
