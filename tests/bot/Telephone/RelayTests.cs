using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>Calls spoken over a socket (ConversationRelay), and what becomes of them when it dies.</summary>
public sealed class RelayTests(RelayedTelephones telephones) : IClassFixture<RelayedTelephones>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_talks_and_presses_keys_over_the_socket()
    {
        using var session = await telephones.RelayAsync();
        Assert.Contains("무엇을 도와드릴까요?", await session.HearAsync());
        await session.SendAsync("""{"type":"prompt","voicePrompt":"반품하고 ","last":false}""");
        await session.SendAsync("""{"type":"prompt","voicePrompt":"반품하고 싶어요","lang":"ko-KR","last":true}""");
        Assert.Contains("본인 확인", await session.HearAsync());
        await session.SendAsync("""{"type":"interrupt","utteranceUntilInterrupt":"본인","durationUntilInterruptMs":300}""");
        await session.SendAsync("""{"type":"something new"}""");
        foreach (var key in "202611200001003#") await session.SendAsync($$"""{"type":"dtmf","digit":"{{key}}"}""");
        Assert.Contains("전화번호", await session.HearAsync());
        foreach (var key in "01000001234#") await session.SendAsync($$"""{"type":"dtmf","digit":"{{key}}"}""");
        Assert.Contains("김하늘 님", await session.HearAsync());
    }

    [Fact]
    public async Task A_socket_that_dies_leaves_the_call_with_the_same_question_by_a_document()
    {
        using var session = await telephones.RelayAsync();
        await session.HearAsync();
        await session.SendAsync("""{"type":"prompt","voicePrompt":"반품하고 싶어요","last":true}""");
        await session.HearAsync();
        session.Abort();
        var document = await session.EndedAsync(("SessionStatus", "failed"), ("ErrorCode", "64102"));
        Assert.Contains("<Gather", document);
        Assert.Contains("본인 확인", document);
    }

    [Fact]
    public async Task Whoever_wants_a_person_is_handed_over_to_the_queue()
    {
        using var session = await telephones.RelayAsync();
        await session.HearAsync();
        await session.SendAsync("""{"type":"dtmf","digit":"0"}""");
        var end = await session.ReceiveAsync();
        Assert.Equal("end", (string?)end?["type"]);
        Assert.Equal("person", (string?)JsonNode.Parse((string?)end?["handoffData"] ?? "")?["reason"]);
        var document = await session.EndedAsync(("SessionStatus", "ended"), ("HandoffData", (string?)end?["handoffData"] ?? ""));
        Assert.Contains("<Enqueue", document);
        Assert.Contains("대기 순서", document);
    }

    [Fact]
    public async Task A_handshake_that_is_not_signed_is_refused()
    {
        using var socket = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri("ws" + telephones.Address[4..] + "/twilio/relay"), Stop));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await telephones.HandshakeStatusAsync());
    }

    [Fact]
    public async Task The_player_returns_something_over_the_socket_by_voice_and_keys_in_Korean()
    {
        var call = await telephones.CallAsync();
        await call.HearsSoonAsync("무엇을 도와드릴까요?", "For English, press 9.");
        await call.SayAsync("블루 주전자 반품하고 싶어요");
        await call.HearsSoonAsync("본인 확인");
        await call.PressAsync("202611200001003#");
        await call.HearsSoonAsync("전화번호");
        await call.PressAsync("01000001234#");
        await call.HearsSoonAsync("김하늘 님", "이유");
        await call.SayAsync("마음이 바뀌었어요");
        await call.HearsSoonAsync("수거하러 갈까요?");
        await call.PressAsync("1");
        await call.HearsSoonAsync("언제 수거");
        await call.PressAsync("1");
        await call.HearsSoonAsync("이대로 진행할까요?");
        // How surely it was heard is not told over the socket, so a yes to money is confirmed by a key.
        await call.SayAsync("네");
        await call.HearsSoonAsync("1번을 눌러 주세요");
        await call.PressAsync("1");
        await call.HearsSoonAsync("접수번호는");
        Assert.Contains(call.Network.Log.Events.OfType<FramePassed>(), frame => frame is { FromBot: true, Turn.Dialog: "return" });
    }

    [Fact]
    public async Task The_player_in_English_goes_from_the_socket_to_the_queue_and_back_to_documents()
    {
        var call = await telephones.CallAsync();
        await call.HearsSoonAsync("For English, press 9.");
        await call.PressAsync("9");
        await call.HearsSoonAsync("How can I help you?");
        await call.PressAsync("0");
        await call.HearsSoonAsync("passed on everything", "number one in the queue", "press 3");
        await call.PressAsync("3");
        await call.HearsSoonAsync("automated assistant");
        await call.HangUpAsync();
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task Whoever_is_cut_off_and_calls_back_goes_on_over_another_socket()
    {
        var number = telephones.NewNumber();
        var call = await telephones.CallAsync(number);
        await call.HearsSoonAsync("무엇을 도와드릴까요?");
        await call.SayAsync("반품하고 싶어요");
        await call.HearsSoonAsync("본인 확인");
        await call.HangUpAsync();
        Assert.True(call.IsOver);

        var back = await telephones.CallAsync(number);
        await back.HearsSoonAsync("반품은 아직 끝나지 않았어요. 이어서 할까요?");
        await back.SayAsync("네");
        await back.HearsSoonAsync("본인 확인");
    }
}

/// <summary>The bot with the socket switched on, and a person whose telephone stands in its settings.</summary>
public sealed class RelayedTelephones() : Telephones(("Twilio:Relay", "on"), ("Twilio:AgentNumber", "+82255550111"))
{
    private int calls;

    /// <summary>Calls, and opens the socket that the document names.</summary>
    public async Task<RelayedCall> RelayAsync()
    {
        var sid = $"CA{Interlocked.Increment(ref calls):x32}";
        using var answer = await PostAsync("/twilio/voice", ("CallSid", sid), ("From", "anonymous"), ("To", "+8215880000"), ("CallStatus", "ringing"));
        var connect = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Descendants("Connect").Single();
        var relay = connect.Element("ConversationRelay") ?? throw new InvalidOperationException("No socket is named.");
        var address = "ws" + ((string?)relay.Attribute("url"))?[3..];
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(RequestSignature.Header, RequestSignature.Sign(Token, address, []));
        await socket.ConnectAsync(new Uri(address), TestContext.Current.CancellationToken);
        var call = new RelayedCall(this, socket, sid, (string?)connect.Attribute("action") ?? "");
        var state = (string?)relay.Elements("Parameter").Single().Attribute("value");
        await call.SendAsync(new JsonObject
        {
            ["type"] = "setup", ["sessionId"] = "VX1", ["callSid"] = sid, ["from"] = "anonymous", ["to"] = "+8215880000", ["direction"] = "inbound", ["customParameters"] = new JsonObject { ["state"] = state },
        }.ToJsonString());
        return call;
    }

    /// <summary>How a handshake without a signature is answered.</summary>
    public async Task<System.Net.HttpStatusCode> HandshakeStatusAsync()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + "/twilio/relay");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

/// <summary>A call on a socket.</summary>
public sealed class RelayedCall(RelayedTelephones telephones, ClientWebSocket socket, string sid, string action) : IDisposable
{
    private readonly byte[] buffer = new byte[64 * 1024];

    public Task SendAsync(string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>The next frame, or null at the end.</summary>
    public async Task<JsonNode?> ReceiveAsync()
    {
        var part = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(buffer.AsSpan(0, part.Count));
    }

    /// <summary>All words up to the last of the turn.</summary>
    public async Task<string> HearAsync()
    {
        var heard = new StringBuilder();
        while (await ReceiveAsync() is { } frame)
        {
            Assert.Equal("text", (string?)frame["type"]);
            heard.Append((string?)frame["token"]);
            if ((bool?)frame["last"] == true) break;
        }
        return heard.ToString();
    }

    /// <summary>The session is over: what the document's action answers.</summary>
    public async Task<string> EndedAsync(params (string, string)[] told)
    {
        using var answer = await telephones.PostAsync(action, [("CallSid", sid), ("From", "anonymous"), ("To", "+8215880000"), ("SessionId", "VX1"), .. told]);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
