using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter;
using ServiceBot.Bot.Telephone.Records;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The whole bot with its demo shop, and a telephone company that calls it over signed webhooks.</summary>
public class Telephones : WebApplicationFactory<Program>
{
    private readonly TemporaryDirectory directory = new();
    private readonly (string Name, string Value)[] settings;
    private HttpClient? http;
    private PhoneNetwork? network;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private int numbers;

    /// <summary>Over a real server, whose requests are as they are on the wire.</summary>
    public Telephones() : this([])
    {
    }

    /// <summary>With settings of a test's own.</summary>
    protected internal Telephones(params (string Name, string Value)[] settings)
    {
        this.settings = settings;
        UseKestrel(0);
    }

    /// <summary>A number that nobody has called from before.</summary>
    public string NewNumber() => $"+8210999{Interlocked.Increment(ref numbers):00000}";

    /// <summary>What requests are signed with.</summary>
    public string Token => Begin().AuthTokens[0];

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address
    {
        get
        {
            Begin();
            return http!.BaseAddress!.GetLeftPart(UriPartial.Authority);
        }
    }

    /// <summary>Asks the bot as Twilio does, with a signature that is right.</summary>
    public Task<HttpResponseMessage> PostAsync(string target, params (string Name, string Value)[] fields)
    {
        var options = Begin();
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToArray();
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(RequestSignature.Header, RequestSignature.Sign(options.AuthTokens[0], http!.BaseAddress!.GetLeftPart(UriPartial.Authority) + target, form));
        return http.SendAsync(request);
    }

    /// <summary>Calls the bot, and hears what it says first.</summary>
    public async Task<PhoneCall> CallAsync(string? from = null)
    {
        Begin();
        var call = new PhoneCall(network!.Place(from ?? NewNumber(), "+8225550100") ?? throw new InvalidOperationException("Too many calls."));
        await call.RingAsync();
        return call;
    }

    /// <summary>Somebody signed in at the desk, in a browser of their own.</summary>
    public async Task<HttpClient> SignedInAsync(string login)
    {
        var browser = new HttpClient { BaseAddress = new Uri(Address) };
        browser.DefaultRequestHeaders.Add("Origin", Address);
        using var answer = await browser.PostAsJsonAsync("/desk/api/session", new { login, password = "desk-demo" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    /// <summary>What was recorded of a call's conversation.</summary>
    internal Task<IReadOnlyList<Recording>> RecordingsAsync(PhoneCall call) =>
        Services.GetRequiredService<Recordings>().OfConversationAsync($"call-{call.Network.Sid}", TestContext.Current.CancellationToken);

    /// <summary>Text messages that arrived at a number, oldest first.</summary>
    public IEnumerable<string> TextsTo(string number) => network!.Outside.Events.OfType<TextDelivered>().Where(text => text.To == number).Select(text => text.Body);

    /// <summary>Ends every call.</summary>
    protected async Task HangUpAllAsync()
    {
        foreach (var call in network?.Calls ?? []) await call.ActAsync(new HungUp(), CancellationToken.None);
    }

    /// <summary>What rang until now is not waited for any more.</summary>
    protected void ForgetRings() => known.UnionWith(network?.Outside.Events.OfType<PhoneRings>().Select(rings => rings.Sid) ?? []);

    /// <summary>Waits until the bot rings a telephone, which it has not rung before.</summary>
    public async Task<PhoneCall> RungAsync(string number)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (network!.Outside.Events.OfType<PhoneRings>().FirstOrDefault(rings => rings.To == number && !known.Contains(rings.Sid)) is { } rung)
            {
                known.Add(rung.Sid);
                return new PhoneCall(network.Find(rung.Sid)!);
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"Nobody rang {number} within 30 s.");
    }

    private TwilioOptions Begin()
    {
        if (network is null) StartServer();
        var options = Services.GetRequiredService<IOptions<TwilioOptions>>().Value;
        http ??= new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
        network ??= Services.GetRequiredService<PhoneNetwork>();
        return options;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataDirectory", directory.File("data"));
        builder.UseSetting("Shop:Demo", "true");
        builder.UseSetting("Shop:Clock", "2026-11-24T10:00:00+09:00");
        builder.UseSetting("DrainSeconds", "0"); // nobody else sends anything here
        builder.UseSetting("Database:TurnDeadline", "00:01:00"); // the tests' machine may be busy
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    protected override void Dispose(bool disposing)
    {
        http?.Dispose();
        base.Dispose(disposing);
        if (disposing) directory.Dispose();
    }
}
