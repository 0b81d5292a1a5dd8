using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Tests.Desk;

public sealed class SignInTests(DeskHost host) : IClassFixture<DeskHost>
{
    [Fact]
    public async Task A_session_is_a_cookie_that_no_script_and_no_other_site_gets()
    {
        using var browser = host.Browser();
        using var answer = await browser.PostAsJsonAsync("/desk/api/session", new { login = " JIEUN ", password = "desk-demo" });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; path=/desk; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal("이지은", (string?)(await browser.GetFromJsonAsync<JsonNode>("/desk/api/session"))?["name"]);
    }

    [Fact]
    public async Task Neither_passwords_nor_tokens_are_kept_as_they_are()
    {
        using var browser = await host.SignedIn("james");
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync();
        Assert.All(await database.Agents.ToListAsync(), agent => Assert.DoesNotContain("desk-demo", agent.PasswordHash, StringComparison.Ordinal));
        Assert.All(await database.Sessions.ToListAsync(), session => Assert.Equal(64, session.TokenHash.Length));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while_even_for_the_right_one()
    {
        var accounts = host.Services.GetRequiredService<Accounts>();
        await accounts.AddAsync("locked", "Locked", DeskRoles.Agent, "right password", null, default);
        using var browser = host.Browser();
        for (var attempt = 1; attempt <= 5; attempt++)
            Assert.Equal(attempt < 5 ? HttpStatusCode.Unauthorized : HttpStatusCode.Locked, await TryAsync("wrong password"));
        Assert.Equal(HttpStatusCode.Locked, await TryAsync("right password"));

        async Task<HttpStatusCode> TryAsync(string password)
        {
            using var answer = await browser.PostAsJsonAsync("/desk/api/session", new { login = "locked", password });
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Whoever_signs_out_is_out_at_once()
    {
        using var browser = await host.SignedIn("jieun");
        using var first = await browser.GetAsync("/desk/api/inbox");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var end = await browser.PostAsJsonAsync("/desk/api/session/end", new { });
        using var after = await browser.GetAsync("/desk/api/inbox");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (end.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task An_account_that_is_closed_ends_all_its_sessions_at_once()
    {
        var accounts = host.Services.GetRequiredService<Accounts>();
        var leaver = await accounts.AddAsync("leaver", "Leaver", DeskRoles.Agent, "long enough", null, default);
        await accounts.AddAsync("root", "Root", DeskRoles.Administrator, "long enough", null, default);
        using var leaving = await host.SignedIn("leaver", "long enough");
        using var root = await host.SignedIn("root", "long enough");
        using var closed = await root.PutAsJsonAsync($"/desk/api/agents/{leaver?.Id}", new { isDisabled = true });
        using var after = await leaving.GetAsync("/desk/api/inbox");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (closed.StatusCode, after.StatusCode));
    }

    [Theory]
    [InlineData("http://attacker.invalid")]
    [InlineData(null)]
    [InlineData("null")]
    public async Task Nothing_changes_from_another_site(string? origin)
    {
        using var browser = host.Browser(origin);
        using var answer = await browser.PostAsJsonAsync("/desk/api/session", new { login = "jieun", password = "desk-demo" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var socket = await browser.PostAsync("/desk/hub/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Forbidden, socket.StatusCode);
    }

    [Fact]
    public async Task A_form_is_no_JSON()
    {
        using var browser = host.Browser();
        using var answer = await browser.PostAsync("/desk/api/session", new StringContent("""{"login":"jieun","password":"desk-demo"}""", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"login":"","password":"x"}""", "login")]
    [InlineData("""{"login":"jieun"}""", "password")]
    [InlineData("""{"login":"jieun","password":"desk-demo","role":"administrator"}""", "$.role")]
    [InlineData("""{"login":{"$gt":""},"password":"x"}""", "$.login")]
    [InlineData("""{"login":"jieun",""", "$")]
    public async Task What_is_wrong_with_a_body_is_named(string body, string field)
    {
        using var browser = host.Browser();
        using var answer = await browser.PostAsync("/desk/api/session", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_link_makes_an_administrator_once()
    {
        await using var empty = new DeskHost { Demo = false };
        using var browser = empty.Browser();
        var token = empty.Services.GetRequiredService<FirstAgents>().Invitation;
        using var wrong = await browser.PostAsJsonAsync("/desk/api/first", new { token = "guess", login = "a", name = "A", password = "long enough" });
        using var first = await browser.PostAsJsonAsync("/desk/api/first", new { token, login = "a", name = "A", password = "long enough" });
        using var second = await browser.PostAsJsonAsync("/desk/api/first", new { token, login = "b", name = "B", password = "long enough" });
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (wrong.StatusCode, first.StatusCode, second.StatusCode));
        using var agents = await browser.GetAsync("/desk/api/agents");
        Assert.Equal(HttpStatusCode.OK, agents.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/desk/api/session")]
    [InlineData("GET", "/desk/api/inbox")]
    [InlineData("PUT", "/desk/api/presence")]
    [InlineData("POST", "/desk/api/offers/x/accept")]
    [InlineData("POST", "/desk/api/offers/x/decline")]
    [InlineData("GET", "/desk/api/conversations/x")]
    [InlineData("POST", "/desk/api/conversations/x/messages")]
    [InlineData("POST", "/desk/api/conversations/x/return")]
    [InlineData("GET", "/desk/api/agents")]
    [InlineData("GET", "/desk/api/audit")]
    [InlineData("GET", "/desk/api/desk.json")]
    [InlineData("POST", "/desk/hub/negotiate?negotiateVersion=1")]
    public async Task Without_a_sign_in_nothing_is_told(string method, string path)
    {
        using var browser = host.Browser();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET") request.Content = JsonContent.Create(new { });
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/desk/api/agents")]
    [InlineData("/desk/api/audit")]
    public async Task An_agent_is_no_administrator(string path)
    {
        using var browser = await host.SignedIn("jieun");
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
