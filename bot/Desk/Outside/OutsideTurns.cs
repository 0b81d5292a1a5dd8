using System.Text.Json;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.WrapUp;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>What people at an outside desk do, as turns: the same owner changes as our own desk's, through the same gate.</summary>
internal sealed class OutsideTurns(Handoffs handoffs, AgentTurns turns, IContextStore store, INotices notices, IEnumerable<IShowsTyping> channels) : IHandoffStatuses
{
    private const int AttemptsAtMost = 8;
    private const int LongestText = 4000;
    private const int LongestName = 60;

    /// <summary>Hears one activity of the desk that speaks by webhooks.</summary>
    /// <param name="activity">A message, typing, or the event <c>handoff.status</c>; of what it does not know it changes nothing (A2014, A5002).</param>
    /// <param name="id">The sender's id of it: the same again does nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<HandoffAnswer> HearAsync(Activity activity, string id, CancellationToken cancellationToken) =>
        activity.Conversation?.Id is not { Length: > 0 } handoff ? HandoffAnswer.Unreadable
        : await handoffs.FindAsync(handoff, cancellationToken) is { Desk: OutsideDeskKinds.Webhook } row ? await HearAsync(row, activity, $"handoff:{id}", cancellationToken)
        : HandoffAnswer.Foreign;

    /// <inheritdoc/>
    public async Task<HandoffAnswer> HearAsync(string conversationId, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.From?.Id is not { Length: > 0 } sender) return HandoffAnswer.Unreadable;
        // A channel lets its customers send events too: what counts is said by somebody else.
        if (await turns.LoadAsync(conversationId, cancellationToken) is not { } context || context.Channels.Values.Any(channel => channel.From == sender)) return HandoffAnswer.Foreign;
        return await handoffs.NewestOfAsync(conversationId, cancellationToken) is { Desk: OutsideDeskKinds.Channel } row
            ? await HearAsync(row, activity, EventIds.From(activity.Id), cancellationToken)
            : HandoffAnswer.Foreign;
    }

    private async Task<HandoffAnswer> HearAsync(HandoffRow row, Activity activity, string eventId, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Typing) return await ShowTypingAsync(row, cancellationToken);
        if (Act.Read(activity) is not { } act) return Act.IsKnown(activity) ? HandoffAnswer.Unreadable : HandoffAnswer.Done;
        for (var attempt = 1; ; attempt++)
        {
            if (await turns.LoadAsync(row.ConversationId, cancellationToken) is not { } context) return HandoffAnswer.Over;
            if (await IsAnsweredAsync(context, eventId, cancellationToken)) return HandoffAnswer.Done;
            if (context.Owner is not { } owner || owner.Escalation != row.Id || owner.Agent is { IsOutside: false }) return HandoffAnswer.Over;
            if (owner.Agent is null && act.NeedsOwner) return HandoffAnswer.Over;
            // An outcome is on its way; what an agent did now would be lost under it.
            if (context.Committing is not null) return HandoffAnswer.NotNow;

            // Who speaks has the conversation: whoever of that desk had it has passed it on.
            var (step, input) = owner.Agent is null && !act.IsFailure ? (":accept", new AgentAccepts(act.Agent))
                : owner.Agent is { } before && act.Takes && before.Id != act.Agent.Id ? (":take", new AgentTakesOver(act.Agent))
                : ("", act.Input(owner));
            var isLast = step.Length == 0 || act.IsAcceptance;
            var result = await turns.RunAsync(row.ConversationId, isLast ? eventId : eventId + step, context.Version, input, CancellationToken.None);
            if (result?.Context is { } now) notices.Publish(row.ConversationId, now.LastSequence);
            if (result is null) return HandoffAnswer.Over;
            if (result.Kind == TurnResultKind.Failed || attempt == AttemptsAtMost) return HandoffAnswer.NotNow;
            if (result.Kind == TurnResultKind.Stale || !isLast) continue;
            if (act.WrapUp is { } code) await handoffs.WrapUpAsync(row.Id, code, cancellationToken);
            return HandoffAnswer.Done;
        }
    }

    private async Task<HandoffAnswer> ShowTypingAsync(HandoffRow row, CancellationToken cancellationToken)
    {
        if (await turns.LoadAsync(row.ConversationId, cancellationToken) is not { Owner: { IsSilent: true, Agent: { IsOutside: true } agent } owner } || owner.Escalation != row.Id) return HandoffAnswer.Over;
        foreach (var channel in channels) channel.AgentWrites(row.ConversationId, agent.Name);
        return HandoffAnswer.Done;
    }

    // Whichever channel the customer was on when it came first.
    private async Task<bool> IsAnsweredAsync(ConversationContext context, string eventId, CancellationToken cancellationToken)
    {
        foreach (var channel in context.Channels.Keys.Append(Channel.Internal.Name))
            if ((await store.LoadAsync(context.Id, channel, eventId, cancellationToken)).AnsweredAt is not null) return true;
        return false;
    }

    /// <summary>What somebody at the desk does.</summary>
    private sealed record Act(AgentIdentity Agent, string Kind)
    {
        private const string Says = "message";
        private const string Accepted = "accepted";
        private const string Failed = "failed";
        private const string Completed = "completed";

        public string Text { get; private init; } = "";
        public string? WrapUp { get; private init; }

        public bool IsFailure => Kind == Failed;
        public bool IsAcceptance => Kind == Accepted;
        public bool Takes => Kind is Says or Accepted;
        public bool NeedsOwner => Kind == Completed;

        public static bool IsKnown(Activity activity) => activity.Type == ActivityTypes.Message || (IsStatus(activity) && StateOf(activity) is Accepted or Failed or Completed);

        public static Act? Read(Activity activity)
        {
            var kind = activity.Type == ActivityTypes.Message ? Says : IsStatus(activity) ? StateOf(activity) : null;
            if (activity.From is not { Id: { Length: > 0 and <= 100 } id } from || (from.Name ?? id) is not { Length: > 0 and <= LongestName } name) return null;
            var agent = new AgentIdentity(AgentIdentity.OutsidePrefix + id, name);
            return kind switch
            {
                Says when activity.Text is { Length: > 0 and <= LongestText } text => new Act(agent, kind) { Text = text },
                Accepted or Failed => new Act(agent, kind),
                Completed when Field(activity, "wrapUp") is var code && (code is null || Dispositions.All.Contains(code)) => new Act(agent, kind) { WrapUp = code },
                _ => null,
            };
        }

        /// <summary>The turn's input, for the conversation as it is owned now.</summary>
        public TurnInput Input(Ownership owner) => Kind switch
        {
            Says => new AgentSays(Agent, Text),
            Failed => new DeskFailed(owner.Escalation),
            // Whoever reports it, it is the owner's doing.
            Completed when WrapUp is null => new AgentReturns(owner.Agent ?? Agent),
            Completed => new AgentEnds(owner.Agent ?? Agent),
            _ => new AgentAccepts(Agent),
        };

        private static bool IsStatus(Activity activity) => activity is { Type: ActivityTypes.Event, Name: IHandoffStatuses.Event };

        private static string? StateOf(Activity activity) => Field(activity, "state");

        private static string? Field(Activity activity, string name) =>
            activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString() : null;
    }
}
