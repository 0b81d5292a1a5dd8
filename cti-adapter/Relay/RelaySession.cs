using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using Message = ServiceBot.Dialogs.Turns.Message;

namespace ServiceBot.CtiAdapter.Relay;

/// <summary>One call spoken over a socket, as text both ways. What the session knows is nothing that the conversation does not: where the socket dies, the call goes on by documents.</summary>
internal sealed partial class RelaySession(WebSocket socket, ITurns turns, Prompts prompts, CallAddresses addresses, TimeProvider clock, ILogger logger)
{
    private const int LargestFrame = 64 * 1024;
    private const int FailuresAtMost = 3;
    // Silence on a line is taken for a fault after some two seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(6);
    // The voice begins a moment after its words are sent.
    private static readonly TimeSpan VoiceBegins = TimeSpan.FromSeconds(2);

    private readonly byte[] buffer = new byte[LargestFrame];
    private CallParty call = new("", null);
    private CallState state = new("", 0);
    private string digits = "";
    private int turnsTaken;
    private int failures;
    // Nobody tells that a caller keeps silent: since when nothing was heard, and how long that is no silence yet.
    private long quietSince = clock.GetTimestamp();
    private TimeSpan quietFor = TimeSpan.FromSeconds(20);

    /// <summary>Talks until the conversation ends, somebody takes over, or the socket does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var reading = ReadAsync(cancellationToken);
        while (true)
        {
            try
            {
                var rest = quietFor - clock.GetElapsedTime(quietSince);
                if (await reading.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock, cancellationToken) is not { } frame || await HearAsync(frame, cancellationToken)) return;
                reading = ReadAsync(cancellationToken);
            }
            catch (TimeoutException)
            {
                if (await KeepSilentAsync(cancellationToken)) return;
            }
        }
    }

    // Answers whether the session is over.
    private async Task<bool> HearAsync(RelayFrame frame, CancellationToken cancellationToken)
    {
        switch (frame.Type)
        {
            case "setup":
                if (frame.CustomParameters?.GetValueOrDefault(RelayDocument.State) is not { } given || addresses.Open(frame.CallSid, given) is not { } begun) return true;
                (call, state) = (new CallParty(frame.CallSid, CallerKey.IsNumber(frame.From) ? frame.From : null) { To = frame.To }, begun);
                return await TakeAsync(state.Conversation.EndsWith(frame.CallSid, StringComparison.Ordinal) ? new Started() : new Returned(), cancellationToken);
            case "interrupt":
            case "prompt" when frame.Last == false:
                // The caller has begun to speak, over our words or after them.
                Listen(TimeSpan.Zero);
                return false;
            case "prompt" when frame.VoicePrompt.Trim() is { Length: > 0 } words:
                digits = "";
                // Nobody tells how surely it was heard: what binds is confirmed by a key.
                return await TakeAsync(new Utterance(words) { Confidence = 0 }, cancellationToken);
            case "dtmf" when frame.Digit is [var key]:
                return await PressAsync(key, cancellationToken);
            case "error":
                Log.FrameRefused(logger, call.CallSid);
                return false;
            default:
                // What the caller heard before speaking up stands in the log all the same; the next answer is to the same question.
                return false;
        }
    }

    // A number that was begun is taken as it stands, as Gather takes it.
    private Task<bool> KeepSilentAsync(CancellationToken cancellationToken)
    {
        if (call.CallSid.Length == 0) return Task.FromResult(true);
        return digits.Length > 0 ? PressAsync('#', cancellationToken) : TakeAsync(new Silence(), cancellationToken);
    }

    // What is still spoken stands before the time in which an answer begins.
    private void Listen(TimeSpan spoken) => (quietSince, quietFor) = (clock.GetTimestamp(), spoken + Prompts.TimeToAnswer(state.Keys));

    private async Task<bool> PressAsync(char key, CancellationToken cancellationToken)
    {
        if (state.Keys.Kind == KeyKind.Number && key != '#')
        {
            digits += key;
            Listen(TimeSpan.Zero);
            return false;
        }
        var pressed = state.Keys.Kind == KeyKind.Number ? digits : key.ToString();
        digits = "";
        return await TakeAsync(Keypad.Input(state, pressed), cancellationToken);
    }

    private async Task<bool> TakeAsync(TurnInput input, CancellationToken cancellationToken)
    {
        var turn = new Turn(state.Conversation, string.Create(CultureInfo.InvariantCulture, $"{call.CallSid}:r{turnsTaken++}"), VoiceChannel.Value, input, clock.GetUtcNow()) { From = call.From, To = call.To, Locale = state.Locale, Shown = state.Spoken };
        // A caller who hangs up has still said it: no turn is given up.
        var running = turns.RunAsync(turn, CancellationToken.None);
        var result = await WaitForAsync(running, cancellationToken);
        if (result.Context is { ContinuedIn: { } other, CustomerId: { } customer }) result = await JoinAsync(turn, other, customer);
        var messages = result.Replies.Select(reply => reply.Message).OfType<Message>().ToArray();
        Listen(VoiceBegins);
        failures = result.Kind == TurnResultKind.Failed ? failures + 1 : 0;
        if (failures == FailuresAtMost) return await EndAsync(Handoff.Trouble, [], cancellationToken);
        if (result.Context?.Owner is not null) return await EndAsync(Handoff.Person, [], cancellationToken);
        if (failures > 0)
        {
            await SayAsync(prompts.Message("vru.trouble", state.Locale), last: true, cancellationToken);
            return false;
        }
        if (messages.Length == 0) return false;
        if (messages[^1].IsFarewell) return await EndAsync(Handoff.Farewell, messages, cancellationToken);
        var keys = Keypad.For(messages[^1].Expecting);
        state = new CallState(state.Conversation, result.Replies[^1].Sequence)
        {
            Spoken = result.Replies[^1].Sequence, Locale = messages[^1].Locale, Keys = turnsTaken == 1 && state.Keys.OffersLanguage ? keys with { OffersLanguage = true } : keys,
        };
        await SpeakAsync([.. prompts.Sentences([.. messages], state)], cancellationToken);
        return false;
    }

    private async Task<TurnResult> WaitForAsync(Task<TurnResult> running, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            try
            {
                return await running.WaitAsync(waits == 0 ? Patience : BetweenNews, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                // Done at that very moment: its outcome is no silence of the caller's.
                if (running.IsCompleted) return await running;
                await SayAsync(prompts.Message(waits == 0 ? "vru.wait" : "vru.waitLonger", state.Locale), last: false, cancellationToken);
            }
        }
    }

    // Where the other conversation has nothing to say to this caller, the call goes on by itself.
    private async Task<TurnResult> JoinAsync(Turn turn, string other, string customer)
    {
        var joined = await turns.RunAsync(turn with { ConversationId = other, EventId = $"{turn.EventId}:join", Input = new Joined(customer), Shown = 0 }, CancellationToken.None);
        if (joined.Replies.IsEmpty) return await turns.RunAsync(turn with { EventId = $"{turn.EventId}:stay", Input = new Returned(), Shown = 0 }, CancellationToken.None);
        state = state with { Conversation = other };
        return joined;
    }

    private async Task<bool> EndAsync(string reason, Message[] messages, CancellationToken cancellationToken)
    {
        var spoken = 0.0;
        foreach (var message in messages)
        {
            await SayAsync(message, last: true, cancellationToken);
            spoken += Syllables.Seconds(message.Speak ?? message.Text, message.Locale);
        }
        // The end cuts off what is still being spoken, and nobody tells when it has been.
        if (spoken > 0) await Task.Delay(VoiceBegins + TimeSpan.FromSeconds(spoken), clock, cancellationToken);
        await SendAsync(new EndFrame(JsonSerializer.Serialize(new Handoff(reason), RelayJson.Default.Handoff)), RelayJson.Default.EndFrame, cancellationToken);
        return true;
    }

    private Task SayAsync(Message message, bool last, CancellationToken cancellationToken) => SendAsync(new TextFrame(message.Speak ?? message.Text, last, message.Locale), RelayJson.Default.TextFrame, cancellationToken);

    private async Task SpeakAsync(IReadOnlyList<Say> words, CancellationToken cancellationToken)
    {
        foreach (var (at, say) in words.Index())
            await SendAsync(new TextFrame($"{say.Text} ", at == words.Count - 1, say.Language ?? state.Locale), RelayJson.Default.TextFrame, cancellationToken);
        Listen(VoiceBegins + TimeSpan.FromSeconds(words.Sum(say => Syllables.Seconds(say.Text, say.Language ?? state.Locale))));
    }

    private Task SendAsync<T>(T frame, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame, type), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    // Null where the socket has ended.
    private async Task<RelayFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return Read(buffer.AsSpan(0, length));
        }
        throw new WebSocketException(WebSocketError.HeaderError, $"A frame has more than {LargestFrame} bytes.");
    }

    private static RelayFrame Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RelayJson.Default.RelayFrame) ?? new RelayFrame();
        }
        catch (JsonException)
        {
            // As an unknown type: left alone.
            return new RelayFrame();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The company did not understand a frame of the call {Call}.")]
        public static partial void FrameRefused(ILogger logger, string call);
    }
}
