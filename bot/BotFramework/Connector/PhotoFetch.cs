using System.Net.Http.Headers;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>Fetches photographs that a channel's message refers to, from the channel's own service or from hosts that the settings name, and from nowhere else.</summary>
internal sealed partial class PhotoFetch(IHttpClientFactory clients, ConnectorToken tokens, ServiceUrls addresses, ILogger<PhotoFetch> logger)
{
    private const int MostBytes = 10 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The bytes, or null where they may not or cannot be had.</summary>
    /// <param name="address">Where the message says the picture is.</param>
    /// <param name="serviceUrl">The channel's own service, by the same verified activity.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    public async Task<byte[]?> FetchAsync(Uri address, string? serviceUrl, CancellationToken cancellationToken)
    {
        if (addresses.Attachment(address, serviceUrl) is not (true, var withToken))
        {
            Log.NotFetched(logger, "its address is neither the channel's own nor named in BotFramework:AttachmentHosts");
            return null;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (withToken && await tokens.GetAsync(patience.Token) is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var client = clients.CreateClient(nameof(ConnectorClient));
            client.MaxResponseContentBufferSize = MostBytes;
            using var answer = await client.SendAsync(request, patience.Token);
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsByteArrayAsync(patience.Token);
            Log.NotFetched(logger, "its server answered " + answer.StatusCode.ToString());
            return null;
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotFetched(logger, error.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A photograph was not fetched: {Reason}.")]
        public static partial void NotFetched(ILogger logger, string reason);
    }
}
