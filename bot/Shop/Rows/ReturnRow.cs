using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>A return, or a refund where the goods stay.</summary>
internal sealed class ReturnRow : IDocument, IValidatableObject
{
    /// <summary>The receipt number.</summary>
    [Identifier] public required string Number { get; set; }
    [Identifier, RefersTo(typeof(OrderRow))] public required string OrderId { get; set; }
    [OneOf(typeof(ReturnStatuses))] public required string Status { get; set; }
    public required DateTimeOffset RequestedAt { get; set; }
    /// <summary>What the order goes back to when the return is withdrawn.</summary>
    [OneOf(typeof(OrderStatuses))] public required string OrderStatusBefore { get; set; }
    public string? Reason { get; set; }
    public List<string> Evidence { get; set; } = [];
    public Address? PickupFrom { get; set; }
    public DateOnly? PickupOn { get; set; }
    [Identifier] public string? PickupNumber { get; set; }
    [Identifier, RefersTo(typeof(CarrierRow))] public string? CarrierId { get; set; }
    public DateTimeOffset? ReceivedAt { get; set; }
    public DateOnly? RefundDue { get; set; }
    public string? RefundAccount { get; set; }
    /// <summary>The deciding rule.</summary>
    public string? Rule { get; set; }
    public bool KeepGoods { get; set; }
    public List<ReturnLineRow> Lines { get; set; } = [];

    [JsonIgnore] public List<RefundRow> Refunds { get; set; } = [];
    [JsonIgnore] public string DocumentId => Number;

    public void Prepare()
    {
        for (var i = 0; i < Lines.Count; i++) Lines[i].Position = i;
    }

    public Return ToFact() => new(Number, OrderId, Status, RequestedAt)
    {
        Lines = [.. Lines.OrderBy(line => line.Position).Select(line => new LineQuantity(line.LineId, line.Quantity))],
        Reason = Reason,
        PickupOn = PickupOn,
        PickupNumber = PickupNumber,
        ReceivedAt = ReceivedAt,
        RefundDue = RefundDue,
        KeepGoods = KeepGoods,
        Refunds = [.. Refunds.OrderBy(part => part.Position).Select(part => part.ToFact())],
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lines.Count == 0) yield return new("must hold at least one line", [nameof(Lines)]);
    }
}

/// <summary>How many of which line come back.</summary>
internal sealed class ReturnLineRow
{
    [JsonIgnore] public string ReturnNumber { get; set; } = "";
    [Identifier] public required string LineId { get; set; }
    [JsonIgnore] public int Position { get; set; }
    [Amount(1)] public int Quantity { get; set; } = 1;
}

/// <summary>How a return stands, as stored and exchanged.</summary>
internal static class ReturnStatuses
{
    public const string Requested = "requested";
    public const string PickupBooked = "pickup_booked";
    public const string Collected = "collected";
    public const string Received = "received";
    public const string Inspected = "inspected";
    public const string Refunded = "refunded";
    public const string Withdrawn = "withdrawn";
    public const string Rejected = "rejected";
}

/// <summary>An intent to refund so much to one place. Its id never changes, so the payment provider can be asked twice and pays once.</summary>
internal sealed class RefundRow : IDocument, IValidatableObject
{
    [Identifier] public required string Id { get; set; }
    /// <summary>What makes it unique: the key of the effect and the part's place in it.</summary>
    [Identifier] public required string Key { get; set; }
    [Identifier, RefersTo(typeof(OrderRow))] public required string OrderId { get; set; }
    [Identifier, RefersTo(typeof(ReturnRow))] public string? ReturnNumber { get; set; }
    /// <summary>Place among the parts of its return.</summary>
    [Amount] public int Position { get; set; }
    /// <summary>The payment it reverses, or null where it goes to another method.</summary>
    [Identifier, RefersTo(typeof(PaymentRow))] public string? PaymentId { get; set; }
    [Identifier, RefersTo(typeof(PaymentMethodRow))] public required string MethodId { get; set; }
    [OneOf(typeof(PaymentKinds))] public required string Kind { get; set; }
    [Amount(1)] public required long Amount { get; set; }
    [Currency] public required string Currency { get; set; }
    [OneOf(typeof(RefundStates))] public required string State { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    /// <summary>The payment provider's own number for it.</summary>
    public string? ProviderReference { get; set; }
    /// <summary>When it was sent to the payment provider for the first time, or was about to be.</summary>
    public DateTimeOffset? SentAt { get; set; }
    /// <summary>Why it failed, is for a person, or rests: a short code such as <c>http_500</c>.</summary>
    public string? Fault { get; set; }

    /// <summary>It rests until then.</summary>
    [JsonIgnore] public DateTimeOffset? DueAt { get; set; }
    /// <summary>How often a dispatcher took it, and how often the answer blamed it.</summary>
    [JsonIgnore] public int Tries { get; set; }
    [JsonIgnore] public int Strikes { get; set; }
    /// <summary>Rises with every lease; who holds an older one writes nothing.</summary>
    [JsonIgnore] public long Fence { get; set; }
    /// <summary>Until when a dispatcher holds it.</summary>
    [JsonIgnore] public DateTimeOffset? LeasedUntil { get; set; }
    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }

    public RefundPart ToFact() => new(MethodId, Kind, Amount) { PaymentId = PaymentId, Status = State, DoneAt = DoneAt };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.Equals(State, RefundStates.Done, StringComparison.Ordinal) && DoneAt is null) yield return new("must be given for a refund that is done", [nameof(DoneAt)]);
    }
}

/// <summary>How a refund intent stands; it moves forward only.</summary>
internal static class RefundStates
{
    /// <summary>Waits for the goods.</summary>
    public const string Planned = "planned";
    /// <summary>Waits for the payment provider.</summary>
    public const string Reserved = "reserved";
    /// <summary>Was sent, and nobody knows yet what became of it.</summary>
    public const string Unknown = "unknown";
    /// <summary>A person finds out; the machine does not send it again.</summary>
    public const string Manual = "manual";
    /// <summary>The money has moved.</summary>
    public const string Done = "done";
    /// <summary>No money moves; what was reserved is free again.</summary>
    public const string Failed = "failed";
    /// <summary>The return was withdrawn or rejected.</summary>
    public const string Released = "released";
}

/// <summary>The one row that says whether refunds are paid by machine.</summary>
internal sealed class RefundControlRow
{
    public required string Name { get; set; }
    /// <summary>Since when they are stopped, or null.</summary>
    public DateTimeOffset? StoppedAt { get; set; }
    public string? StopReason { get; set; }
    /// <summary>When a node last began to compare the provider's books with ours.</summary>
    public DateTimeOffset? ReconciledAt { get; set; }
}

/// <summary>An exchange.</summary>
internal sealed class ExchangeRow : IDocument, IValidatableObject
{
    [Identifier] public required string Number { get; set; }
    [Identifier, RefersTo(typeof(OrderRow))] public required string OrderId { get; set; }
    [OneOf(typeof(ExchangeStatuses))] public required string Status { get; set; }
    public required DateTimeOffset RequestedAt { get; set; }
    [OneOf(typeof(OrderStatuses))] public required string OrderStatusBefore { get; set; }
    public string? Reason { get; set; }
    /// <summary>What pays or receives the difference.</summary>
    [Identifier, RefersTo(typeof(PaymentMethodRow))] public string? MethodId { get; set; }
    /// <summary>Minor units of the order's currency: above zero the customer pays, below zero the shop.</summary>
    public long PriceDifference { get; set; }
    public List<ExchangeLineRow> Lines { get; set; } = [];

    [JsonIgnore] public string DocumentId => Number;

    public void Prepare()
    {
        for (var i = 0; i < Lines.Count; i++) Lines[i].Position = i;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lines.Count == 0) yield return new("must hold at least one line", [nameof(Lines)]);
    }
}

/// <summary>One of this line becomes one of that variant.</summary>
internal sealed class ExchangeLineRow
{
    [JsonIgnore] public string ExchangeNumber { get; set; } = "";
    [JsonIgnore] public int Position { get; set; }
    [Identifier] public required string LineId { get; set; }
    [Identifier, RefersTo(typeof(VariantRow))] public required string NewVariantId { get; set; }
    [Amount(1)] public int Quantity { get; set; } = 1;
}

/// <summary>How an exchange stands, as stored and exchanged.</summary>
internal static class ExchangeStatuses
{
    public const string Requested = "requested";
    public const string PickupBooked = "pickup_booked";
    public const string Received = "received";
    public const string Sent = "sent";
    public const string Completed = "completed";
    public const string Withdrawn = "withdrawn";
    public const string Rejected = "rejected";
}
