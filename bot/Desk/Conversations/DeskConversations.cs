using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ServiceBot.Bot.Desk.Approvals;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>A conversation as an agent sees it.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Version">What an agent's next action goes by.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Lines">The transcript after the cursor that was asked for.</param>
internal sealed record ConversationView(string Id, long Version, OwnerView Owner, ImmutableArray<TranscriptLine> Lines)
{
    /// <summary>How often the customer was warned not to abuse the agent: 0 to 2.</summary>
    public int Warnings { get; init; }

    /// <summary>All that is known; left out where nothing has changed since the cursor.</summary>
    public HandoffPacket? Packet { get; init; }

    /// <summary>The wish for an exception from the packet's verdict that nobody has decided yet, told with the packet; null where nobody asked for one.</summary>
    public string? AskedApproval { get; init; }

    /// <summary>The call of this conversation; null where nobody is on the line and nobody is called back.</summary>
    public CallView? Call { get; init; }
}

/// <summary>Whose a conversation is.</summary>
/// <param name="Kind">bot, waiting, agent, or delegated: the bot collects something for the agent.</param>
/// <param name="AgentId">The agent, or null.</param>
/// <param name="AgentName">The agent's name, or null.</param>
/// <param name="Delegated">The slot that the bot collects, or null.</param>
internal sealed record OwnerView([property: AllowedValues("bot", "waiting", "agent", "delegated")] string Kind, string? AgentId, string? AgentName, string? Delegated)
{
    public static OwnerView Of(Ownership? owner) => owner switch
    {
        null => new("bot", null, null, null),
        { Agent: null } => new("waiting", null, null, null),
        { Agent: { } agent, Delegated: null } => new("agent", agent.Id, agent.Name, null),
        { Agent: { } agent, Delegated: { } task } => new("delegated", agent.Id, agent.Name, task.Slot),
    };
}

/// <summary>What an act would come to.</summary>
/// <param name="After">The conversation after it.</param>
/// <param name="Says">What the customer would hear, in order.</param>
internal sealed record Rehearsal(ConversationContext After, ImmutableArray<string> Says);

/// <summary>Reads conversations for those who may see them: an agent their own, a supervisor all that are at the desk.</summary>
internal sealed class DeskConversations(
    AgentTurns turns, IContextStore store, IFacts facts, DialogRunner runner, IUnderstanding understanding, InsultVeil veil, IQueuedCalls calls, AskedApprovals approvals, TimeProvider clock)
{
    private const int RoundsAtMost = 8;

    /// <summary>The conversation for that user; null where there is none, or it is not the user's to see. Nobody can tell the two apart.</summary>
    public async Task<ConversationContext?> FindAsync(DeskUser user, string conversationId, CancellationToken cancellationToken)
    {
        try
        {
            TurnIds.CheckConversation(conversationId);
        }
        catch (ArgumentException)
        {
            return null;
        }
        var context = await turns.LoadAsync(conversationId, cancellationToken);
        return context?.Owner is { } owner && (owner.Agent?.Id == user.Id || user.MaySee(DeskRoles.Supervisor)) ? context : null;
    }

    /// <summary>The conversation as it stands, with the lines after a cursor.</summary>
    public async Task<ConversationView> ViewAsync(ConversationContext context, long after, SpokenLanguage language, CancellationToken cancellationToken)
    {
        var journal = await store.ReadJournalAsync(context.Id, cancellationToken);
        var packet = context.Version > after ? await PacketAsync(context, language, personal: true, cancellationToken) : null;
        return new ConversationView(context.Id, context.Version, OwnerView.Of(context.Owner), Transcript.Of(journal.Where(entry => entry.Version <= context.Version), after, veil))
        {
            Warnings = context.Warnings,
            Packet = packet,
            AskedApproval = await approvals.FindAsync(context.Id, packet?.Verdict, cancellationToken),
            Call = await CallAsync(context.Id, cancellationToken),
        };
    }

    /// <summary>The call of a conversation as it stands, or null.</summary>
    public async Task<CallView?> CallAsync(string conversationId, CancellationToken cancellationToken) => CallView.Of(await calls.OfConversationAsync(conversationId, cancellationToken));

    /// <summary>What the conversation would be, and what the customer would hear in their language, if the agent did something now. Nothing is changed.</summary>
    public async Task<Rehearsal> RehearseAsync(ConversationContext context, AgentInput act, CancellationToken cancellationToken)
    {
        var turn = context.TurnFor(act, "rehearsal", clock.GetUtcNow()) with { Sender = Sender.Agent };
        var heard = understanding.Hear(turn, context, runner.Policy);
        return await WithFactsAsync(context, fetched =>
        {
            var after = context.Copy();
            var said = runner.Step(after, turn, heard, fetched);
            return fetched.Missing.Count == 0 ? new Rehearsal(after, [.. said.Select(message => message.Text)]) : null;
        }, cancellationToken);
    }

    /// <summary>The words of a veiled line as they were said; null where there is no such line, or nothing of it is veiled.</summary>
    public async Task<string?> UnveilAsync(ConversationContext context, long version, int index, CancellationToken cancellationToken) =>
        Transcript.Unveiled(await store.ReadJournalAsync(context.Id, cancellationToken), version, index, veil);

    /// <summary>All that is known, in a reader's language, with the customer's insults veiled; with what is personal as it is, or masked.</summary>
    public async Task<HandoffPacket> PacketAsync(ConversationContext context, SpokenLanguage language, bool personal, CancellationToken cancellationToken) =>
        Veiled(await WithFactsAsync(context, fetched => runner.Packet(context, fetched, language, clock.GetUtcNow(), veiled: !personal), cancellationToken));

    // Wherever the customer's own words stand.
    private HandoffPacket Veiled(HandoffPacket packet) => packet with
    {
        Brief = veil.Of(packet.Brief),
        Reason = veil.Of(packet.Reason),
        LastSaid = [.. packet.LastSaid.Select(veil.Of)],
        Facts = [.. packet.Facts.Select(fact => fact with
        {
            Text = veil.Of(fact.Text), Value = fact.Value.ValueKind == JsonValueKind.String && fact.Value.GetString() is { } words ? JsonSerializer.SerializeToElement(veil.Of(words), DeskJson.Options) : fact.Value,
        })],
    };

    /// <summary>What the bot would answer to what the customer said last, in the customer's language; empty where an agent has answered, or the bot knows nothing to say. Nothing is changed.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(ConversationContext context, CancellationToken cancellationToken)
    {
        if (context is { Committing: not null } or not { Owner.IsSilent: true }) return [];
        var journal = await store.ReadJournalAsync(context.Id, cancellationToken);
        var last = journal.LastOrDefault(entry => entry.Version <= context.Version && entry.Turn.Input is Utterance or AgentSays);
        if (last is not { Turn: { Sender: Sender.Customer } turn, Recognition: { } heard }) return [];
        var said = turn with { ReceivedAt = clock.GetUtcNow() };
        return [.. (await WithFactsAsync(context, fetched => runner.Suggest(context, said, heard, fetched), cancellationToken)).Select(message => message.Text)];
    }

    private async Task<T> WithFactsAsync<T>(ConversationContext context, Func<Facts, T?> ask, CancellationToken cancellationToken) where T : class
    {
        var fetched = new Facts();
        for (var round = 0; round < RoundsAtMost; round++)
        {
            if (ask(fetched) is { } answer) return answer;
            await facts.FetchMissingAsync(fetched, clock.GetUtcNow(), cancellationToken);
        }
        throw new InvalidOperationException($"Conversation '{context.Id}' needed more than {RoundsAtMost} rounds of facts.");
    }
}
