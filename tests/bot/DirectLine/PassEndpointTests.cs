using System.Net;
using ServiceBot.Bot.DirectLine.Passes;

namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>How the page takes a link or a code: once, for its own conversation, and not by guessing.</summary>
public sealed class PassEndpointTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_brings_the_page_to_the_conversation_once()
    {
        await using var host = await EdgeHost.StartAsync();
        await host.Get<IPasses>().IssueAsync("effect-1", "12345678", "call-CA1", TimeSpan.FromMinutes(10), Stop);

        using var taken = await SpendAsync(host, """{"pass":"1234 5678"}""");
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        var cookie = taken.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var page = await (await host.PostAsync("/chat/token", "{}", null, ("Origin", host.Address), ("Cookie", cookie))).JsonAsync();
        Assert.Equal("call-CA1", page["conversationId"]!.GetValue<string>());

        using var again = await SpendAsync(host, """{"pass":"12345678"}""");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"pass":""}""")]
    [InlineData("""{"pass":"   "}""")]
    [InlineData("""{"pass":"12345678901234567890123456789012345678901234567890123456789012345"}""")]
    [InlineData("""{"pass":7}""")]
    public async Task What_can_be_no_pass_is_refused_with_400(string body)
    {
        await using var host = await EdgeHost.StartAsync();
        using var answer = await SpendAsync(host, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_of_others_may_not_try()
    {
        await using var host = await EdgeHost.StartAsync();
        using var answer = await host.PostAsync("/chat/pass", """{"pass":"12345678"}""", null, ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Who_guesses_has_five_tries_a_minute_and_then_a_right_code_does_not_help_either()
    {
        await using var host = await EdgeHost.StartAsync();
        await host.Get<IPasses>().IssueAsync("effect-2", "87654321", "call-CA2", TimeSpan.FromMinutes(10), Stop);
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await SpendAsync(host, $$"""{"pass":"0000000{{guess}}"}""");
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        }
        using var right = await SpendAsync(host, """{"pass":"87654321"}""");
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    private static Task<HttpResponseMessage> SpendAsync(EdgeHost host, string body) => host.PostAsync("/chat/pass", body, null, ("Origin", host.Address));
}
