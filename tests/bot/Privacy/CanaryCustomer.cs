using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.Privacy;

/// <summary>A customer on Direct Line who answers what is expected, and lets slip more than anybody should.</summary>
internal sealed class CanaryCustomer(HttpClient client, string secret)
{
    private const int TurnsAtMost = 25;
    private string path = "";
    private string watermark = "";
    private readonly HashSet<string> answered = [];

    /// <summary>Everything that the bot said.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>The conversation's id.</summary>
    public string Conversation => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Opens a conversation.</summary>
    public async Task OpenAsync()
    {
        var opened = await SendAsync("/v3/directline/conversations", new JsonObject { ["locale"] = "ko-KR", ["user"] = new JsonObject { ["id"] = "dl_kanari", ["name"] = Canaries.Name } });
        path = $"/v3/directline/conversations/{(string?)opened["conversationId"]}";
        await LastAsync();
    }

    /// <summary>Says something, and then what is asked for, until there is a receipt.</summary>
    /// <returns>The receipt's number.</returns>
    public async Task<string> UntilReceiptAsync(string wish)
    {
        var asked = await SayAsync(wish);
        for (var turns = 0; turns < TurnsAtMost; turns++)
        {
            if ((string?)asked["receipt"]?["number"] is { } number) return number;
            asked = await SayAsync(Answer(asked));
        }
        throw new InvalidOperationException($"No receipt after {TurnsAtMost} turns:\n{string.Join('\n', Heard)}");
    }

    /// <summary>Says something.</summary>
    /// <returns>What the bot's last message tells programs.</returns>
    public async Task<JsonNode> SayAsync(string words)
    {
        Heard.Add($"> {words}");
        await SendAsync(path + "/activities", new JsonObject
        {
            ["type"] = "message",
            ["text"] = words,
            ["from"] = new JsonObject { ["id"] = "dl_kanari", ["name"] = Canaries.Name },
            ["channelData"] = new JsonObject { ["note"] = $"{words} {Canaries.Resident} {Canaries.Card}" },
        });
        return await LastAsync();
    }

    /// <summary>Shows a photograph in which everything stands.</summary>
    /// <param name="name">What the customer calls the file.</param>
    /// <returns>What the conversation calls it.</returns>
    public async Task<string> ShowAsync(string name)
    {
        Heard.Add($"> [{name}]");
        using var request = Request(HttpMethod.Post, path + "/upload?userId=dl_kanari");
        var picture = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Encoding.UTF8.GetBytes($"{Canaries.Story} {Canaries.Resident} {Canaries.Phone}")]);
        picture.Headers.ContentType = new("image/png");
        request.Content = new MultipartFormDataContent { { picture, "file", name } };
        using (var answer = await client.SendAsync(request, TestContext.Current.CancellationToken)) answer.EnsureSuccessStatusCode();
        await LastAsync();
        using var all = Request(HttpMethod.Get, path + "/activities");
        using var read = await client.SendAsync(all, TestContext.Current.CancellationToken);
        var said = JsonNode.Parse(await read.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!.AsArray();
        return (string?)said.Last(activity => activity?["attachments"]?[0]?["contentType"]?.GetValue<string>() == "image/png")!["attachments"]![0]!["name"] ?? "";
    }

    private string Answer(JsonNode asked) => (string?)asked["expecting"]?["kind"] switch
    {
        "identity" => $"20261118-0000001 주문이고 이름은 {Canaries.Name}, 전화는 {Canaries.Phone}, 메일은 {Canaries.Email}",
        "item" => "무선 주전자 한 개요",
        "reason" => "마음이 바뀌었어요",
        "payment" => (string?)asked["expecting"]?["options"]?[0]?["title"] ?? "첫 번째",
        "account" => Canaries.Account,
        "address" => Canaries.Address,
        "phone" => Canaries.Phone,
        "email" => Canaries.Email,
        "date" => "첫 번째",
        "photo" => "사진은 없어요",
        "text" => answered.Add("story") ? $"{Canaries.Story}. 제 주민번호는 {Canaries.Resident}, 카드는 {Canaries.Card} 뒷면 737이에요. 돈은 {Canaries.Account}로 주세요" : "네",
        "number" => "1",
        "yesno" => "네",
        "choice" => (string?)asked["expecting"]?["options"]?[0]?["title"] ?? "첫 번째",
        _ => "네",
    };

    private async Task<JsonNode> LastAsync()
    {
        for (var tries = 0; tries < 600; tries++)
        {
            using var request = Request(HttpMethod.Get, $"{path}/activities?watermark={watermark}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var batch = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            var said = batch["activities"]!.AsArray().Where(activity => (string?)activity?["from"]?["role"] == "bot").ToArray();
            if (said.Length > 0)
            {
                watermark = (string?)batch["watermark"] ?? "";
                Heard.AddRange(said.Select(activity => (string?)activity?["text"] ?? ""));
                var receipt = said.Select(activity => activity?["channelData"]?["servicebot"]).LastOrDefault(told => told?["receipt"] is not null);
                return receipt ?? said[^1]?["channelData"]?["servicebot"] ?? throw new InvalidDataException("The bot does not tell what it expects.");
            }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("The bot said nothing.");
    }

    private async Task<JsonNode> SendAsync(string to, JsonNode body)
    {
        using var request = Request(HttpMethod.Post, to);
        request.Content = JsonContent.Create(body);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{to} answered {(int)answer.StatusCode}: {text}");
    }

    private HttpRequestMessage Request(HttpMethod method, string to)
    {
        var request = new HttpRequestMessage(method, to);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return request;
    }
}
