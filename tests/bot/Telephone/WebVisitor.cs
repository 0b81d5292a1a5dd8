using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A customer at the chat page, by what the page asks of its server.</summary>
internal sealed class WebVisitor : IDisposable
{
    private readonly HttpClient http;
    private string conversation = "";

    private WebVisitor(string address)
    {
        http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("Origin", address);
    }

    /// <summary>The conversation of the page.</summary>
    public string Conversation => conversation;

    /// <summary>Opens the page.</summary>
    public static async Task<WebVisitor> OpenAsync(string address, string locale = "ko-KR")
    {
        var visitor = new WebVisitor(address);
        var grant = await JsonAsync(await visitor.http.PostAsJsonAsync("/chat/token", new { locale }));
        visitor.conversation = grant["conversationId"]!.GetValue<string>();
        visitor.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", grant["token"]!.GetValue<string>());
        await JsonAsync(await visitor.http.PostAsJsonAsync("/v3/directline/conversations", new { locale }));
        return visitor;
    }

    /// <summary>Says something; what the bot answers is part of what is seen then.</summary>
    public async Task<string> SayAsync(string text)
    {
        await JsonAsync(await http.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", new { type = "message", text, from = new { id = "dl_visitor" } }));
        return await SeesAsync();
    }

    /// <summary>All that stands on the page.</summary>
    public async Task<string> SeesAsync()
    {
        var batch = await JsonAsync(await http.GetAsync($"/v3/directline/conversations/{conversation}/activities"));
        return string.Join('\n', batch["activities"]!.AsArray().Select(activity => (string?)activity?["text"]));
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }
    }
}
