using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Bot.Shop.Promises;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.FollowUps;

/// <summary>What becomes of promised calls: taking one up makes its conversation the agent's, so that everything is at hand and the call goes by the call bar.</summary>
internal sealed class Callbacks(PromisedCallbacks promises, IAgentCalls calls, DeskCalls deskCalls, AgentTurns turns, TimeProvider clock)
{
    /// <summary>How the telephone calls the promise of a case.</summary>
    public static string CallOf(string caseNumber) => $"promise-{caseNumber}";

    /// <summary>How often the customer was tried in vain, by calls of the desk's and otherwise.</summary>
    public async Task<int> AttemptsAsync(PromisedCallback promise, CancellationToken cancellationToken) => promise.TriedOtherwise + await CalledAsync(promise, cancellationToken);

    /// <summary>Takes one up.</summary>
    /// <returns>Whether it is that agent's now; null for the conversation where it is not known any more, and the agent works from the case alone.</returns>
    public async Task<(bool IsTaken, string? Conversation)> TakeAsync(DeskUser user, PromisedCallback promise, string actionId)
    {
        if (!await promises.TakeAsync(promise.Number, user.Id, await CalledAsync(promise, CancellationToken.None), CancellationToken.None)) return (false, null);
        if (promise.ConversationId is not { } conversation || await turns.LoadAsync(conversation, CancellationToken.None) is null) return (true, null);
        var result = await turns.RunAsync(conversation, $"desk:{user.Id}:{actionId}", null, new AgentFollowsUp(user.Identity, promise.Phone is not null), CancellationToken.None);
        if ((result?.Context ?? await turns.LoadAsync(conversation, CancellationToken.None))?.Owner?.Agent?.Id != user.Id)
        {
            // Somebody serves the customer just now, or they wait for somebody: nobody needs to call.
            await promises.GiveBackAsync(promise.Number, user.Id, tries: 0, isGivenUp: false, CancellationToken.None);
            return (false, null);
        }
        if (promise.Phone is { } number) await calls.PromiseAsync(conversation, new PromisedCall(CallOf(promise.Number), number, promise.Language == "en" ? "en-US" : "ko-KR"), user.Identity, CancellationToken.None);
        return (true, conversation);
    }

    /// <summary>Writes down what came of it.</summary>
    /// <returns>False where it is not that agent's.</returns>
    public async Task<bool> SettleAsync(DeskUser user, PromisedCallback promise, string outcome, CancellationToken cancellationToken)
    {
        if (outcome == CallbackOutcomes.Reached) return await promises.KeepAsync(promise.Number, user.Id, clock.GetUtcNow(), cancellationToken);
        if (outcome == CallbackOutcomes.Released) return await promises.GiveBackAsync(promise.Number, user.Id, tries: 0, isGivenUp: false, cancellationToken);
        var called = await CalledAsync(promise, cancellationToken);
        // Where the desk's telephone called nobody since it was taken, the agent has tried by a telephone of their own, or by a letter.
        var tries = called > promise.CalledBefore ? 0 : 1;
        return await promises.GiveBackAsync(promise.Number, user.Id, tries, promise.TriedOtherwise + tries + called >= QueuedCall.AttemptsAtMost, cancellationToken);
    }

    /// <summary>Frees one that an agent holds who does not see to it, for others to take. Where its conversation is that agent's still, it goes back to the bot.</summary>
    /// <returns>False where nobody holds it, or they talk with the customer just now.</returns>
    public async Task<bool> FreeAsync(DeskUser supervisor, PromisedCallback promise, string actionId)
    {
        if (promise.Owner is not { } holder) return false;
        if (promise.ConversationId is { } conversation && await turns.LoadAsync(conversation, CancellationToken.None) is { Owner.Agent: { } agent } && agent.Id == holder)
        {
            if (await deskCalls.IsTalkingAsync(conversation, CancellationToken.None)) return false;
            var back = new AgentReturns(agent);
            await turns.RunAsync(conversation, $"desk:{supervisor.Id}:{actionId}", null, back, CancellationToken.None);
            // An outcome was on its way, before which nobody gives anything back: it can be freed in a moment.
            if (await turns.LoadAsync(conversation, CancellationToken.None) is { Owner.Agent: { } still } && still.Id == holder) return false;
            await deskCalls.FollowAsync(conversation, back);
        }
        return await promises.GiveBackAsync(promise.Number, holder, tries: 0, isGivenUp: false, CancellationToken.None);
    }

    private Task<int> CalledAsync(PromisedCallback promise, CancellationToken cancellationToken) => calls.AttemptsAsync(CallOf(promise.Number), cancellationToken);
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
