using Microsoft.AspNetCore.Http;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>The agent's own line: <c>/twilio/agent/…</c>. Told late or twice, it changes nothing.</summary>
internal sealed class AgentEndpoint(CallQueue queue, AgentTalks talks, QueuePrompts prompts, IContextStore conversations, ShopPolicy policy, TimeProvider clock)
{
    private string Locale => Voices.Of(policy.Language);

    /// <summary>POST /twilio/agent/answered: the agent's telephone was taken up. A whisper says what it is about.</summary>
    public async Task<IResult> AnsweredAsync(string? q, CancellationToken cancellationToken)
    {
        if (await queue.OfAsync(q, cancellationToken) is not { State: QueuedCallState.Ringing } call) return new TwimlResult(prompts.Tell("vru.agentTooLate", Locale));
        var context = (await conversations.LoadAsync(call.Conversation, Channel.Internal.Name, "", cancellationToken)).Context;
        return new TwimlResult(prompts.Whisper(call, context, Math.Max(1, (int)(clock.GetUtcNow() - call.Since).TotalMinutes), Locale));
    }

    /// <summary>POST /twilio/agent/taken: the agent pressed a key, or none.</summary>
    public async Task<IResult> TakenAsync(HttpContext http, string? q, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (request["Digits"] != "1") return new TwimlResult(new VoiceResponse([new Hangup()]));
        var taken = await queue.OfAsync(q, cancellationToken) is { } call ? await talks.TakeAsync(call.Id, call.Rings, request.CallSid, cancellationToken) : null;
        return new TwimlResult(taken is null ? prompts.Tell("vru.agentTooLate", Locale) : prompts.AgentJoins(taken, Locale));
    }

    /// <summary>POST /twilio/agent/left: the agent's part of the talk is over.</summary>
    public static IResult Left() => new TwimlResult(new VoiceResponse([new Hangup()]));

    /// <summary>POST /twilio/agent/status: how the agent's call stands.</summary>
    public async Task<IResult> StatusAsync(HttpContext http, string? q, CancellationToken cancellationToken)
    {
        var request = SignedByTwilio.Of(http);
        if (!CallStatuses.IsOver(request["CallStatus"]) || await queue.OfAsync(q, cancellationToken) is not { } call) return TypedResults.NoContent();
        if (call.OtherCallSid == request.CallSid) await talks.ColleagueGoneAsync(call, request.CallSid, cancellationToken);
        else if (call.AgentCallSid is null || call.AgentCallSid == request.CallSid) await talks.AgentGoneAsync(call, request["CallStatus"] == "completed", cancellationToken);
        return TypedResults.NoContent();
    }
}
