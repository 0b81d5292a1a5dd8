using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Shop.Promises;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.FollowUps;

/// <summary>What becomes of promised calls: taking one up makes its conversation the agent's, so that everything is at hand and the call goes by the call bar.</summary>
internal sealed class Callbacks(PromisedCallbacks promises, IAgentCalls calls, AgentTurns turns, TimeProvider clock)
{
    /// <summary>How the telephone calls the promise of a case.</summary>
    public static string CallOf(string caseNumber) => $"promise-{caseNumber}";

    /// <summary>Takes one up.</summary>
    /// <returns>Whether it is that agent's now; null for the conversation where it is not known any more, and the agent works from the case alone.</returns>
    public async Task<(bool IsTaken, string? Conversation)> TakeAsync(DeskUser user, PromisedCallback promise, string actionId)
    {
        if (!await promises.TakeAsync(promise.Number, user.Id, CancellationToken.None)) return (false, null);
        if (promise.ConversationId is not { } conversation || await turns.LoadAsync(conversation, CancellationToken.None) is null) return (true, null);
        var result = await turns.RunAsync(conversation, $"desk:{user.Id}:{actionId}", null, new AgentFollowsUp(user.Identity, promise.Phone is not null), CancellationToken.None);
        if ((result?.Context ?? await turns.LoadAsync(conversation, CancellationToken.None))?.Owner?.Agent?.Id != user.Id)
        {
            // Somebody serves the customer just now, or they wait for somebody: nobody needs to call.
            await promises.GiveBackAsync(promise.Number, user.Id, isInVain: false, CancellationToken.None);
            return (false, null);
        }
        if (promise.Phone is { } number) await calls.PromiseAsync(conversation, new PromisedCall(CallOf(promise.Number), number, promise.Language == "en" ? "en-US" : "ko-KR"), user.Identity, CancellationToken.None);
        return (true, conversation);
    }

    /// <summary>Writes down what came of it.</summary>
    /// <returns>False where it is not that agent's.</returns>
    public async Task<bool> SettleAsync(DeskUser user, PromisedCallback promise, string outcome, CancellationToken cancellationToken) => outcome switch
    {
        CallbackOutcomes.Reached => await promises.KeepAsync(promise.Number, user.Id, clock.GetUtcNow(), cancellationToken),
        CallbackOutcomes.NotReached => await promises.GiveBackAsync(
            promise.Number, user.Id, await calls.AttemptsAsync(CallOf(promise.Number), cancellationToken) >= QueuedCall.AttemptsAtMost, cancellationToken),
        _ => await promises.GiveBackAsync(promise.Number, user.Id, isInVain: false, cancellationToken),
    };
}

/// <summary>What came of a promised call.</summary>
internal static class CallbackOutcomes
{
    /// <summary>The customer was reached: the promise is kept.</summary>
    public const string Reached = "reached";
    /// <summary>The customer was not reached: it is tried again, by anybody, until it was tried often enough.</summary>
    public const string NotReached = "not-reached";
    /// <summary>The agent leaves it to others untried.</summary>
    public const string Released = "released";
}
