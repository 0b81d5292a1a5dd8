using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What the page asks of the server, and what that refuses.</summary>
public sealed class PhonePageApiTests(PhoneServer server) : IClassFixture<PhoneServer>
{
    private readonly HttpClient client = new() { BaseAddress = new Uri(server.Address) };

    [Theory]
    [InlineData("12", "+8215880000", "from", "'12' is no number")]
    [InlineData("anonymous", "1588", "to", "'1588' is no number")]
    public async Task A_number_that_is_none_is_refused_by_name_and_value(string from, string to, string field, string why)
    {
        using var answer = await client.PostAsJsonAsync("/phone/api/calls", new { from, to }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(why, (string?)(await answer.JsonAsync())["errors"]?[field]?[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anonymous", "+8215880000", "hello", "from", "'anonymous' is no number")]
    [InlineData("+821012345678", "1588", "hello", "to", "'1588' is no number")]
    [InlineData("+821012345678", "+8215880000", " ", "text", "A text message has 1 to 1600 characters")]
    public async Task A_text_message_that_cannot_be_sent_is_refused_by_name_and_value(string from, string to, string text, string field, string why)
    {
        using var answer = await client.PostAsJsonAsync("/phone/api/texts", new { from, to, text }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(why, (string?)(await answer.JsonAsync())["errors"]?[field]?[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"act":"pressed","key":"x"}""")]
    [InlineData("""{"act":"spoke","text":" ","confidence":1}""")]
    [InlineData("""{"act":"spoke","text":"hello","confidence":1.5}""")]
    [InlineData("""{"act":"dance"}""")]
    [InlineData("""[]""")]
    public async Task Nobody_does_what_cannot_be_done(string act)
    {
        var sid = await PlaceAsync();
        using var content = new StringContent(act, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"/phone/api/calls/{sid}/acts", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_call_that_nobody_placed_is_not_found()
    {
        using var answer = await client.PostAsync("/phone/api/calls/CA00/ring", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        using var answer = await client.PostAsJsonAsync("/phone/api/clock", new { to = "2020-01-01T00:00:00Z" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("forward only", (string?)(await answer.JsonAsync())["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_events_of_a_call_go_on_after_the_last_one_that_was_seen()
    {
        var sid = await PlaceAsync();
        using var rung = await client.PostAsync($"/phone/api/calls/{sid}/ring", null, TestContext.Current.CancellationToken);
        using var hung = await client.PostAsJsonAsync($"/phone/api/calls/{sid}/acts", new { act = "hungup" }, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/phone/api/calls/{sid}/events");
        request.Headers.Add("Last-Event-ID", "2");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var events = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line[6..])).ToArray();
        Assert.Equal(3, (int?)events[0]?["number"]);
        Assert.Equal("Status callback", (string?)events[^1]?["why"]);
    }

    private async Task<string?> PlaceAsync()
    {
        using var placed = await client.PostAsJsonAsync("/phone/api/calls", new { from = "anonymous", to = "+8215880000" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        return (string?)(await placed.JsonAsync())["sid"];
    }
}
