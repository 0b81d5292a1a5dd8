using System.Net;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.DirectLine;

public sealed class PageTests
{
    [Fact]
    public async Task The_page_gets_a_token_for_a_conversation_that_a_refresh_goes_on_with()
    {
        await using var host = await EdgeHost.StartAsync();

        var (first, cookie) = await AskAsync(host, """{"locale":"ko-KR"}""", null);
        var (second, _) = await AskAsync(host, """{"locale":"ko-KR","restart":false}""", cookie);

        Assert.Equal("ko-KR", first["locale"]!.GetValue<string>());
        Assert.StartsWith("dl_", first["userId"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(first["conversationId"]!.GetValue<string>(), second["conversationId"]!.GetValue<string>());
        Assert.Equal(first["userId"]!.GetValue<string>(), second["userId"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/v3/directline/conversations", "{}", second["token"]!.GetValue<string>())).StatusCode);
    }

    [Fact]
    public async Task A_restart_begins_another_conversation_of_the_same_customer()
    {
        await using var host = await EdgeHost.StartAsync();
        var (first, cookie) = await AskAsync(host, "{}", null);

        var (second, _) = await AskAsync(host, """{"restart":true}""", cookie);

        Assert.NotEqual(first["conversationId"]!.GetValue<string>(), second["conversationId"]!.GetValue<string>());
        Assert.Equal(first["userId"]!.GetValue<string>(), second["userId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_cookie_that_this_server_did_not_make_is_not_believed()
    {
        await using var host = await EdgeHost.StartAsync();
        var (first, cookie) = await AskAsync(host, "{}", null);

        var (second, _) = await AskAsync(host, "{}", cookie[..^2] + "AA");

        Assert.NotEqual(first["conversationId"]!.GetValue<string>(), second["conversationId"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/chat/token", "{}", null, ("Origin", host.Address));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_gets_no_token(string origin)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/chat/token", "{}", null, ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("""{"locale":"ko-KR<script>"}""")]
    [InlineData("""{"restart":"maybe"}""")]
    [InlineData("{")]
    public async Task A_malformed_request_is_refused_with_400(string body)
    {
        await using var host = await EdgeHost.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/chat/token", body)).StatusCode);
    }

    private static async Task<(JsonNode Answer, string Cookie)> AskAsync(EdgeHost host, string body, string? cookie)
    {
        (string, string)[] headers = cookie is null ? [("Origin", host.Address)] : [("Origin", host.Address), ("Cookie", cookie)];
        var answer = await host.PostAsync("/chat/token", body, null, headers);
        return (await answer.JsonAsync(), answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }
}
