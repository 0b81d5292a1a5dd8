using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/sms: a text message. A number's messages are one conversation, as in a messenger; the answer is messages too. Pictures are never fetched from where a message says.</summary>
internal sealed class SmsEndpoint(ITurns turns, CallerKey keys, TimeProvider clock)
{
    private static readonly Channel Texts = new("sms") { MostOptions = 10 };

    public async Task<IResult> PostAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (keys.Of(request["From"]) is not { } sender || request["MessageSid"].Length == 0) return new TwimlResult(new VoiceResponse([]));
        TurnInput input = request["Body"].Trim() is { Length: > 0 } words ? new Utterance(words) : new Unreadable("MMS");
        var result = await turns.RunAsync(new Turn($"sms-{sender}", request["MessageSid"], Texts, input, clock.GetUtcNow()) { From = request["From"] }, CancellationToken.None);
        return new TwimlResult(new VoiceResponse([.. result.Replies.Select(reply => reply.Message?.Text ?? "").SelectMany(Parts).Select(text => new Twiml.Message(text))]));
    }

    private static IEnumerable<string> Parts(string text) => text.Chunk(Twiml.Message.LongestText).Select(part => new string(part));
}
