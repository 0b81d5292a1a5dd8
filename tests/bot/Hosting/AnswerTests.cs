using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.Hosting;

/// <summary>What every answer of the program has in common.</summary>
public sealed class AnswerTests(ServedProgram program) : IClassFixture<ServedProgram>
{
    private readonly HttpClient client = program.CreateClient();

    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/dialogs/drawings")]
    [InlineData("/nowhere")]
    [InlineData("/v3/directline/conversations/c-1/activities")]
    public async Task It_tells_browsers_to_guess_nothing_and_frame_nothing_foreign(string path)
    {
        using var answer = await client.GetAsync(path);

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_in_JSON()
    {
        using var answer = await client.GetAsync("/nowhere");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(404, (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["status"]);
    }

    [Fact]
    public async Task An_activity_that_is_too_large_is_413()
    {
        using var body = new StringContent($$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/messages", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Tokens_in_addresses_are_never_logged()
    {
        using var asked = await client.GetAsync("/v3/directline/conversations/c-1/stream?watermark=1&t=a-token-that-nobody-may-read");
        using var lost = await client.GetAsync("/nowhere?secret=a-token-that-nobody-may-read");

        Assert.NotEmpty(program.Log.Lines);
        Assert.DoesNotContain(program.Log.Lines, line => line.Contains("a-token-that-nobody-may-read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_are_logged_by_their_route()
    {
        using var answer = await client.GetAsync("/v3/directline/conversations/c-17/activities");

        Assert.Contains(program.Log.Lines, line => line.Contains("GET /v3/directline/conversations/{id}/activities answered 401", StringComparison.Ordinal));
        Assert.DoesNotContain(program.Log.Lines, line => line.StartsWith("Debug ServiceBot.Requests", StringComparison.Ordinal) && line.Contains("c-17", StringComparison.Ordinal));
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
