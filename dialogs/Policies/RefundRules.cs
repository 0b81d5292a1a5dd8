using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Policies;

/// <summary>How days are counted.</summary>
public enum DayUnit
{
    /// <summary>Every day.</summary>
    Calendar,
    /// <summary>Monday to Friday without holidays.</summary>
    Business,
}

/// <summary>Where the money goes, and up to what amount without a person.</summary>
public sealed record RefundRules
{
    /// <summary>Back to each source.</summary>
    public const string Original = "original";
    /// <summary>All of it to a gift card that the customer has.</summary>
    public const string GiftCard = "gift_card";

    /// <summary>Where a refund may go: <see cref="Original"/> and <see cref="GiftCard"/>; never empty.</summary>
    public required ImmutableArray<string> Destinations { get; init; }
    /// <summary>Whether the customer is asked, where there is a choice; else the first destination holds.</summary>
    public bool AsksDestination { get; init; }
    /// <summary>Payment kinds whose refund needs a bank account from the customer (환불계좌).</summary>
    public ImmutableArray<string> AccountNeeded { get; init; } = [];
    /// <summary>How long a refund takes to arrive once it is made, for the general answer.</summary>
    public ImmutableArray<RefundTiming> Timing { get; init; } = [];
    /// <summary>Whether the money goes out only once returned goods were inspected; else when they have arrived.</summary>
    public bool AfterInspection { get; init; }
    /// <summary>How many returns of one customer are refunded by machine within a day, before a person looks; null for no limit.</summary>
    public int? PerDay { get; init; }
    /// <summary>Minor units above which a person approves; null for no limit.</summary>
    public long? AuthorityLimit { get; init; }
    /// <summary>When the goods may stay with the customer; null for never, the goods' own trait apart.</summary>
    public KeepGoodsRule? KeepGoods { get; init; }
    /// <summary>Fees of the shop; void under Korean law (전자상거래법 §18⑨, §35) and refused there.</summary>
    public ImmutableArray<FeeRule> Fees { get; init; } = [];

    /// <summary>The timing of a payment kind, or null where the policy does not name it.</summary>
    public RefundTiming? TimingOf(string kind) => Timing.FirstOrDefault(timing => timing.Kinds.Contains(kind, StringComparer.Ordinal));
}

/// <summary>How long a refund takes to arrive.</summary>
/// <param name="Kinds">Payment kinds.</param>
/// <param name="From">Days at best; 0 to 0 is at once.</param>
/// <param name="To">Days at worst.</param>
/// <param name="Unit">How they are counted.</param>
public sealed record RefundTiming(ImmutableArray<string> Kinds, int From, int To, DayUnit Unit);

/// <summary>When the goods may stay with the customer although they are refunded.</summary>
/// <param name="Reasons">For these return reasons.</param>
/// <param name="UpTo">Up to this value of the goods, in minor units.</param>
/// <param name="NeedsEvidence">Only with a photograph.</param>
public sealed record KeepGoodsRule(ImmutableArray<string> Reasons, long UpTo, bool NeedsEvidence);

/// <summary>A fee that is taken off a refund.</summary>
/// <param name="Name">restocking, handling or inspection.</param>
/// <param name="Amount">Minor units, once a return.</param>
/// <param name="Reasons">For these return reasons; empty for all.</param>
public sealed record FeeRule(string Name, long Amount, ImmutableArray<string> Reasons)
{
    /// <summary>The names that have a text.</summary>
    public static ImmutableArray<string> Names { get; } = ["restocking", "handling", "inspection"];
}
