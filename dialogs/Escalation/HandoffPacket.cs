using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>
/// All that a person needs who takes a conversation over, so that nothing is asked twice. Built from the live conversation and the shop's facts
/// whenever it is asked for; its schema stands in <c>docs/handoff-packet.schema.json</c>. Words are in the agent's language, except what the
/// customer said. Personal throughout.
/// </summary>
/// <param name="ConversationId">The conversation, which is also the transcript's reference.</param>
/// <param name="Version">The conversation's version of which all of this is true.</param>
/// <param name="Brief">The whole in at most 600 characters.</param>
public sealed record HandoffPacket(string ConversationId, long Version, string Brief)
{
    /// <summary>The shape of this document; readers accept additions.</summary>
    public int Schema { get; init; } = 1;
    /// <summary>The escalation, or null where nobody was asked for.</summary>
    public string? Escalation { get; init; }
    /// <summary>The channel that was used last.</summary>
    public string? Channel { get; init; }
    /// <summary>The customer's language: ko or en.</summary>
    public required string Language { get; init; }
    /// <summary>Why a person is needed: one of <see cref="EscalationTriggers"/>.</summary>
    public required string Trigger { get; init; }
    /// <summary>The customer's last words before that.</summary>
    public required string Reason { get; init; }
    /// <summary>Who it is, or null where nobody is verified.</summary>
    public PacketCustomer? Customer { get; init; }
    /// <summary>What is under way, or null.</summary>
    public PacketGoal? Goal { get; init; }
    /// <summary>What is known, in the order in which it is asked.</summary>
    public ImmutableArray<PacketFact> Facts { get; init; } = [];
    /// <summary>What the dialog would still ask, or might.</summary>
    public ImmutableArray<PacketGap> Missing { get; init; } = [];
    /// <summary>What the policy says of it so far, or null.</summary>
    public PacketVerdict? Verdict { get; init; }
    /// <summary>The customer's orders, newest first, at most five.</summary>
    public ImmutableArray<PacketOrder> Orders { get; init; } = [];
    /// <summary>The customer's open cases, each with its promise.</summary>
    public ImmutableArray<PacketCase> Cases { get; init; } = [];
    /// <summary>Receipts given in this conversation.</summary>
    public ImmutableArray<Receipt> Receipts { get; init; } = [];
    /// <summary>What failed: answers that could not be used, failed proofs, corrections.</summary>
    public required PacketTrouble Tried { get; init; }
    /// <summary>An effect whose outcome is not known yet, by its kind; or null.</summary>
    public string? PendingCommit { get; init; }
    /// <summary>How the customer felt, turn by turn, newest last.</summary>
    public ImmutableArray<Mood> Moods { get; init; } = [];
    /// <summary>What an agent must know, and how pressing it is, 0 to 3.</summary>
    public required PacketRouting Routing { get; init; }
    /// <summary>The customer's last words, oldest first, at most five.</summary>
    public ImmutableArray<string> LastSaid { get; init; } = [];
    /// <summary>What could be done next, most useful first.</summary>
    public ImmutableArray<string> Suggested { get; init; } = [];
    /// <summary>Whether the bot can go on where it was once the agent gives the conversation back.</summary>
    public bool BotCanGoOn { get; init; }
}

/// <summary>A customer in a packet.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Name">As it is said.</param>
/// <param name="Assurance">How sure that is.</param>
/// <param name="Tier">Such as vip, or null.</param>
public sealed record PacketCustomer(string Id, string Name, Assurance Assurance, string? Tier);

/// <summary>What is under way.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">The state in which it was left.</param>
public sealed record PacketGoal(string Dialog, string Name, string State);

/// <summary>One thing that is known.</summary>
/// <param name="Slot">The slot's name, by which it is corrected.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Value">The value as it is kept.</param>
/// <param name="Text">The value in words.</param>
/// <param name="Source">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Confirmed">Whether it was read back and agreed to.</param>
public sealed record PacketFact(string Slot, string Name, JsonElement Value, string Text, SlotSource Source, DateTimeOffset At, bool Confirmed)
{
    /// <summary>What it may be changed to; empty where free words will do.</summary>
    public ImmutableArray<PacketOption> Options { get; init; } = [];
}

/// <summary>One thing that is not known yet.</summary>
/// <param name="Slot">The slot's name, by which the bot can be asked to collect it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsNext">Whether the bot was asking for it.</param>
public sealed record PacketGap(string Slot, string Name, bool IsNext);

/// <summary>One value that may be chosen.</summary>
/// <param name="Value">The value.</param>
/// <param name="Title">In words.</param>
public sealed record PacketOption(string Value, string Title);

/// <summary>What the policy says.</summary>
/// <param name="Kind">allowed, refused or person.</param>
/// <param name="Rule">The deciding rule, such as C04.</param>
/// <param name="Text">In plain words.</param>
/// <param name="Clause">The clause of the law, or null.</param>
public sealed record PacketVerdict(string Kind, string Rule, string Text, string? Clause)
{
    /// <summary>What would be paid back if it were allowed, or null where that is not known yet.</summary>
    public PacketMoney? Refund { get; init; }
    /// <summary>Whether a person could allow it as an exception, and nobody has.</summary>
    public bool MayBeApproved { get; init; }
    /// <summary>Whether a person has allowed it as an exception.</summary>
    public bool IsApproved { get; init; }
}

/// <summary>An amount.</summary>
/// <param name="Minor">In the currency's smallest unit.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Text">In words.</param>
public sealed record PacketMoney(long Minor, string Currency, string Text);

/// <summary>An order in a packet.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">How it stands, in words.</param>
/// <param name="PlacedAt">When it was placed, or null.</param>
/// <param name="Lines">What was bought.</param>
public sealed record PacketOrder(string Id, string Status, DateTimeOffset? PlacedAt, ImmutableArray<PacketLine> Lines)
{
    /// <summary>Whether the conversation is about it.</summary>
    public bool IsMeant { get; init; }
}

/// <summary>One line of an order.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">The price of one, in words.</param>
public sealed record PacketLine(string Title, int Quantity, string Price);

/// <summary>A case in a packet.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">complaint or callback.</param>
/// <param name="Status">How it stands.</param>
/// <param name="AnswerBy">The promise, or null.</param>
public sealed record PacketCase(string Number, string Kind, string Status, DateTimeOffset? AnswerBy);

/// <summary>What failed.</summary>
/// <param name="Misses">Answers in a row that could not be used.</param>
/// <param name="Strikes">Failed proofs of identity.</param>
/// <param name="Corrections">How often something was corrected.</param>
public sealed record PacketTrouble(int Misses, int Strikes, int Corrections);

/// <summary>Where it goes.</summary>
/// <param name="Skill">One of <see cref="EscalationSkills"/>.</param>
/// <param name="Priority">0 to 3.</param>
public sealed record PacketRouting(string Skill, int Priority);
