using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Pages;

namespace ServiceBot.Bot.Tests.Pages;

public sealed class PagesRoomTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public PagesRoomTests()
    {
        Directory.CreateDirectory(root.File("pages"));
        Directory.CreateDirectory(root.File("assets"));
        File.WriteAllText(root.File("pages/chat.html"), "<script nonce=\"__CSP_NONCE__\" src=\"/assets/chat.js\"></script>");
        File.WriteAllText(root.File("assets/chat.js"), "plain");
        File.WriteAllText(root.File("assets/chat.js.br"), "brotli");
        File.WriteAllText(root.File("assets/chat.js.gz"), "gzip");
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task A_page_carries_the_nonce_of_its_policy_a_new_one_each_time()
    {
        await using var app = await Start();
        using var client = Client(app);
        var nonces = new HashSet<string>(StringComparer.Ordinal);
        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.GetAsync("/chat");
            var html = await answer.Content.ReadAsStringAsync();
            var nonce = html.Split('"')[1];
            Assert.Contains($"style-src 'self' 'nonce-{nonce}'", Policy(answer), StringComparison.Ordinal);
            Assert.True(nonces.Add(nonce));
        }
    }

    [Fact]
    public async Task Scripts_come_from_this_server_alone()
    {
        await using var app = await Start();
        using var client = Client(app);
        using var answer = await client.GetAsync("/chat");
        Assert.Contains("script-src 'self';", Policy(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_not_built_says_how_to_build_it()
    {
        await using var app = await Start();
        using var client = Client(app);
        using var answer = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("'npm ci && npm run build' in bot/web", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip, br", "br", "brotli")]
    [InlineData("gzip", "gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip", "gzip")]
    [InlineData("", null, "plain")]
    public async Task An_asset_is_sent_as_the_browser_takes_it(string accepted, string? encoding, string content)
    {
        await using var app = await Start();
        using var client = Client(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/chat.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await client.SendAsync(request);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
    }

    [Theory]
    [InlineData("/assets/none.js")]
    [InlineData("/assets/..%2fpages/chat.html")]
    [InlineData("/pages/chat.html")]
    public async Task Nothing_else_is_served(string path)
    {
        await using var app = await Start();
        using var client = Client(app);
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("Development", "true", HttpStatusCode.ServiceUnavailable)]
    [InlineData("Development", "false", HttpStatusCode.NotFound)]
    [InlineData("Production", "true", HttpStatusCode.NotFound)]
    public async Task The_telephone_is_there_to_try_in_Development_with_the_demo_shop_only(string environment, string demo, HttpStatusCode status)
    {
        await using var app = await StartIn(environment, ("Shop:Demo", demo));
        using var client = Client(app);
        using var answer = await client.GetAsync("/phone"); // here it was not built, which 503 says
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status != HttpStatusCode.NotFound, (bool?)JsonNode.Parse(await client.GetStringAsync("/landing/config"))?["phone"]);
    }

    [Fact]
    public async Task The_chat_page_is_told_the_shops_name_and_colour()
    {
        await using var app = await Start(("Shop:Name", "하루상점"), ("Chat:AccentColor", "#03c75a"));
        using var client = Client(app);
        var config = JsonNode.Parse(await client.GetStringAsync("/chat/config"));
        Assert.Equal("하루상점", (string?)config?["shopName"]);
        Assert.Equal("#03c75a", (string?)config?["accentColor"]);
    }

    [Fact]
    public void A_colour_that_is_none_is_refused_at_start()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Chat:AccentColor", "blue")]).Build())
            .AddPages().BuildServiceProvider();
        var refused = Assert.Throws<SettingsRefusedException>(services.CheckSettings);
        Assert.Contains("Chat:AccentColor is 'blue': it must be a colour of the form #rrggbb", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_dialog_draws_itself()
    {
        await using var app = await Start();
        using var client = Client(app);
        var drawings = Assert.IsType<JsonObject>(JsonNode.Parse(await client.GetStringAsync("/dialogs/drawings")));
        Assert.Contains("return", drawings.Select(drawing => drawing.Key));
        Assert.All(drawings, drawing => Assert.StartsWith("stateDiagram-v2", (string?)drawing.Value, StringComparison.Ordinal));
    }

    private Task<WebApplication> Start(params (string Name, string Value)[] settings) => StartIn("Production", settings);

    private async Task<WebApplication> StartIn(string environment, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = root.Path, EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPages();
        var app = builder.Build();
        app.MapPages();
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}
