using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Shop.Promises;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Desk.FollowUps;

/// <summary>All that is to be followed up, from where it is kept: cases with their promises, callers who keep their place in the queue, and messages.</summary>
internal sealed class FollowUpList(
    PromisedCallbacks promises, Callbacks callbacks, IQueuedCalls queued, IRecordings recordings, Escalations escalations, AgentTurns turns, Accounts accounts, InsultVeil veil)
{
    private const int Most = 50;
    private const int DigitsShown = 4;

    /// <summary>The most pressing first: promises by their time, then the queue in its order, then messages, oldest first.</summary>
    public async Task<IReadOnlyList<FollowUp>> ReadAsync(DeskUser user, CancellationToken cancellationToken)
    {
        var promised = await promises.OpenAsync(Most, cancellationToken);
        List<FollowUp> all = [];
        foreach (var promise in promised) all.Add(await OfAsync(promise, user, cancellationToken));
        all.AddRange(await QueuedAsync(cancellationToken));
        foreach (var message in await recordings.OpenVoicemailsAsync(Most, cancellationToken)) all.Add(await OfAsync(message, promised.Find(promise => promise.ConversationId == message.Conversation), cancellationToken));
        return all;
    }

    /// <summary>How much there is.</summary>
    public async Task<FollowUpCounts> CountAsync(CancellationToken cancellationToken)
    {
        var promised = await promises.OpenAsync(Most, cancellationToken);
        return new FollowUpCounts(promised.Count + (await WaitingAsync(cancellationToken)).Count, (await recordings.OpenVoicemailsAsync(Most, cancellationToken)).Count, promised is [{ DueAt: var due }, ..] ? due : null);
    }

    private async Task<FollowUp> OfAsync(PromisedCallback promise, DeskUser user, CancellationToken cancellationToken) => new(promise.Number, FollowUpKinds.Callback, promise.MadeAt)
    {
        DueAt = promise.DueAt, CustomerName = promise.CustomerName, Language = promise.Language, About = veil.Of(CaseSummary.WordsOf(promise.Summary)), NumberEnd = EndOf(promise.Phone), IsByEmail = promise is { Phone: null, Email: not null },
        Attempts = await callbacks.AttemptsAsync(promise, cancellationToken), AttemptsAtMost = QueuedCall.AttemptsAtMost,
        TakenBy = promise.Owner is { } owner ? (await accounts.IdentityAsync(owner, cancellationToken))?.Name ?? owner : null, IsMine = promise.Owner == user.Id, CaseNumber = promise.Number,
    };

    private async Task<IEnumerable<FollowUp>> QueuedAsync(CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(cancellationToken);
        var rows = await escalations.WaitingInAsync([.. waiting.Select(call => call.Conversation)], cancellationToken);
        return waiting.Where(call => rows.ContainsKey(call.Conversation)).Select(call => (Call: call, Row: rows[call.Conversation])).Select(each => new FollowUp(each.Row.Id, FollowUpKinds.Queued, each.Call.Since)
        {
            CustomerName = each.Row.CustomerName, Language = each.Row.Language, About = each.Row.Reason, NumberEnd = EndOf(each.Call.Number), Attempts = each.Call.Attempts, AttemptsAtMost = QueuedCall.AttemptsAtMost,
        });
    }

    /// <summary>Whether whoever left a message is called anyway: by a promise, or in their turn.</summary>
    public async Task<bool> IsPromisedAsync(Recording message, CancellationToken cancellationToken) =>
        await WaitsAsync(message, cancellationToken) || (await promises.OpenAsync(Most, cancellationToken)).Exists(promise => promise.ConversationId == message.Conversation);

    /// <summary>The number of whoever left a message, or null where that is not known.</summary>
    public async Task<string?> NumberOfAsync(Recording message, CancellationToken cancellationToken) => (await queued.FindAsync(message.CallSid, cancellationToken))?.Number;

    private async Task<FollowUp> OfAsync(Recording message, PromisedCallback? promise, CancellationToken cancellationToken)
    {
        var context = await turns.LoadAsync(message.Conversation, cancellationToken);
        return new FollowUp(message.Sid, FollowUpKinds.Voicemail, message.At)
        {
            CustomerName = context?.CustomerName, Language = context?.Language == SpokenLanguage.English ? "en" : "ko", About = "",
            NumberEnd = EndOf(promise?.Phone ?? await NumberOfAsync(message, cancellationToken)), CaseNumber = promise?.Number, IsPromised = promise is not null || await WaitsAsync(message, cancellationToken),
            Seconds = message.Seconds,
        };
    }

    private async Task<bool> WaitsAsync(Recording message, CancellationToken cancellationToken) => await queued.FindAsync(message.CallSid, cancellationToken) is { State: not QueuedCallState.Ended };

    private async Task<IReadOnlyList<QueuedCall>> WaitingAsync(CancellationToken cancellationToken) =>
        [.. (await queued.OpenAsync(cancellationToken)).Where(call => call is { WantsCallback: true, State: QueuedCallState.Waiting, AgentId: null })];

    private static string? EndOf(string? number) => number is { Length: > DigitsShown } ? number[^DigitsShown..] : null;
}
