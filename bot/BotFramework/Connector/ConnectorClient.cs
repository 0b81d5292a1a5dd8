using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using ServiceBot.Bot.Delivery;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>Sends activities through a channel's own service. A POST that is repeated may double a message, so there are three attempts at most.</summary>
internal sealed partial class ConnectorClient(IHttpClientFactory clients, ConnectorToken tokens, ServiceUrls addresses, TimeProvider clock, ILogger<ConnectorClient> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(500),
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
            {
                { Exception: HttpRequestException { StatusCode: null } or TimeoutRejectedException } => true,
                { Result: { } answer } => MayPass(answer.StatusCode),
                _ => false,
            }),
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.Headers.RetryAfter is { } wait ? Wait(wait, clock.GetUtcNow()) : null),
        })
        .AddTimeout(TimeSpan.FromSeconds(15))
        .Build();

    /// <summary>Sends one activity, as a reply where it answers another.</summary>
    /// <param name="activity">Addressed: conversation, service URL and, for a reply, what it answers.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public async Task<Sending> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (addresses.Problem(activity.ServiceUrl) is { } problem)
        {
            Log.NotCalled(logger, problem);
            return Sending.Refused;
        }
        var address = Address(activity);
        var body = ActivityJson.Write(activity);
        try
        {
            using var answer = await pipeline.ExecuteAsync(async attempt => await PostAsync(address, body, attempt), cancellationToken);
            if (answer.IsSuccessStatusCode) return Sending.Sent;
            Log.Refused(logger, activity.ChannelId, (int)answer.StatusCode);
            return MayPass(answer.StatusCode) || answer.StatusCode == HttpStatusCode.Unauthorized || (int)answer.StatusCode >= 500 ? Sending.Failed : Sending.Refused;
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutRejectedException)
        {
            Log.NotReached(logger, activity.ChannelId, error);
            return Sending.Failed;
        }
    }

    private async Task<HttpResponseMessage> PostAsync(Uri address, string body, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var answer = await PostAsync(address, body, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || token is null) return answer;
        answer.Dispose();
        tokens.Refused(token);
        return await PostAsync(address, body, await tokens.GetAsync(cancellationToken), cancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(Uri address, string body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var client = clients.CreateClient(nameof(ConnectorClient));
        return await client.SendAsync(request, cancellationToken);
    }

    private static Uri Address(Activity activity)
    {
        var conversation = $"{activity.ServiceUrl?.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.Conversation?.Id ?? "")}/activities";
        return new Uri(string.IsNullOrEmpty(activity.ReplyToId) ? conversation : $"{conversation}/{Uri.EscapeDataString(activity.ReplyToId)}");
    }

    private static bool MayPass(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout;

    private static TimeSpan? Wait(RetryConditionHeaderValue wait, DateTimeOffset now) =>
        (wait.Delta ?? wait.Date - now) is { } asked ? asked > LongestWait ? LongestWait : asked < TimeSpan.Zero ? TimeSpan.Zero : asked : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message was not sent: {Problem}")]
        public static partial void NotCalled(ILogger logger, string problem);
        [LoggerMessage(2, LogLevel.Warning, "Channel {Channel} refused a message with {Status}.")]
        public static partial void Refused(ILogger logger, string? channel, int status);
        [LoggerMessage(3, LogLevel.Warning, "Channel {Channel} could not be reached.")]
        public static partial void NotReached(ILogger logger, string? channel, Exception error);
    }
}
