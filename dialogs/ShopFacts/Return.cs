using System.Collections.Immutable;

namespace ServiceBot.Dialogs.ShopFacts;

/// <summary>A number of one order line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">How many of it, at least one.</param>
public sealed record LineQuantity(string LineId, int Quantity);

/// <summary>A return or refund that was opened, and how it stands.</summary>
/// <param name="Number">The receipt number, such as R-20417.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Status">requested, pickup_booked, collected, received, inspected, refunded, withdrawn, rejected.</param>
/// <param name="RequestedAt">When the customer confirmed it.</param>
public sealed record Return(string Number, string OrderId, string Status, DateTimeOffset RequestedAt)
{
    /// <summary>What comes back.</summary>
    public ImmutableArray<LineQuantity> Lines { get; init; } = [];
    /// <summary>One of the return reasons, or null where the shop does not ask.</summary>
    public string? Reason { get; init; }
    /// <summary>When the courier comes, or null.</summary>
    public DateOnly? PickupOn { get; init; }
    /// <summary>The courier's pickup number, or null.</summary>
    public string? PickupNumber { get; init; }
    /// <summary>When the goods were back.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
    /// <summary>By when the money is owed, or null while that hangs on the goods.</summary>
    public DateOnly? RefundDue { get; init; }
    /// <summary>Where the money goes, part by part.</summary>
    public ImmutableArray<RefundPart> Refunds { get; init; } = [];
    /// <summary>Whether the goods stay with the customer.</summary>
    public bool KeepGoods { get; init; }

    /// <summary>Everything that is or will be refunded, in minor units.</summary>
    public long Total => Refunds.Sum(part => part.Amount);
}

/// <summary>One part of a refund: so much, back to one source.</summary>
/// <param name="PaymentMethodId">Where it goes.</param>
/// <param name="Kind">One of <see cref="PaymentKinds"/>.</param>
/// <param name="Amount">Minor units, more than zero.</param>
public sealed record RefundPart(string PaymentMethodId, string Kind, long Amount)
{
    /// <summary>The payment that it gives back, also where it goes to another method; null in books of shops that do not say.</summary>
    public string? PaymentId { get; init; }
    /// <summary>planned (waits for the goods), reserved (waits for the payment provider), done, failed, unknown, manual, released (withdrawn).</summary>
    public string Status { get; init; } = "planned";
    /// <summary>When it was done.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}

/// <summary>A complaint, or another matter that a person works on.</summary>
/// <param name="Number">The case number, such as C-10023.</param>
/// <param name="Kind">complaint or callback.</param>
/// <param name="Status">open, in_progress, waiting_customer, resolved, reopened.</param>
/// <param name="OpenedAt">When.</param>
public sealed record Case(string Number, string Kind, string Status, DateTimeOffset OpenedAt)
{
    /// <summary>delivery, product, service, refund, price, privacy, other; or null.</summary>
    public string? Category { get; init; }
    /// <summary>low, normal, high, critical; or null.</summary>
    public string? Severity { get; init; }
    /// <summary>refund, exchange, apology, compensation, explanation, fix, other; or null.</summary>
    public string? Wish { get; init; }
    /// <summary>The order it is about, or null.</summary>
    public string? OrderId { get; init; }
    /// <summary>In the customer's own words. Personal.</summary>
    public string? Summary { get; init; }
    /// <summary>By when an answer was promised.</summary>
    public DateTimeOffset? AnswerBy { get; init; }
    /// <summary>What was written into it since, oldest first.</summary>
    public ImmutableArray<CaseNote> Notes { get; init; } = [];
}

/// <summary>One note in a case.</summary>
/// <param name="At">When.</param>
/// <param name="Author">customer, bot or the agent's id.</param>
/// <param name="Text">What. Personal.</param>
public sealed record CaseNote(DateTimeOffset At, string Author, string Text);
