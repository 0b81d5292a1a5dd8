using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/sms: a text message. A number's messages are one conversation, as in a messenger; the answer is messages too. Pictures are never fetched from where a message says.</summary>
internal sealed class SmsEndpoint(ITextConversations conversations, CallerKey keys, TimeProvider clock)
{
    public async Task<IResult> PostAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (keys.Of(request["From"]) is not { } sender || request["MessageSid"].Length == 0) return new TwimlResult(new VoiceResponse([]));
        TurnInput input = request["Body"].Trim() is { Length: > 0 } words ? new Utterance(words) : new Unreadable("MMS");
        var turn = new Turn(SmsConversation.Of(sender), request["MessageSid"], SmsConversation.Channel, input, clock.GetUtcNow())
        {
            From = request["From"],
            To = request["To"] is { Length: > 0 } ours ? ours : null,
            TakesReplies = true,
        };
        var said = await conversations.AnswerAsync(turn, cancellationToken);
        return new TwimlResult(new VoiceResponse([.. said.SelectMany(entry => Twiml.Message.Parts(entry.Message?.Text ?? "")).Select(text => new Twiml.Message(text))]));
    }
}
