using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Connector;
using ServiceBot.Bot.Delivery;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>How a desk that is not ours is told something.</summary>
internal interface IHandoffTransport
{
    /// <summary>The desks that it reaches: one of <see cref="OutsideDeskKinds"/>.</summary>
    string Desk { get; }

    /// <summary>Whether the desk is told what the customer says; else the channel hears it anyway.</summary>
    bool RelaysMessages { get; }

    /// <summary>Tells one thing. The same id may come twice, where an answer was lost.</summary>
    Task<Sending> SendAsync(HandoffRow row, Activity activity, CancellationToken cancellationToken);
}

/// <summary>By a signed webhook.</summary>
internal sealed partial class WebhookTransport(IHttpClientFactory clients, IOptions<HandoffSettings> settings, TimeProvider clock, ILogger<WebhookTransport> logger) : IHandoffTransport
{
    /// <inheritdoc/>
    public string Desk => OutsideDeskKinds.Webhook;

    /// <inheritdoc/>
    public bool RelaysMessages => true;

    /// <inheritdoc/>
    public async Task<Sending> SendAsync(HandoffRow row, Activity activity, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(ActivityJson.Write(activity));
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Value.WebhookUrl) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        WebhookSignature.Sign(request, activity.Id ?? row.Id, body, settings.Value.Secrets, clock.GetUtcNow());
        try
        {
            using var client = clients.CreateClient(nameof(WebhookTransport));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.IsSuccessStatusCode) return Sending.Sent;
            Log.NotTaken(logger, row.Id, (int)answer.StatusCode);
            return answer.StatusCode == System.Net.HttpStatusCode.Gone ? Sending.Refused : Sending.Failed;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.NotReached(logger, row.Id, fault.GetType().Name);
            return Sending.Failed;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The outside desk answered {Status} to the handoff {Handoff}; it is tried again.")]
        public static partial void NotTaken(ILogger logger, string handoff, int status);
        [LoggerMessage(2, LogLevel.Warning, "The outside desk could not be reached for the handoff {Handoff} ({Fault}); it is tried again.")]
        public static partial void NotReached(ILogger logger, string handoff, string fault);
    }
}

/// <summary>By an event to the channel itself, which brings its people in.</summary>
internal sealed class ChannelTransport(IConversationReferences references, ConnectorClient connector) : IHandoffTransport
{
    /// <inheritdoc/>
    public string Desk => OutsideDeskKinds.Channel;

    /// <inheritdoc/>
    public bool RelaysMessages => false;

    /// <inheritdoc/>
    public async Task<Sending> SendAsync(HandoffRow row, Activity activity, CancellationToken cancellationToken)
    {
        if (!EventIds.IsConversation(row.ConversationId)) return Sending.Refused;
        var claim = await references.ClaimAsync(row.ConversationId, cancellationToken);
        if (!claim.IsMine) return Sending.Failed;
        try
        {
            // The protocol has it come from the customer, whose conversation it is.
            return claim.Reference is { } kept && ConversationReference.Read(kept.Span) is var reference
                ? await connector.SendAsync(reference.Address(activity, null) with { From = reference.User, Recipient = reference.Bot }, cancellationToken)
                : Sending.Refused;
        }
        finally
        {
            await references.ReleaseAsync(row.ConversationId, claim.Delivered, CancellationToken.None);
        }
    }
}
