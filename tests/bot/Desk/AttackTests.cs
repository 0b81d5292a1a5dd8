using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What must not be possible at the desk, tried by somebody without a sign-in, by another agent, by an agent who would be more, and from another site.</summary>
public sealed class AttackTests(AttackTests.ServedDesk desk) : IClassFixture<AttackTests.ServedDesk>
{
    private const string Own = "dl-1";
    /// <summary>Whose conversation it is: 김하늘 of the demo shop.</summary>
    private const string Customer = "K0001";

    /// <summary>Every route of the desk that changes or shows something, with a body that would be right, and who may use it.</summary>
    public static TheoryData<string, string, string, string> Routes => new()
    {
        { "GET", "session", "", "agent" }, { "GET", "inbox", "", "agent" }, { "PUT", "presence", """{"presence":"away"}""", "agent" }, { "GET", "replies", "", "agent" },
        { "GET", $"conversations/{Own}", "", "owner" }, { "GET", $"conversations/{Own}/preview?act=return", "", "owner" }, { "GET", $"conversations/{Own}/suggestion", "", "owner" },
        { "POST", $"conversations/{Own}/messages", """{"id":"attack-01","text":"x","version":1}""", "owner" },
        { "POST", $"conversations/{Own}/notes", """{"id":"attack-02","text":"x"}""", "owner" },
        { "POST", $"conversations/{Own}/corrections", """{"id":"attack-03","slot":"reason","words":"damaged","version":1}""", "owner" },
        { "POST", $"conversations/{Own}/delegations", """{"id":"attack-04","slot":"reason","version":1}""", "owner" },
        { "POST", $"conversations/{Own}/approvals", """{"id":"attack-05","version":1}""", "owner" },
        { "POST", $"conversations/{Own}/transfer", """{"id":"attack-06","skill":"returns","note":null,"version":1}""", "owner" },
        { "POST", $"conversations/{Own}/return", """{"id":"attack-07","version":1}""", "owner" }, { "POST", $"conversations/{Own}/end", """{"id":"attack-08","version":1}""", "owner" },
        { "POST", $"conversations/{Own}/contact", "{}", "owner" }, { "GET", $"conversations/{Own}/photos/00000000000000000000000000000000", "", "owner" },
        { "POST", $"conversations/{Own}/typing", "{}", "owner" }, { "POST", $"conversations/{Own}/unveil", """{"version":1,"index":0}""", "owner" },
        { "GET", $"customers/{Customer}", "", "owner" }, { "POST", $"customers/{Customer}/contact", "{}", "owner" },
        { "GET", $"customers/{Customer}/contacts?page=0", "", "owner" }, { "GET", $"customers/{Customer}/orders?page=0", "", "owner" }, { "GET", $"customers/{Customer}/cases?page=0", "", "owner" },
        { "GET", $"customers/{Customer}/promises?page=0", "", "owner" }, { "GET", $"customers/{Customer}/satisfaction?page=0", "", "owner" },
        { "GET", $"customers/{Customer}/contacts/{Own}", "", "owner" }, { "POST", $"customers/{Customer}/contacts/{Own}/unveil", """{"version":1,"index":0}""", "owner" },
        { "GET", $"conversations/{Own}/recordings", "", "owner" }, { "GET", "recordings/x", "", "none" },
        { "POST", "offers/x/accept", "{}", "none" }, { "POST", "offers/x/decline", "{}", "none" }, { "POST", "wrap-ups/x", """{"code":"resolved"}""", "none" },
        { "POST", $"conversations/{Own}/take-over", """{"id":"attack-09","version":1}""", "supervisor" }, { "POST", $"conversations/{Own}/force-end", """{"id":"attack-10","version":1}""", "supervisor" },
        { "POST", $"conversations/{Own}/call", """{"id":"attack-11","talk":1,"act":"hold","colleague":null}""", "owner" }, { "POST", $"conversations/{Own}/supervision", """{"mode":"listen"}""", "supervisor" },
        { "GET", "telephone", "", "agent" }, { "PUT", "telephone", """{"telephone":null}""", "agent" }, { "POST", "telephone/token", "{}", "agent" }, { "GET", "colleagues", "", "agent" },
        { "GET", "follow-ups", "", "agent" }, { "POST", "callbacks/x/take", """{"id":"attack-33"}""", "none" }, { "POST", "callbacks/x/contact", "{}", "none" },
        { "POST", "callbacks/x/free", """{"id":"attack-34"}""", "supervisor" }, { "POST", "callbacks/x/outcome", """{"outcome":"reached"}""", "none" }, { "POST", "voicemails/x/done", "{}", "none" }, { "POST", "voicemails/x/case", "{}", "none" },
        { "GET", "wall", "", "supervisor" }, { "POST", "broadcasts", """{"text":"x"}""", "supervisor" }, { "GET", "approvals", "", "supervisor" },
        { "POST", "approvals/x", """{"grant":true}""", "supervisor" }, { "POST", "replies", """{"language":"ko","name":"x","words":"x"}""", "supervisor" }, { "POST", "replies/x/remove", "{}", "supervisor" },
        { "PUT", "agents/x/skills", """{"skills":{},"languages":[],"chatsAtMost":1}""", "supervisor" }, { "GET", "audit", "", "manager" },
        { "POST", $"conversations/{Own}/starts", """{"id":"attack-32","intent":"complaint","version":1}""", "owner" },
        { "POST", $"conversations/{Own}/warnings", """{"id":"attack-30","version":1,"rung":1}""", "owner" }, { "POST", $"conversations/{Own}/stop", """{"id":"attack-31","version":1,"cause":"threat"}""", "owner" },
        { "GET", "evidence", "", "manager" }, { "GET", "evidence/x", "", "manager" }, { "POST", "evidence/x/unveil", """{"version":1,"index":0}""", "manager" },
        { "GET", "agents", "", "administrator" }, { "PUT", "agents/x", """{"isDisabled":true}""", "administrator" }, { "POST", "agents/x/sessions/end", "{}", "administrator" },
        { "POST", "agents", """{"login":"x","name":"x","role":"administrator","password":"long enough","skills":{},"languages":[],"chatsAtMost":1}""", "administrator" },
    };

    [Theory, MemberData(nameof(Routes))]
    public async Task Without_a_sign_in_nothing_is_there(string method, string path, string body, string who)
    {
        using var nobody = desk.Host.Browser();
        using var answer = await SendAsync(nobody, method, path, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{path} for {who}: {answer.StatusCode}");
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task Another_agent_neither_sees_nor_does_what_is_not_theirs(string method, string path, string body, string who)
    {
        if (who == "agent") return; // everybody's own
        var before = await desk.VersionAsync();
        using var answer = await SendAsync(desk.James, method, path, body);
        var expected = who switch { "owner" => HttpStatusCode.NotFound, "none" => answer.StatusCode, _ => HttpStatusCode.Forbidden };
        Assert.True(answer.StatusCode == expected && !answer.IsSuccessStatusCode, $"{path} for {who}: {answer.StatusCode}");
        Assert.Equal(before, await desk.VersionAsync());
    }

    /// <summary>Those of them that belong to whoever serves the customer.</summary>
    public static TheoryData<string, string, string> OwnersRoutes => new(Routes.Select(row => row.Data).Where(row => row.Item4 == "owner").Select(row => (row.Item1, row.Item2, row.Item3)));

    [Theory, MemberData(nameof(OwnersRoutes))]
    public async Task What_is_not_theirs_looks_like_what_is_not_there(string method, string path, string body)
    {
        var (foreign, missing) = (await AnswerAsync(path), await AnswerAsync(path.Replace(Own, "dl-0", StringComparison.Ordinal).Replace(Customer, "K9999", StringComparison.Ordinal)));
        Assert.Equal(missing, foreign);

        async Task<(HttpStatusCode, string?, string)> AnswerAsync(string asked)
        {
            using var answer = await SendAsync(desk.James, method, asked, body);
            var told = await answer.Content.ReadAsStringAsync();
            if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || JsonNode.Parse(told) is not JsonObject problem) return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, told);
            problem.Remove("traceId"); // each request's own
            return (answer.StatusCode, "application/problem+json", problem.ToJsonString());
        }
    }

    [Fact]
    public async Task With_a_sign_in_that_has_ended_nothing_is_there()
    {
        using var browser = await desk.Host.SignedIn("minho");
        using var session = await browser.GetAsync("/desk/api/session");
        await desk.Host.Services.GetRequiredService<Sessions>().EndAllAsync((string?)(await session.JsonAsync())["id"] ?? "", TestContext.Current.CancellationToken); // the browser keeps its cookie
        foreach (var row in Routes.Select(row => row.Data))
        {
            using var answer = await SendAsync(browser, row.Item1, row.Item2, row.Item3);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{row.Item2}: {answer.StatusCode}");
        }
    }

    [Fact]
    public void The_live_connection_can_only_listen() =>
        Assert.Equal(
            ["Conversation", "Events", "Signs"],
            typeof(DeskHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.GetBaseDefinition().DeclaringType == typeof(DeskHub)).Select(method => method.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Routes))]
    public async Task From_another_site_nothing_is_done(string method, string path, string body, string who)
    {
        if (method == "GET") return; // shows only to whoever reads the answer, which the browser's own rules forbid
        var before = await desk.VersionAsync();
        foreach (var origin in new[] { "https://attacker.invalid", "null", "http://localhost:81" })
        {
            using var answer = await SendAsync(desk.Jieun, method, path, body, origin);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, $"{path} for {who} from {origin}: {answer.StatusCode}");
        }
        Assert.Equal(before, await desk.VersionAsync());
    }

    [Theory]
    [InlineData("messages", """{"id":"attack-20","text":"x","version":1,"agentId":"somebody"}""", "agentId")]
    [InlineData("approvals", """{"id":"attack-21","version":1,"amount":0}""", "amount")]
    [InlineData("approvals", """{"id":"attack-22","version":1,"limit":999999999}""", "limit")]
    [InlineData("notes", """{"id":"attack-23","text":"x","kind":"bot"}""", "kind")]
    [InlineData("transfer", """{"id":"attack-24","skill":"returns","note":null,"version":1,"priority":3}""", "priority")]
    [InlineData("messages", """{"id":"attack-25","id":"attack-26","text":"x","version":1}""", "id")]
    [InlineData("messages", """{"id":"attack-27","text":{"$ne":""},"version":1}""", "text")]
    public async Task Fields_that_are_not_meant_for_the_page_are_refused_by_name(string what, string body, string field)
    {
        var before = await desk.VersionAsync();
        using var answer = await SendAsync(desk.Jieun, "POST", $"conversations/{Own}/{what}", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await desk.VersionAsync());
    }

    [Fact]
    public async Task Nobody_makes_themselves_more_than_they_are()
    {
        using var james = await desk.James.GetAsync("/desk/api/session");
        var id = (string?)(await james.JsonAsync())["id"];
        using var skills = await SendAsync(desk.James, "PUT", $"agents/{id}/skills", """{"skills":{"returns":5},"languages":["ko","en"],"chatsAtMost":20}""");
        using var role = await SendAsync(desk.James, "PUT", "presence", """{"presence":"away","role":"administrator"}""");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (skills.StatusCode, role.StatusCode));
        await using var database = await desk.Host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("agent", await database.Agents.Where(agent => agent.Id == id).Select(agent => agent.Role).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_route_of_the_desk_is_tried_here()
    {
        var tried = Routes.Select(row => row.Data).Select(row => $"{row.Item1} desk/api/{row.Item2.Split('?')[0].Replace($"/contacts/{Own}", "/contacts/{conversation}", StringComparison.Ordinal).Replace(Own, "{id}", StringComparison.Ordinal).Replace(Customer, "{id}", StringComparison.Ordinal).Replace("/x", "/{id}", StringComparison.Ordinal)}").ToHashSet(StringComparer.Ordinal);
        tried.UnionWith(["GET desk/api/session/ways", "POST desk/api/session", "POST desk/api/session/end", "POST desk/api/first", "GET desk/api/{documentName}.json"]);
        var routes = desk.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText?.TrimStart('/').StartsWith("desk/api", StringComparison.Ordinal) == true)
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText?.TrimStart('/').TrimEnd('/')}") ?? []);
        Assert.Empty(routes.Select(route => route.Replace("{photo}", "00000000000000000000000000000000", StringComparison.Ordinal).Replace("{sid}", "{id}", StringComparison.Ordinal)).Except(tried));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string method, string path, string body, string? origin = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), $"/desk/api/{path}");
        if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (origin is not null) request.Headers.Add("Origin", origin);
        return browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A desk at which 이지은 serves a customer, and James sits beside her.</summary>
    public sealed class ServedDesk : IAsyncLifetime
    {
        public DeskHost Host { get; } = new();
        public HttpClient Jieun { get; private set; } = new();
        public HttpClient James { get; private set; } = new();

        public async ValueTask InitializeAsync()
        {
            (Jieun, _) = await Host.AtWork("jieun");
            await Host.AsksForAPerson(Own);
            var offer = await DeskHost.Item(Jieun, "offered");
            using var accepted = await Jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
            James = await Host.SignedIn("james");
        }

        public async Task<long?> VersionAsync() => (long?)(await Jieun.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{Own}"))!["version"];

        public async ValueTask DisposeAsync()
        {
            Jieun.Dispose();
            James.Dispose();
            await Host.DisposeAsync();
        }
    }
}
