using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.Pages;

/// <summary>A log that grows and is read from a cursor; the bot's side greets, echoes, and shows what it is asked to show.</summary>
internal sealed class StubConversation
{
    private readonly string id;
    private readonly bool korean;
    private readonly List<JsonObject> log = [];
    private readonly List<WebSocket> sockets = [];
    private DateTimeOffset stamp = DateTimeOffset.UnixEpoch.AddYears(56);
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StubConversation(string id, string locale)
    {
        this.id = id;
        korean = locale.StartsWith("ko", StringComparison.Ordinal);
        Say(korean ? "안녕하세요, 하루상점 상담 챗봇이에요. 무엇을 도와드릴까요?" : "Hello, I'm the shop's assistant, a machine. How can I help?", actions: korean ? ["배송 조회", "반품", "환불", "상담원 연결"] : ["Track a parcel", "Return", "Refund"]);
    }

    /// <summary>Takes what the customer sent and answers it.</summary>
    public string Hear(JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = "dl_guest", ["role"] = "user" };
        var heard = Append(activity);
        if ((string?)activity["type"] != "message") return heard;
        var text = (string?)activity["text"] ?? "";
        if (activity["attachments"] is JsonArray { Count: > 0 } photos) Say(korean ? $"사진 {photos.Count}장 잘 받았어요." : $"Got {photos.Count} photo.");
        else if (text == "card") Say("", card: true);
        else if (text == "slow") Append(new JsonObject { ["type"] = "typing", ["from"] = new JsonObject { ["id"] = "bot", ["role"] = "bot" } });
        else Say(korean ? $"들은 말: {text}" : $"You said: {text}");
        return heard;
    }

    /// <summary>Sends the log from a place in it, and then what is added, until the socket closes.</summary>
    public async Task Send(WebSocket socket, int seen)
    {
        lock (log) sockets.Add(socket);
        var closed = Receive(socket);
        while (socket.State == WebSocketState.Open)
        {
            Task more;
            JsonNode[] fresh;
            lock (log)
            {
                more = grown.Task;
                fresh = [.. log.Skip(seen).Select(activity => activity.DeepClone())];
                seen = log.Count;
            }

            if (fresh.Length > 0)
            {
                var frame = new JsonObject { ["activities"] = new JsonArray(fresh), ["watermark"] = $"{seen}" };
                await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }

            await Task.WhenAny(more, closed);
        }
    }

    /// <summary>Breaks the open streams.</summary>
    public void Break()
    {
        lock (log)
        {
            foreach (var socket in sockets) socket.Abort();
            sockets.Clear();
        }
    }

    private static async Task Receive(WebSocket socket)
    {
        var buffer = new byte[1024];
        try
        {
            while (socket.State == WebSocketState.Open) await socket.ReceiveAsync(buffer, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The page went away.
        }
    }

    private void Say(string text, string[]? actions = null, bool card = false)
    {
        var message = new JsonObject
        {
            ["type"] = "message", ["from"] = new JsonObject { ["id"] = "bot", ["role"] = "bot" }, ["text"] = text, ["textFormat"] = "plain",
        };
        if (actions is not null)
            message["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. actions.Select(action => (JsonNode)new JsonObject { ["type"] = "imBack", ["title"] = action, ["value"] = action })]) };
        if (card) message["attachments"] = new JsonArray(Hero(), Adaptive());
        Append(message);
    }

    private static JsonObject Hero() => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.hero",
        ["content"] = new JsonObject
        {
            ["title"] = "무선 주전자 (블루)", ["subtitle"] = "35,000원 · 11월 20일 배송 완료", ["text"] = "주문 번호 20261118-0042",
            ["buttons"] = new JsonArray(new JsonObject { ["type"] = "imBack", ["title"] = "이 상품 반품", ["value"] = "이 상품 반품" }),
        },
    };

    private static JsonObject Adaptive() => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.adaptive",
        ["content"] = new JsonObject
        {
            ["type"] = "AdaptiveCard", ["version"] = "1.5",
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = "환불 예정 내역", ["weight"] = "bolder", ["size"] = "medium", ["wrap"] = true },
                new JsonObject
                {
                    ["type"] = "FactSet",
                    ["facts"] = new JsonArray(
                        new JsonObject { ["title"] = "상품 금액", ["value"] = "35,000원" },
                        new JsonObject { ["title"] = "쿠폰", ["value"] = "-3,000원" },
                        new JsonObject { ["title"] = "환불 금액", ["value"] = "32,000원" }),
                }),
        },
    };

    private string Append(JsonObject activity)
    {
        lock (log)
        {
            stamp = stamp.AddSeconds(1);
            activity["id"] = $"{id}|{log.Count + 1:D7}";
            activity["timestamp"] = stamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
            activity["conversation"] = new JsonObject { ["id"] = id };
            log.Add(activity);
            grown.SetResult();
            grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (string)activity["id"]!;
        }
    }
}
