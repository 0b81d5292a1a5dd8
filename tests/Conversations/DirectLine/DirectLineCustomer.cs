using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ServiceBot.Conversations.DirectLine;

/// <summary>A customer who writes over Direct Line and reads the answers by polling.</summary>
internal sealed class DirectLineCustomer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient client;
    private string path = "";
    private string watermark = "";

    private DirectLineCustomer(Uri address) => client = new HttpClient { BaseAddress = address };

    /// <summary>Opens a conversation.</summary>
    /// <returns>The customer, and the bot's greeting.</returns>
    public static async Task<(DirectLineCustomer Customer, ImmutableArray<BotMessage> Greeting)> StartAsync(Uri address, string secret, string locale)
    {
        var customer = new DirectLineCustomer(address);
        customer.client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var opened = await customer.PostAsync("/v3/directline/conversations", JsonContent.Create(new JsonObject { ["locale"] = locale }));
        customer.path = $"/v3/directline/conversations/{BotMessage.Field(opened, "conversationId")}";
        return (customer, await customer.HearAsync(after: null));
    }

    /// <summary>Says something.</summary>
    /// <returns>The bot's answer.</returns>
    public async Task<ImmutableArray<BotMessage>> SayAsync(string text)
    {
        var sent = await PostAsync(path + "/activities", JsonContent.Create(new JsonObject { ["type"] = "message", ["text"] = text }));
        return await HearAsync(BotMessage.Field(sent, "id"));
    }

    /// <summary>Shows photographs, with words or without.</summary>
    public async Task<ImmutableArray<BotMessage>> ShowAsync(IEnumerable<Photo> photos, string? words)
    {
        using var form = new MultipartFormDataContent();
        if (words is not null)
        {
            var activity = new StringContent(new JsonObject { ["type"] = "message", ["text"] = words }.ToJsonString(), new MediaTypeHeaderValue("application/vnd.microsoft.activity"));
            form.Add(activity, "activity");
        }
        foreach (var photo in photos)
        {
            var file = new ByteArrayContent(photo.Bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(file, "file", photo.Name);
        }
        var sent = await PostAsync(path + "/upload", form);
        return await HearAsync(BotMessage.Field(sent, "id"));
    }

    private async Task<JsonNode> PostAsync(string to, HttpContent content)
    {
        using var answer = await client.PostAsync(to, content);
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"POST {to} answered {(int)answer.StatusCode}: {body}");
        return JsonNode.Parse(body) ?? throw new InvalidDataException($"POST {to} answered null.");
    }

    private async Task<ImmutableArray<BotMessage>> HearAsync(string? after)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50))
        {
            var batch = await client.GetFromJsonAsync<JsonNode>($"{path}/activities?watermark={watermark}") ?? throw new InvalidDataException("The batch is null.");
            var activities = (batch["activities"]?.AsArray() ?? []).OfType<JsonNode>().SkipWhile(activity => after is not null && BotMessage.Field(activity, "id") != after).ToArray();
            var said = activities.Where(activity => BotMessage.Field(activity, "type") == "message" && BotMessage.Field(activity["from"] ?? activity, "role") == "bot").Select(BotMessage.From).ToImmutableArray();
            if (said.IsEmpty) continue;
            watermark = BotMessage.Field(batch, "watermark");
            return said;
        }
        throw new TimeoutException($"The bot said nothing within {Patience}.");
    }

    public void Dispose() => client.Dispose();
}

/// <summary>A photograph to show.</summary>
internal sealed record Photo(string Name)
{
    /// <summary>A picture of one point, which is all that a script needs.</summary>
    public byte[] Bytes { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
