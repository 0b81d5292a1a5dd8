namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>Whatever is sent, the answer is never a failure of the server, and the conversation goes on afterwards.</summary>
public sealed class HostileInputTests
{
    public static TheoryData<string> Bodies =>
    [
        """{"type":"message","text":"x","more":"\ud800"}""",
        """{"type":"message","text":"x","more":{"\ud800":1}}""",
        """{"type":"message","text":"x","\ud800":1}""",
        """{"type":"message","value":{"text":"\ud800"}}""",
        """{"type":"message","channelData":{"clientActivityID":"\ud800"}}""",
        """{"type":"message","text":"x","channelData":"not an object"}""",
        """{"type":"message","text":"x","channelData":{"clientActivityID":{"a":1}}}""",
        """{"type":"message","text":"x","attachments":[null,{},{"contentType":"image/png"},{"contentType":"image/png","contentUrl":"data:image/png;base64,!!!"},{"contentUrl":"javascript:alert(1)"}]}""",
        """{"type":"conversationUpdate","membersAdded":[null,{}],"recipient":null}""",
        """{"type":"message","text":"x","id":"{a}{b}\u0000\n","from":null,"conversation":null}""",
        """{"type":"message","text":"\u0000\u0001\u202e{{x}}"}""",
        """{"type":"\u0000"}""",
        """{"type":"message","text":"x","locale":"{}<script>","timestamp":"yesterday"}""",
        """{"type":"message","value":1e999}""",
        """{"type":"event","name":null,"value":[[[[[]]]]]}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"data":null}}}""",
        "\"message\"",
        "\ufeff{}",
        "{\"type\":\"message\",\"text\":\"x\",\"id\":\"" + new string('i', 100_000) + "\"}",
        "{\"type\":\"message\",\"x\":" + new string('[', 10_000) + "}",
        "{\"type\":\"message\",\"text\":\"" + new string('가', 60_000) + "\"}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task An_odd_activity_fails_nowhere(string body)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);
        var channels = body.StartsWith("{\"type\"", StringComparison.Ordinal)
            ? "{\"channelId\":\"web{chat}:x\",\"conversation\":{\"id\":\"{c}\\u0000\"},\"deliveryMode\":\"expectReplies\"," + body[1..].Replace(",\"conversation\":null", "", StringComparison.Ordinal) : body;

        Assert.InRange((int)(await host.PostAsync(chat.Path + "/activities", body, chat.Token)).StatusCode, 200, 499);
        Assert.InRange((int)(await host.PostAsync("/api/messages", channels)).StatusCode, 200, 499);

        Assert.Contains("you said still here", DirectLineChat.Texts(await SayAndReadAsync(chat)));
    }

    [Theory]
    [InlineData("GET", "/v3/directline/conversations/%00/activities")]
    [InlineData("GET", "/v3/directline/conversations/..%2f..%2fx")]
    [InlineData("GET", "/v3/directline/conversations/{x}/stream?t={x}&watermark={x}")]
    [InlineData("GET", "/v3/directline/attachments/%2e%2e")]
    [InlineData("POST", "/v3/directline/conversations/x/upload")]
    [InlineData("POST", "/v3/directline/tokens/refresh")]
    [InlineData("DELETE", "/v3/directline/conversations")]
    [InlineData("GET", "/v3/directline/nothing")]
    [InlineData("POST", "/chat/token")]
    [InlineData("POST", "/chat/pass")]
    public async Task An_odd_address_fails_nowhere(string method, string path)
    {
        await using var host = await EdgeHost.StartAsync();
        var chat = await DirectLineChat.StartAsync(host);

        foreach (var bearer in new[] { null, "x", EdgeHost.Secret, chat.Token })
            Assert.InRange((int)(await host.SendAsync(new HttpMethod(method), path, bearer, new StringContent("{\"a\":"))).StatusCode, 200, 499);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> SayAndReadAsync(DirectLineChat chat)
    {
        await chat.SayAsync("still here");
        return await chat.ReadAsync();
    }
}
