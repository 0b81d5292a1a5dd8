using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Tests.Desk;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A whole conversation by text message: what is asked is answered at once, and what an agent says later arrives as a message of its own.</summary>
public sealed class TextConversationTests(Telephones telephones) : IClassFixture<Telephones>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private int sent;

    [Fact]
    public async Task An_agent_answers_by_text_message_and_hears_what_comes_back()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var customer = telephones.NewNumber();
        Assert.Contains("본인 확인", await WriteAsync(customer, "반품하고 싶어요"));
        Assert.Contains("지금 대기 순서는 1번째예요", await WriteAsync(customer, "상담원 바꿔 주세요"));
        Assert.Empty(telephones.TextsTo(customer)); // the answer takes along what it says

        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { }, Stop);
        var conversation = (string)offer["conversationId"]!;
        var greeted = await ArrivedAsync(customer, 1);
        await SayAsync(jieun, conversation, "안녕하세요, 이지은입니다. 어떤 물건인가요?");

        var texts = await ArrivedAsync(customer, greeted.Length + 1);
        Assert.Equal("안녕하세요, 이지은입니다. 어떤 물건인가요?", texts[^1]);
        await WriteAsync(customer, "파란 주전자요");
        var seen = await jieun.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop);
        Assert.Contains("파란 주전자요", seen!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        await SayAsync(jieun, conversation, "네, 바로 볼게요.");
        Assert.Equal("네, 바로 볼게요.", (await ArrivedAsync(customer, texts.Length + 1))[^1]);
        await telephones.Services.GetRequiredService<Deliveries>().LookAsync(Stop);
        Assert.Empty(await telephones.Services.GetRequiredService<IContextStore>().UndeliveredAsync(Stop));
        Assert.Equal(texts.Length + 1, telephones.TextsTo(customer).Count());
    }

    [Fact]
    public async Task A_customer_who_writes_English_is_answered_in_it()
    {
        var customer = telephones.NewNumber();

        var said = await WriteAsync(customer, "I want to return something");

        Assert.Contains("postcode", said, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string from, string words)
    {
        using var answer = await telephones.PostAsync("/twilio/sms", ("MessageSid", $"SM{from}{++sent}"), ("From", from), ("To", "+8225550100"), ("Body", words));
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private async Task SayAsync(HttpClient desk, string conversation, string words)
    {
        var version = await desk.VersionAsync(conversation);
        using var said = await desk.PostAsJsonAsync($"/desk/api/conversations/{conversation}/messages", new { id = $"by-text-{++sent}", version, text = words }, Stop);
        Assert.True(said.IsSuccessStatusCode, $"{said.StatusCode} {await said.Content.ReadAsStringAsync(Stop)}");
    }

    private async Task<string[]> ArrivedAsync(string number, int atLeast)
    {
        for (var tries = 0; tries < 100 && telephones.TextsTo(number).Count() < atLeast; tries++) await Task.Delay(100, Stop);
        var texts = telephones.TextsTo(number).ToArray();
        Assert.True(texts.Length >= atLeast, $"{texts.Length} messages arrived: {string.Join(" | ", texts)}");
        return texts;
    }
}
