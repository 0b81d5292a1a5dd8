using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>Where the warehouse reports goods that come back.</summary>
internal static class WarehouseEndpoint
{
    /// <summary>
    /// Answers <c>PUT /warehouse/returns/{number}</c> with <c>{"status":"received"}</c> and <c>Authorization: Bearer KEY</c>: 200 with how the return
    /// stands then, 400 for an unknown status, 401 without the key, 404 for an unknown return or where no key is set.
    /// </summary>
    public static void MapWarehouse(this IEndpointRouteBuilder routes) => routes.MapPut("/warehouse/returns/{number}", ReportAsync);

    private static async Task<Results<Ok<GoodsReport>, NotFound, UnauthorizedHttpResult, BadRequest<string>>> ReportAsync(
        string number, GoodsReport report, HttpRequest request, ReturnedGoods goods, IOptions<ShopSettings> settings, CancellationToken cancellationToken)
    {
        if (settings.Value.WarehouseKey is not { Length: > 0 } key) return TypedResults.NotFound();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes($"Bearer {key}"), Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())))
            return TypedResults.Unauthorized();
        if (report.Status is not { } status || !ReturnedGoods.Reports.Contains(status, StringComparer.Ordinal))
            return TypedResults.BadRequest($"status is '{report.Status}', but must be one of {string.Join(", ", ReturnedGoods.Reports)}");
        return await goods.ReportAsync(number, status, cancellationToken) is { } stands ? TypedResults.Ok(new GoodsReport(stands)) : TypedResults.NotFound();
    }
}

/// <summary>How the goods of a return stand.</summary>
/// <param name="Status">collected, received, inspected or rejected.</param>
internal sealed record GoodsReport(string? Status);
