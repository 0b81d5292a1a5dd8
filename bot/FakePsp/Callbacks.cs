using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.FakePsp;

/// <summary>Tells the shop how refunds stand, signed, and again while nobody listens.</summary>
internal sealed class Callbacks(IHttpClientFactory clients, IOptions<FakePspSettings> settings, TimeProvider clock) : BackgroundService
{
    private const int Attempts = 5;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Channel<CallbackEvent> waiting = Channel.CreateUnbounded<CallbackEvent>();

    /// <summary>Puts a refund in line to be told.</summary>
    public void Tell(BookedRefund refund, bool twice)
    {
        if (string.IsNullOrEmpty(settings.Value.CallbackUrl)) return;
        var told = new CallbackEvent($"evt_{refund.Id}_{refund.Status}", "refund.updated", refund);
        for (var i = 0; i < (twice ? 2 : 1); i++) waiting.Writer.TryWrite(told);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(waiting.Reader.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stoppingToken }, SendAsync);

    private async ValueTask SendAsync(CallbackEvent told, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(told, Json);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                using var client = clients.CreateClient();
                using var request = new HttpRequestMessage(HttpMethod.Post, settings.Value.CallbackUrl) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.Add("Payments-Signature", Sign(body));
                using var response = await client.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet; the shop also asks by itself.
            }

            await Task.Delay(TimeSpan.FromSeconds(attempt), clock, cancellationToken);
        }
    }

    private string Sign(byte[] body)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Value.CallbackSecret), signed))}";
    }
}
