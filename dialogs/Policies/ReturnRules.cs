using System.Collections.Immutable;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Whether photographs are wanted.</summary>
public enum EvidenceRule
{
    /// <summary>Not asked.</summary>
    None,
    /// <summary>Asked, and the return goes on without.</summary>
    Optional,
    /// <summary>Asked, and without it a person decides.</summary>
    Required,
}

/// <summary>What becomes of a wish to exchange.</summary>
public enum ExchangeRule
{
    /// <summary>The shop does not exchange; a refund is possible.</summary>
    NotOffered,
    /// <summary>A person arranges it.</summary>
    ByPerson,
    /// <summary>Exchanged like a return.</summary>
    Offered,
}

/// <summary>What may come back, and what is asked.</summary>
public sealed record ReturnRules
{
    /// <summary>Days after delivery, first day not counted; null for no deadline. Where the law gives longer, the law holds.</summary>
    public int? WithdrawalDays { get; init; }
    /// <summary>Order statuses in which something may be returned.</summary>
    public required ImmutableArray<string> Statuses { get; init; }
    /// <summary>Whether an order on which a return was opened takes no other.</summary>
    public bool OncePerOrder { get; init; }
    /// <summary>The reasons that are offered, in order; empty where none is asked.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];
    /// <summary>Whether photographs are wanted, by reason.</summary>
    public ImmutableSortedDictionary<string, EvidenceRule> Evidence { get; init; } = ImmutableSortedDictionary<string, EvidenceRule>.Empty;
    /// <summary>The courier, or null where instructions are sent and nothing is asked.</summary>
    public PickupRule? Pickup { get; init; }
    /// <summary>Return statuses in which the customer may still take the return back; empty for never.</summary>
    public ImmutableArray<string> UndoIn { get; init; } = [];
    /// <summary>What becomes of a wish to exchange.</summary>
    public ExchangeRule Exchange { get; init; }

    /// <summary>Whether the customer is asked why.</summary>
    public bool AsksReason => !Reasons.IsEmpty;

    /// <summary>Whether photographs are wanted for that reason.</summary>
    public EvidenceRule EvidenceFor(string? reason) => reason is null ? EvidenceRule.None : Evidence.GetValueOrDefault(reason);

    /// <summary>Whether the customer may still take that return back.</summary>
    public bool MayUndo(Return opened) => UndoIn.Contains(opened.Status, StringComparer.Ordinal);
}

/// <summary>How a courier is booked.</summary>
/// <param name="EarliestBusinessDays">Business days from now to the first day that can be booked.</param>
/// <param name="DaysOffered">How many days are offered, 1 to 30.</param>
public sealed record PickupRule(int EarliestBusinessDays, int DaysOffered);
