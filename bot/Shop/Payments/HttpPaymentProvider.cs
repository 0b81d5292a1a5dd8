using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Shop.Payments;

/// <summary>
/// The provider over HTTP, in the manner of Stripe's v1 API: a refund is posted with <c>Idempotency-Key</c>, the key's first answer is given again,
/// other content under it is 422, and 409 says that the first is still under way.
/// </summary>
internal sealed class HttpPaymentProvider(IHttpClientFactory clients, IOptions<PaymentSettings> settings) : IPaymentProvider
{
    /// <summary>The name of the client that is configured for it.</summary>
    public const string Client = "payments";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <inheritdoc/>
    public bool IsThere => !string.IsNullOrEmpty(settings.Value.BaseUrl);

    /// <inheritdoc/>
    public Task<PaymentAnswer> RefundAsync(RefundOrder order, CancellationToken cancellationToken) => AskAsync(
        () => new(HttpMethod.Post, "v1/refunds") { Content = JsonContent.Create(order, options: Json), Headers = { { "Idempotency-Key", order.Reference } } }, cancellationToken);

    /// <inheritdoc/>
    public Task<PaymentAnswer> FindAsync(string reference, CancellationToken cancellationToken) =>
        AskAsync(() => new(HttpMethod.Get, $"v1/refunds/{Uri.EscapeDataString(reference)}"), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProviderRefund> LedgerAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        for (var after = ""; ;)
        {
            var page = await client.GetFromJsonAsync<LedgerPage>(
                $"v1/ledger?since={Uri.EscapeDataString(since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}&after={Uri.EscapeDataString(after)}", Json, cancellationToken)
                ?? throw new HttpRequestException("The provider's ledger is empty of any page.");
            foreach (var refund in page.Data) yield return refund;
            if (!page.HasMore || page.Data.Count == 0) yield break;
            after = page.Data[^1].Id;
        }
    }

    private async Task<PaymentAnswer> AskAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var message = request();
            using var response = await client.SendAsync(message, cancellationToken);
            return response.IsSuccessStatusCode
                ? new(PaymentAnswerKind.Booked, await response.Content.ReadFromJsonAsync<ProviderRefund>(Json, cancellationToken) ?? throw new JsonException("The answer is null."))
                : new(Meaning(response.StatusCode), Fault: $"http_{(int)response.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(PaymentAnswerKind.Unanswered, Fault: "timeout");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new(PaymentAnswerKind.Unanswered, Fault: "cut");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return new(PaymentAnswerKind.Faulty, Fault: "unreadable");
        }
    }

    private static PaymentAnswerKind Meaning(HttpStatusCode status) => status switch
    {
        HttpStatusCode.PaymentRequired => PaymentAnswerKind.Declined,
        HttpStatusCode.NotFound => PaymentAnswerKind.NotThere,
        HttpStatusCode.UnprocessableEntity => PaymentAnswerKind.Contradicted,
        HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests => PaymentAnswerKind.Busy,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout => PaymentAnswerKind.Unanswered,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => PaymentAnswerKind.Unanswered,
        _ => PaymentAnswerKind.Faulty,
    };

    /// <summary>Sets up the client: address, key and patience.</summary>
    public static void Configure(IServiceProvider services, HttpClient client)
    {
        var settings = services.GetRequiredService<IOptions<PaymentSettings>>().Value;
        if (!string.IsNullOrEmpty(settings.BaseUrl)) client.BaseAddress = new Uri(settings.BaseUrl.TrimEnd('/') + "/");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
        client.Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        client.MaxResponseContentBufferSize = 4 * 1024 * 1024;
    }

    private sealed record LedgerPage(IReadOnlyList<ProviderRefund> Data, bool HasMore);
}
