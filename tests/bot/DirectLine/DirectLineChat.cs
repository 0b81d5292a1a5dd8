using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>A customer on Direct Line: a token, a conversation, and what to do in it.</summary>
internal sealed class DirectLineChat(EdgeHost host, string conversation, string token, string streamUrl)
{
    public string Conversation => conversation;
    public string Token => token;
    public string StreamUrl => streamUrl;
    public string Path => $"/v3/directline/conversations/{conversation}";

    public static async Task<DirectLineChat> StartAsync(EdgeHost host, string generate = """{"user":{"id":"dl_u1"}}""")
    {
        var made = await host.PostAsync("/v3/directline/tokens/generate", generate, EdgeHost.Secret).JsonAsync();
        var opened = await host.PostAsync("/v3/directline/conversations", """{"user":{},"locale":"ko-KR"}""", made["token"]!.GetValue<string>()).JsonAsync();
        return new DirectLineChat(host, opened["conversationId"]!.GetValue<string>(), opened["token"]!.GetValue<string>(), opened["streamUrl"]!.GetValue<string>());
    }

    public Task<HttpResponseMessage> SayAsync(string text, string? clientActivityId = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text };
        if (clientActivityId is not null) activity["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId };
        return host.PostAsync(Path + "/activities", activity.ToJsonString(), token);
    }

    public Task<JsonNode> ReadAsync(string watermark = "") => host.GetAsync($"{Path}/activities?watermark={watermark}", token).JsonAsync();

    public static string[] Texts(JsonNode batch) => [.. batch["activities"]!.AsArray().Select(activity => activity!["text"]?.GetValue<string>() ?? activity["type"]!.GetValue<string>())];

    public static async Task<ClientWebSocket> ListenAsync(string url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), default);
        return socket;
    }

    /// <summary>The next frame; empty for a keepalive, null for a close.</summary>
    public static async Task<string?> FrameAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer, patience.Token);
            if (read.MessageType == WebSocketMessageType.Close) return null;
            frame.Write(buffer, 0, read.Count);
            if (read.EndOfMessage) return Encoding.UTF8.GetString(frame.ToArray());
        }
    }

    /// <summary>Texts of the stream, keepalives skipped, until there are as many as wanted.</summary>
    public static async Task<List<string>> HearAsync(ClientWebSocket socket, int wanted)
    {
        var heard = new List<string>();
        while (heard.Count < wanted && await FrameAsync(socket) is { } frame)
            if (frame.Length > 0) heard.AddRange(Texts(JsonNode.Parse(frame)!));
        return heard;
    }
}
