using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Tests.Desk.SignIn;

/// <summary>Agents sign in with the company's own accounts, at a provider that runs beside.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private readonly DeskHost host = new();
    private IdentityProvider provider = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        provider.Now = () => host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        host.Settings["OpenId:Authority"] = provider.Address;
        host.Settings["OpenId:ClientId"] = IdentityProvider.ClientId;
        host.Settings["OpenId:ClientSecret"] = IdentityProvider.ClientSecret;
        host.Settings["OpenId:Scopes:0"] = "profile";
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_the_provider_knows_is_signed_in_with_the_role_that_it_says()
    {
        using var browser = host.Browser(DeskHost.Origin);
        Assert.True(await SignIn(browser) == "/desk", (await host.Services.GetRequiredService<AuditTrail>().ReadAsync(long.MaxValue, 1, default)).FirstOrDefault()?.Detail);
        var me = await Me(browser);
        Assert.Equal(("오세훈", "agent"), ((string?)me?["name"], (string?)me?["role"]));

        // Promoted there, promoted here, and the same account.
        provider.Roles = ["servicebot-supervisor", "servicebot-agent"];
        using var again = host.Browser(DeskHost.Origin);
        await SignIn(again);
        var promoted = await Me(again);
        Assert.Equal(((string?)me?["id"], "supervisor"), ((string?)promoted?["id"], (string?)promoted?["role"]));
        using var wall = await again.GetAsync("/desk/api/wall");
        Assert.Equal(HttpStatusCode.OK, wall.StatusCode);
    }

    [Fact]
    public async Task Who_loses_the_role_is_out_of_every_session()
    {
        using var browser = host.Browser(DeskHost.Origin);
        await SignIn(browser);
        provider.Roles = ["something-else"];
        using var other = host.Browser(DeskHost.Origin);
        Assert.Equal("/desk#sign-in=refused", await SignIn(other));
        Assert.Null(await Me(browser));
    }

    [Fact]
    public async Task The_provider_ends_all_sessions_of_somebody_at_once()
    {
        using var browser = host.Browser(DeskHost.Origin);
        await SignIn(browser);
        var events = new Dictionary<string, object>(StringComparer.Ordinal) { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(StringComparer.Ordinal) };
        Assert.Equal(HttpStatusCode.BadRequest, await Logout(new() { ["sub"] = provider.Subject, ["nonce"] = "n", ["events"] = events })); // an id token is no logout token
        Assert.Equal(HttpStatusCode.BadRequest, await Logout(new() { ["sub"] = provider.Subject }));
        Assert.NotNull(await Me(browser));
        Assert.Equal(HttpStatusCode.OK, await Logout(new() { ["sub"] = provider.Subject, ["events"] = events }));
        Assert.Null(await Me(browser));

        async Task<HttpStatusCode> Logout(Dictionary<string, object> claims)
        {
            using var client = host.Browser(null);
            using var answer = await client.PostAsync("/desk/sign-in/logout", new FormUrlEncodedContent([new("logout_token", provider.Token(claims))]));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Whoever_signs_out_here_is_sent_to_sign_out_there_and_back_to_the_desk()
    {
        using var browser = host.Browser(DeskHost.Origin);
        await SignIn(browser);
        var next = new Uri(await SignOut(browser) ?? throw new InvalidOperationException("The page was sent nowhere."));
        Assert.Null(await Me(browser));
        Assert.Equal("/desk", await provider.ApproveAsync(next));
        Assert.Equal([provider.Subject], provider.SignedOut);
    }

    [Fact]
    public async Task Where_the_provider_offers_no_way_out_or_none_was_signed_in_by_it_the_session_here_ends()
    {
        using var local = await host.SignedIn("jieun");
        Assert.Null(await SignOut(local));
        Assert.Null(await Me(local));
        provider.SignsOut = false;
        using var browser = host.Browser(DeskHost.Origin);
        await SignIn(browser);
        Assert.Null(await SignOut(browser));
        Assert.Null(await Me(browser));
    }

    [Fact]
    public async Task A_token_that_is_too_long_to_keep_or_is_not_ours_is_left_out_and_the_provider_asks()
    {
        provider.Name = string.Concat(Enumerable.Range(0, 2_000).Select(number => (char)('가' + (number * 7_919 % 11_000))));
        using var browser = host.Browser(DeskHost.Origin);
        await SignIn(browser);
        var next = await SignOut(browser);
        Assert.Contains("client_id=the-desk", next, StringComparison.Ordinal);
        Assert.DoesNotContain("id_token_hint", next, StringComparison.Ordinal);

        provider.Name = "오세훈";
        await SignIn(browser);
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/desk/api/session/end") { Content = JsonContent.Create(new { }) };
        forged.Headers.Add("Cookie", $"servicebot-desk-openid={Base64UrlEncoder.Encode("a token of my own")}");
        using var answer = await browser.SendAsync(forged);
        Assert.DoesNotContain(Base64UrlEncoder.Encode("a token of my own"), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_the_provider_changes_are_fetched_when_a_token_names_one()
    {
        using var before = host.Browser(DeskHost.Origin);
        await SignIn(before);
        provider.ChangeKeys();
        using var after = host.Browser(DeskHost.Origin);
        Assert.Equal("/desk", await SignIn(after));
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("over")]
    [InlineData("other key")]
    [InlineData("no signature")]
    [InlineData("shared secret")]
    [InlineData("party")]
    [InlineData("nobody")]
    [InlineData("no token")]
    public async Task A_token_that_is_not_the_providers_for_this_sign_in_lets_nobody_in(string wrong)
    {
        provider.Spoil = token =>
        {
            if (wrong == "nonce") token.Claims["nonce"] = "of another sign-in";
            if (wrong == "audience") token.Audience = "another program";
            if (wrong == "issuer") token.Issuer = "https://issuer.example";
            if (wrong == "over") (token.NotBefore, token.IssuedAt, token.Expires) = (token.NotBefore?.AddHours(-2), token.IssuedAt?.AddHours(-2), token.Expires?.AddHours(-2));
            if (wrong == "other key") token.SigningCredentials = new(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256);
            if (wrong == "shared secret") token.SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(IdentityProvider.ClientSecret.PadRight(32))) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256);
            if (wrong == "party") token.Claims["azp"] = "another program";
            if (wrong == "nobody") token.Claims.Remove("sub");
        };
        if (wrong == "no signature") provider.Forge = token => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.";
        if (wrong == "no token") provider.Forge = _ => "";
        using var browser = host.Browser(DeskHost.Origin);
        Assert.Equal("/desk#sign-in=refused", await SignIn(browser));
        Assert.Null(await Me(browser));
    }

    [Fact]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_asked()
    {
        using var browser = host.Browser(DeskHost.Origin);
        var callback = await provider.ApproveAsync(await Begin(browser));
        using var stranger = host.Browser(DeskHost.Origin);
        Assert.Equal("/desk#sign-in=refused", await Location(stranger, callback)); // has the address, not the cookie
        using var victim = host.Browser(DeskHost.Origin);
        var own = await provider.ApproveAsync(await Begin(victim));
        Assert.Equal("/desk#sign-in=refused", await Location(victim, callback)); // somebody else's answer pushed upon them
        Assert.Equal("/desk", await Location(browser, callback));
        Assert.Equal("/desk#sign-in=refused", await Location(browser, callback)); // again
        Assert.NotEqual(own, callback);
    }

    [Fact]
    public async Task A_state_that_somebody_wrote_themselves_is_none()
    {
        using var browser = host.Browser(DeskHost.Origin);
        await Begin(browser);
        var properties = PropertiesSerializer.Default.Serialize(new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [".redirect"] = "https://attacker.example/" }));
        foreach (var state in new[] { "", "x", Base64UrlEncoder.Encode(properties), Base64UrlEncoder.Encode("{}"), Base64UrlEncoder.Encode(new byte[] { 1, 2, 3 }) })
            Assert.Equal("/desk#sign-in=refused", await Location(browser, $"/desk/sign-in/callback?code=c&state={state}"));
        Assert.Equal("/desk#sign-in=refused", await Location(browser, "/desk/sign-in/callback?error=access_denied"));
    }

    [Theory]
    [InlineData("/desk/sign-in?returnUrl=https://attacker.example")]
    [InlineData("/desk/sign-in?redirect_uri=//attacker.example&ReturnUrl=/\\attacker.example")]
    public async Task A_link_leads_nowhere_but_to_the_desk(string link)
    {
        using var browser = host.Browser(DeskHost.Origin);
        using var asked = await browser.GetAsync(link);
        Assert.StartsWith(provider.Address + "/authorize", asked.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("/desk", await Location(browser, await provider.ApproveAsync(asked.Headers.Location!)));
    }

    [Fact]
    public async Task Names_and_passwords_can_be_switched_off()
    {
        host.Settings["OpenId:LocalSignIn"] = "false";
        using var browser = host.Browser(DeskHost.Origin);
        using var local = await browser.PostAsJsonAsync("/desk/api/session", new { login = "jieun", password = "desk-demo" });
        Assert.Equal(HttpStatusCode.Forbidden, local.StatusCode);
        Assert.Equal("""{"local":false,"openId":true}""", await browser.GetStringAsync("/desk/api/session/ways"));
        Assert.Equal("/desk", await SignIn(browser));
    }

    [Fact]
    public async Task An_account_of_the_provider_has_no_password_here_and_one_that_is_closed_here_stays_out()
    {
        using var browser = host.Browser(DeskHost.Origin);
        await SignIn(browser);
        var accounts = host.Services.GetRequiredService<Accounts>();
        var row = (await accounts.AllAsync(default)).Single(agent => agent.Name == "오세훈");
        foreach (var password in new[] { "", "nobody has this password" }) Assert.Null((await accounts.CheckAsync(row.Login, password, default)).Agent);
        await accounts.DisableAsync(row.Id, true, default);
        Assert.Null(await Me(browser));
        using var again = host.Browser(DeskHost.Origin);
        Assert.Equal("/desk#sign-in=refused", await SignIn(again));
    }

    private static async Task<string?> SignOut(HttpClient browser)
    {
        using var answer = await browser.PostAsJsonAsync("/desk/api/session/end", new { });
        return answer.StatusCode == HttpStatusCode.OK ? (string?)(await answer.JsonAsync())["next"] : null;
    }

    private async Task<string?> SignIn(HttpClient browser) => await Location(browser, await provider.ApproveAsync(await Begin(browser)));

    private static async Task<Uri> Begin(HttpClient browser)
    {
        using var asked = await browser.GetAsync("/desk/sign-in");
        return asked.Headers.Location ?? throw new InvalidOperationException($"The desk answered {asked.StatusCode}.");
    }

    private static async Task<string?> Location(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.Headers.Location?.ToString();
    }

    private static async Task<JsonNode?> Me(HttpClient browser)
    {
        using var answer = await browser.GetAsync("/desk/api/session");
        return answer.StatusCode == HttpStatusCode.OK ? await answer.JsonAsync() : null;
    }
}
