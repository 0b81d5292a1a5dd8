using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ServiceBot.Bot.DirectLine;

namespace ServiceBot.Bot.Tests.DirectLine;

public sealed class TokenTests
{
    [Fact]
    public async Task Only_the_secret_makes_tokens()
    {
        await using var host = await EdgeHost.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/v3/directline/tokens/generate", "")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync("/v3/directline/tokens/generate", "", "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/v3/directline/tokens/generate", "", EdgeHost.Secret)).StatusCode);
    }

    [Fact]
    public async Task Without_a_secret_of_its_own_no_server_makes_tokens_here()
    {
        await using var host = await EdgeHost.StartAsync(settings: ("DirectLine:Secret", ""));

        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync("/v3/directline/tokens/generate", "", EdgeHost.Secret)).StatusCode);
    }

    [Theory]
    [InlineData("""{"user":{"id":"dl_u1"}}""")]
    [InlineData("""{"User":{"Id":"dl_u1"}}""")]
    public async Task A_token_names_its_user_and_conversation_where_clients_look(string body)
    {
        await using var host = await EdgeHost.StartAsync();

        var made = await host.PostAsync("/v3/directline/tokens/generate", body, EdgeHost.Secret).JsonAsync();

        var jwt = new JsonWebToken(made["token"]!.GetValue<string>());
        Assert.Equal("dl_u1", jwt.GetPayloadValue<string>("user"));
        Assert.Equal(made["conversationId"]!.GetValue<string>(), jwt.GetPayloadValue<string>("conv"));
        Assert.Equal(1800, made["expires_in"]!.GetValue<int>());
        Assert.Equal(TimeSpan.FromMinutes(30), jwt.ValidTo - jwt.ValidFrom);
    }

    [Theory]
    [InlineData("""{"user":{"id":"u1"}}""", "dl_")]
    [InlineData("""{"user":{"id":"dl_<script>"}}""", "dl_")]
    [InlineData("""{"trustedOrigins":["shop.example"]}""", "shop.example")]
    [InlineData("""{"trustedOrigins":["https://shop.example/path"]}""", "https://shop.example/path")]
    [InlineData("""{"user":"me"}""", "$.user")]
    [InlineData("""{"user":{},"user":{}}""", "not valid")]
    public async Task A_token_request_that_is_not_right_is_refused_naming_what_is_wrong(string body, string named)
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.PostAsync("/v3/directline/tokens/generate", body, EdgeHost.Secret);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, (await answer.JsonAsync())["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_opens_no_other_conversation()
    {
        await using var host = await EdgeHost.StartAsync();
        var mine = await DirectLineChat.StartAsync(host);
        var theirs = await DirectLineChat.StartAsync(host);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(theirs.Path, mine.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(theirs.Path + "/activities", mine.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync(theirs.Path + "/activities", """{"type":"message","text":"x"}""", mine.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync("/v3/directline/conversations/dl-missing/activities", mine.Token)).StatusCode);
    }

    [Fact]
    public async Task A_missing_token_is_401_and_a_bad_one_403()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync(chat.Path + "/activities")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(chat.Path + "/activities", "bad")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(chat.Path + "/activities", chat.Token + "x")).StatusCode);
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_403_and_a_refreshed_one_goes_on()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        host.Clock.Shift = TimeSpan.FromMinutes(15);
        var fresh = (await host.PostAsync("/v3/directline/tokens/refresh", "", chat.Token).JsonAsync())["token"]!.GetValue<string>();
        host.Clock.Shift = TimeSpan.FromMinutes(31);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(chat.Path + "/activities", chat.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync("/v3/directline/tokens/refresh", "", chat.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(chat.Path + "/activities", fresh)).StatusCode);
    }

    [Fact]
    public async Task A_token_for_one_purpose_does_not_pass_for_another()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        var stream = chat.StreamUrl[(chat.StreamUrl.IndexOf("&t=", StringComparison.Ordinal) + 3)..];

        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(chat.Path + "/activities", stream)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(chat.Path + "/stream?t=" + chat.Token)).StatusCode);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("other key")]
    [InlineData("other algorithm")]
    [InlineData("unknown kid")]
    public async Task A_token_that_was_signed_otherwise_is_refused(string how)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        var key = host.Get<TokenKeys>().Newest();
        var payload = new JsonWebToken(chat.Token).EncodedPayload;
        var handler = new JsonWebTokenHandler();
        var json = Base64UrlEncoder.Decode(payload);
        var forged = how switch
        {
            "none" => Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""") + "." + payload + ".",
            "other key" => handler.CreateToken(json, new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(new string('k', 32))) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256)),
            "other algorithm" => handler.CreateToken(json, new SigningCredentials(new SymmetricSecurityKey([.. key.Key, .. key.Key]) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha512)),
            _ => handler.CreateToken(json, new SigningCredentials(new SymmetricSecurityKey(key.Key) { KeyId = "another" }, SecurityAlgorithms.HmacSha256)),
        };

        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(chat.Path + "/activities", forged)).StatusCode);
    }

    [Fact]
    public async Task Tokens_stay_good_when_the_server_starts_again_and_keys_are_renewed_in_time()
    {
        using var directory = new TemporaryDirectory();
        var clock = new ShiftedClock();
        var grant = new Grant("dl-1", "dl_u1", []);
        using var first = new TokenKeys(new FileTokenRing(directory.Path), clock, NullLogger<TokenKeys>.Instance);
        await first.RenewAsync(default);
        var before = new DirectLineTokens(first, clock).Issue(Purpose.Page, grant, TimeSpan.FromDays(40));

        using var keys = new TokenKeys(new FileTokenRing(directory.Path), clock, NullLogger<TokenKeys>.Instance);
        clock.Shift = TimeSpan.FromDays(31);
        await keys.RenewAsync(default);
        Assert.Equal(new JsonWebToken(before).Kid, keys.Newest().KeyId); // other nodes do not know the new one yet
        clock.Shift += TimeSpan.FromHours(3);
        var renewed = keys.Newest();

        Assert.NotEqual(new JsonWebToken(before).Kid, renewed.KeyId);
        Assert.Equal("dl-1", (await new DirectLineTokens(keys, clock).ReadAsync(Purpose.Page, before))?.Conversation);
        clock.Shift = TimeSpan.FromDays(91);
        Assert.Null(keys.Find(new JsonWebToken(before).Kid));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory.File("keys/directline.json")));
    }

    [Theory]
    [InlineData("https://shop.example", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task A_token_that_names_origins_is_good_only_there(string? origin, HttpStatusCode expected)
    {
        await using var host = await EdgeHost.StartAsync("Production", settings: ("BotFramework:AppId", "app"));
        var made = await host.PostAsync("/v3/directline/tokens/generate", """{"trustedOrigins":["https://shop.example"]}""", EdgeHost.Secret).JsonAsync();
        (string, string)[] from = origin is null ? [] : [("Origin", origin)];

        Assert.Equal(expected, (await host.PostAsync("/v3/directline/tokens/refresh", "", made["token"]!.GetValue<string>(), from)).StatusCode);
    }

    [Fact]
    public async Task A_page_of_the_same_origin_reads_without_naming_it()
    {
        await using var host = await EdgeHost.StartAsync("Production", settings: ("BotFramework:AppId", "app"));
        var page = await host.PostAsync("/chat/token", "{}", null, ("Origin", host.Address)).JsonAsync();

        Assert.Equal(HttpStatusCode.NotFound,
            (await host.GetAsync($"/v3/directline/conversations/{page["conversationId"]}", page["token"]!.GetValue<string>(), ("Sec-Fetch-Site", "same-origin"))).StatusCode);
    }

    [Fact]
    public async Task A_browser_of_another_origin_is_let_in_with_the_headers_that_the_client_sends()
    {
        await using var host = await EdgeHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Options, "/v3/directline/conversations", null, null,
            ("Origin", "https://shop.example"), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with"));

        Assert.Equal("https://shop.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("true", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Credentials")));
        var allowed = string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.All(new[] { "authorization", "content-type", "x-ms-bot-agent", "x-requested-with" }, header => Assert.Contains(header, allowed, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task One_address_starts_no_more_than_it_may()
    {
        await using var host = await EdgeHost.StartAsync(settings: ("DirectLine:StartsPerMinute", "2"));

        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/v3/directline/tokens/generate", "", EdgeHost.Secret)).StatusCode);
        var third = await host.PostAsync("/v3/directline/tokens/generate", "", EdgeHost.Secret);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.True(third.Headers.Contains("Retry-After"));
        Assert.NotNull((await third.JsonAsync())["error"]!["code"]);
    }

    [Fact]
    public async Task The_session_id_is_given_to_the_holder_of_a_token()
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        Assert.NotEmpty((await host.GetAsync("/v3/directline/session/getsessionid", chat.Token).JsonAsync())["sessionId"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("/v3/directline/session/getsessionid")).StatusCode);
    }

    [Fact]
    public async Task The_holder_of_the_secret_may_start_and_speak_without_a_token()
    {
        await using var host = await EdgeHost.StartAsync();

        var opened = await host.PostAsync("/v3/directline/conversations", "", EdgeHost.Secret).JsonAsync();
        var path = $"/v3/directline/conversations/{opened["conversationId"]}/activities";
        await host.PostAsync(path, """{"type":"message","text":"x","from":{"id":"user-7"}}""", EdgeHost.Secret);

        Assert.Equal("user-7", (await host.GetAsync(path, EdgeHost.Secret).JsonAsync())["activities"]![1]!["from"]!["id"]!.GetValue<string>());
    }
}
