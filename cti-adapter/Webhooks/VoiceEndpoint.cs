using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Twiml;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>POST /twilio/voice: a call comes in.</summary>
internal sealed class VoiceEndpoint
{
    public static IResult Post() => new TwimlResult(new VoiceResponse(new Say("안녕하세요.") { Language = "ko-KR" }, new Hangup()));
}
