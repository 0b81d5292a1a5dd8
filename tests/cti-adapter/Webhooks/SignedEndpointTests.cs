using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.CtiAdapter.Tests.Webhooks;

/// <summary>Who is answered under /twilio, over a real server.</summary>
public sealed class SignedEndpointTests : IAsyncLifetime
{
    private const string Account = "AC0123456789abcdef0123456789abcdef";
    private const string Public = "https://bot.example.com";
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<TwilioOptions>(options =>
        {
            options.AccountSid = Account;
            options.AuthTokens = ["the new token", "the old token"];
            options.PublicBaseUrl = Public;
        });
        builder.Services.AddTelephoneAdapter().AddScriptedBot(new ScriptedTurns());
        app = builder.Build();
        app.MapTelephoneAdapter();
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("the new token")]
    [InlineData("the old token")]
    public async Task A_request_signed_with_any_of_our_tokens_gets_a_document(string token)
    {
        using var answer = await PostAsync("/twilio/voice?a=%ED%95%9C&b=It's", token, ("CallSid", "CA1"), ("AccountSid", Account), ("Unknown", " 한 국 "), ("Empty", ""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><Response>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Another_token_is_refused() => Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("/twilio/voice", "12345", ("CallSid", "CA1"))).StatusCode);

    [Fact]
    public async Task Another_account_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("/twilio/voice", "the new token", ("AccountSid", "AC" + new string('f', 32)))).StatusCode);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, and rather long besides, much longer than any signature would ever be")]
    public async Task No_signature_or_a_wrong_one_is_refused_and_never_a_fault(string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/twilio/voice") { Content = new StringContent("CallSid=CA1", Encoding.UTF8, "application/x-www-form-urlencoded") };
        if (signature is not null) request.Headers.TryAddWithoutValidation(RequestSignature.Header, signature);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "CallSid=CA1")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%&&=&\0")]
    public async Task A_body_that_the_signature_does_not_cover_is_refused(string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/twilio/voice") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add(RequestSignature.Header, RequestSignature.Sign("the new token", Public + "/twilio/voice", []));

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task More_than_Twilio_ever_sends_is_refused()
    {
        var many = Enumerable.Range(0, 9000).Select(at => ($"Field{at}", "1")).ToArray();
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("/twilio/voice", "the new token", many)).StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string target, string token, params (string Name, string Value)[] fields)
    {
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToArray();
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(RequestSignature.Header, RequestSignature.Sign(token, Public + target, form));
        return client.SendAsync(request);
    }
}
