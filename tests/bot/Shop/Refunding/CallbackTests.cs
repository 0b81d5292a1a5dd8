using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Refunding;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop.Refunding;

/// <summary>What the payment provider says by itself counts once, moves forward only, and must be signed.</summary>
public abstract class CallbackTests : RefundContract
{
    private protected CallbackTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task A_refund_that_was_pending_is_done_when_the_provider_says_so_however_often()
    {
        await using var edge = await EdgeAsync();
        var id = await RefundCupAsync("k1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CallAsync(edge, id, "succeeded")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer));
        Assert.Equal(RefundStates.Done, (await IntentAsync(id)).State);
        Assert.Equal((6_000L, 0L), ((await CardAsync()).Refunded, (await CardAsync()).Reserved));
        Assert.Equal(3, (await HistoryAsync()));
    }

    [Fact]
    public async Task A_late_word_does_not_move_it_back()
    {
        await using var edge = await EdgeAsync();
        var id = await RefundCupAsync("k1");

        await CallAsync(edge, id, "succeeded");
        await CallAsync(edge, id, "pending");
        await CallAsync(edge, id, "failed");

        Assert.Equal(RefundStates.Done, (await IntentAsync(id)).State);
        Assert.Equal(6_000, (await CardAsync()).Refunded);
    }

    [Fact]
    public async Task A_callback_that_comes_while_the_answer_is_lost_settles_it()
    {
        await Psp.SwitchAsync(new { pending = true });
        var id = await RefundCupAsync("k1");
        await Node.RoundAsync();
        Assert.Equal(RefundStates.Unknown, (await IntentAsync(id)).State);
        await Psp.SettleAsync("succeeded");

        Assert.Equal(RefundStates.Done, (await UntilEndedAsync(id)).State);
    }

    [Theory]
    [InlineData("the-secret-of-the-tests", 0, HttpStatusCode.NoContent)]
    [InlineData("another-secret-of-nobody", 0, HttpStatusCode.Unauthorized)]
    [InlineData("the-secret-of-the-tests", -301, HttpStatusCode.Unauthorized)]
    [InlineData("the-secret-of-the-tests", 301, HttpStatusCode.Unauthorized)]
    public async Task Only_what_was_signed_just_now_is_heard(string secret, int seconds, HttpStatusCode expected)
    {
        await using var edge = await EdgeAsync();
        var id = await RefundCupAsync("k1");

        Assert.Equal(expected, await CallAsync(edge, id, "succeeded", secret, seconds));

        Assert.Equal(expected == HttpStatusCode.NoContent, (await IntentAsync(id)).State == RefundStates.Done);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"refund":{"id":"re_1"}}""")]
    [InlineData("""{"refund":{"id":"re_1","reference":"x","status":"succeeded","amount":"many","currency":"KRW"}}""")]
    public async Task What_cannot_be_read_is_refused_in_words(string body)
    {
        await using var edge = await EdgeAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(edge, body, FakePspServer.CallbackSecret, 0));
    }

    private async Task<WebApplication> EdgeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Node.Get<RefundProgress>()).AddSingleton(Node.Get<IOptions<PaymentSettings>>()).AddSingleton<TimeProvider>(Shop.Clock);
        var app = builder.Build();
        app.MapPaymentCallback();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private Task<HttpStatusCode> CallAsync(WebApplication edge, string id, string status, string secret = FakePspServer.CallbackSecret, int seconds = 0) => PostAsync(
        edge, $$$"""{"id":"evt_1","type":"refund.updated","refund":{"id":"re_1","reference":"{{{id}}}","status":"{{{status}}}","amount":6000,"currency":"KRW","createdAt":"2026-11-22T03:00:00Z"}}""", secret, seconds);

    private async Task<HttpStatusCode> PostAsync(WebApplication edge, string body, string secret, int seconds)
    {
        var at = (Shop.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}.{body}")));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, edge.Urls.Single() + "/payments/callback") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Payments-Signature", $"t={at},v1={signature}");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<int> HistoryAsync()
    {
        await using var database = Shop.CreateDbContext();
        return database.PaymentHistory.Count();
    }
}

/// <inheritdoc/>
public sealed class CallbackOnSqliteTests() : CallbackTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class CallbackOnPostgreSqlTests() : CallbackTests(DatabaseKind.PostgreSQL);
