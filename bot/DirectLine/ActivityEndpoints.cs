using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Uploads;

namespace ServiceBot.Bot.DirectLine;

/// <summary>What is said, and what was said.</summary>
internal static class ActivityEndpoints
{
    public static async Task<IResult> GetAsync(
        string id, string? watermark, HttpRequest request, Callers callers, Conversations conversations, Addresses addresses, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await callers.CheckAsync(request, id);
        if (grant is null) return refusal ?? DirectLineError.Missing();
        if (ConversationEndpoints.Watermark(watermark) is not { } after) return ConversationEndpoints.OddWatermark(watermark);
        return await conversations.ReadAsync(id, addresses.Base(request), after, cancellationToken) is { } batch
            ? TypedResults.Json(batch, ActivityJson.Wire.ActivityBatch)
            : DirectLineError.NotFound();
    }

    public static async Task<IResult> PostAsync(
        string id, HttpRequest request, Callers callers, Conversations conversations, IOptions<DirectLineOptions> options, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await callers.CheckAsync(request, id);
        if (grant is null) return refusal ?? DirectLineError.Missing();
        if (await RequestBody.ReadAsync(request, options.Value.MaxActivityBytes, cancellationToken) is not { } body)
            return DirectLineError.TooLarge(options.Value.MaxActivityBytes);
        if (!ActivityJson.TryRead(body.Span, out var activity, out var problem)) return DirectLineError.BadArgument(problem);
        if (!await conversations.ExistsAsync(id, cancellationToken)) return DirectLineError.NotFound();
        return Sent(await conversations.SendAsync(id, SentBy(grant, activity), []));
    }

    /// <summary>The answer to what was sent: its id, or that it may be sent again.</summary>
    public static IResult Sent(string? id) => id is null ? DirectLineError.NotNow() : TypedResults.Json(new ResourceId(id), ActivityJson.Wire.ResourceId);

    /// <summary>The activity as the grant's user said it, whoever the client says it is.</summary>
    public static Activity SentBy(Grant grant, Activity activity) => activity with
    {
        From = new ChannelAccount { Id = grant.User ?? activity.From?.Id, Name = activity.From?.Name, Role = "user" },
        Recipient = null,
        ServiceUrl = null,
        DeliveryMode = null,
        ReplyToId = null,
        Attachments = activity.Files.Any() ? [.. activity.Files.Where(file => Photo.IdOf(file.ContentUrl) is null)] : null, // only an upload makes a reference
    };
}
