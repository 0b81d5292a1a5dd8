using System.Collections.Immutable;
using System.Net.Http.Headers;
using ServiceBot.Bot.BotFramework.Connector;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Photographs that a channel's message refers to: fetched only from the channel's own service or from hosts that the settings name, or contained in the message.</summary>
internal sealed partial class PhotoFetch(IHttpClientFactory clients, ConnectorToken tokens, ServiceUrls addresses, PhotoStore photos, ILogger<PhotoFetch> logger)
{
    private const int MostBytes = 10 * 1024 * 1024;
    private const int MostPhotos = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Keeps the photographs of a message.</summary>
    /// <returns>Their ids; those that could not be had are missing.</returns>
    public async Task<ImmutableArray<string>> KeepAsync(string conversation, Activity activity, CancellationToken cancellationToken)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (var file in activity.Files.Where(file => PhotoType.IsTaken(file.ContentType)).Take(MostPhotos))
        {
            var bytes = await ReadAsync(file.ContentUrl, activity.ServiceUrl, cancellationToken);
            if (bytes is null || PhotoType.Of(bytes) is null) continue;
            kept.Add((await photos.SaveAsync(conversation, file.Name, bytes, cancellationToken)).Id);
        }
        return kept.ToImmutable();
    }

    private async Task<byte[]?> ReadAsync(string? url, string? serviceUrl, CancellationToken cancellationToken)
    {
        if (url is null) return null;
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return Contained(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || addresses.Attachment(address, serviceUrl) is not (true, var withToken))
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

    private static byte[]? Contained(string url)
    {
        const string marker = ";base64,";
        var start = url.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        var bytes = new byte[(url.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(url.AsSpan(start + marker.Length), bytes, out var length) ? bytes[..length] : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A photograph was not fetched: {Reason}.")]
        public static partial void NotFetched(ILogger logger, string reason);
    }
}
