using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Shop.Refunding;

namespace ServiceBot.Bot.Shop.Payments;

/// <summary>Where the payment provider says by itself how a refund stands; often, late or in any order.</summary>
internal static class CallbackEndpoint
{
    private const int LargestBody = 64 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Answers <c>POST /payments/callback</c>: 204 taken (also again), 400 unreadable, 401 not signed, 404 where no secret is set.</summary>
    public static void MapPaymentCallback(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/payments/callback", HearAsync).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody));

    private static async Task<Results<NoContent, NotFound, UnauthorizedHttpResult, BadRequest<string>>> HearAsync(
        HttpRequest request, RefundProgress progress, IOptions<PaymentSettings> settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (settings.Value.CallbackSecret is not { Length: > 0 } secret) return TypedResults.NotFound();
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (!CallbackSignature.IsValid(request.Headers[CallbackSignature.Header], buffer.GetBuffer().AsSpan(0, (int)buffer.Length), secret, clock.GetUtcNow()))
            return TypedResults.Unauthorized();
        try
        {
            var callback = JsonSerializer.Deserialize<Callback>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), Json);
            if (callback?.Refund is not { Id: not null, Reference: not null, Status: not null, Currency: not null } booked) return TypedResults.BadRequest("refund is missing, or lacks id, reference, status or currency");
            await progress.HearAsync(booked, null, cancellationToken);
            return TypedResults.NoContent();
        }
        catch (JsonException fault)
        {
            return TypedResults.BadRequest($"The body is no callback: {fault.Message}");
        }
    }

    private sealed record Callback(string? Id, ProviderRefund? Refund);
}
