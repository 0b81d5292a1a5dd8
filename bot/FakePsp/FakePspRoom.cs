using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.FakePsp;

/// <summary>
/// A payment provider that behaves as real ones do, after Stripe's v1 API: the first answer under an <c>Idempotency-Key</c> is given again, other content
/// under it is 422, and 409 says that the first is still under way. The bot knows nothing of it but its address.
/// </summary>
internal static class FakePspRoom
{
    private const int PageSize = 200, LongestKey = 255;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Puts it together.</summary>
    /// <param name="settings">In the form <c>--Name=value</c>.</param>
    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(settings);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddSettings<FakePspSettings>(FakePspSettings.Section)
            .AddSingleton(ShopClock.Real)
            .AddSingleton(provider => new Ledger(provider.GetRequiredService<IOptions<FakePspSettings>>().Value.Ledger))
            .AddSingleton<Callbacks>().AddHostedService(provider => provider.GetRequiredService<Callbacks>())
            .AddSingleton<Psp>()
            .AddHostedService<EndsWithItsOwner>()
            .AddHttpClient();
        builder.Services.CheckSettings(builder.Configuration);
        var app = builder.Build();
        app.Services.GetRequiredService<Ledger>();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var api = app.MapGroup("/v1").AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Headers.Authorization == $"Bearer {app.Services.GetRequiredService<IOptions<FakePspSettings>>().Value.ApiKey}"
                ? await next(context) : TypedResults.Unauthorized());
        api.MapPost("/refunds", RefundAsync);
        api.MapGet("/refunds/{reference}", IResult (string reference, Ledger ledger) => ledger.ByReference(reference) is { } refund ? TypedResults.Ok(refund) : TypedResults.NotFound());
        api.MapGet("/ledger", (DateTimeOffset? since, string? after, Ledger ledger) => TypedResults.Ok(ledger.Page(since ?? DateTimeOffset.MinValue, after, PageSize)));

        app.MapGet("/control", (Psp psp) => TypedResults.Ok(psp.Switches));
        app.MapPut("/control", (Switches switches, Psp psp) => TypedResults.Ok(psp.Switches = switches));
        app.MapPost("/control/book", (RefundRequest request, Psp psp) => TypedResults.Ok(psp.Book(request)));
        app.MapPost("/control/settle", (string status, Psp psp) => psp.Settle(status));
        app.MapGet("/health/live", () => TypedResults.Ok());
    }

    private static async Task<IResult> RefundAsync(HttpContext context, Psp psp, CancellationToken cancellationToken)
    {
        string? key = context.Request.Headers["Idempotency-Key"];
        if (string.IsNullOrEmpty(key) || key.Length > LongestKey) return Problem(400, "Idempotency-Key is missing or too long");
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, cancellationToken);
        var body = buffer.ToArray();
        if (Read(body) is not { Reference.Length: > 0, Amount: > 0, Currency.Length: 3 } request) return Problem(400, "the body must hold reference, amount above zero, and currency");

        var (status, refund, cut) = await psp.RefundAsync(key, body, request, cancellationToken);
        if (cut) context.Abort();
        return refund is not null && status == StatusCodes.Status200OK ? TypedResults.Ok(refund) : Problem(status, "refused");
    }

    private static RefundRequest? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<RefundRequest>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Problem(int status, string message) => TypedResults.Json(new { error = new { code = status, message } }, Json, statusCode: status);
}
