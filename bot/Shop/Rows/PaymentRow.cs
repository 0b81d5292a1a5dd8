using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>What was paid for an order from one source. The store itself forbids that more is refunded and reserved than was paid.</summary>
internal sealed class PaymentRow : IDocument, IValidatableObject
{
    [Identifier] public required string Id { get; set; }
    [Identifier, RefersTo(typeof(OrderRow))] public required string OrderId { get; set; }
    /// <summary>Place among the order's payments.</summary>
    [Amount] public int Position { get; set; }
    [Identifier, RefersTo(typeof(PaymentMethodRow))] public required string MethodId { get; set; }
    [OneOf(typeof(PaymentKinds))] public required string Kind { get; set; }
    [Currency] public required string Currency { get; set; }
    /// <summary>Minor units.</summary>
    [Amount] public required long Paid { get; set; }
    [Amount] public long Refunded { get; set; }
    [Amount] public long Reserved { get; set; }

    [JsonIgnore] public List<CashReceiptRow> CashReceipts { get; set; } = [];
    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }

    public Payment ToFact() => new(Id, MethodId, Kind, Paid) { Refunded = Refunded, Reserved = Reserved };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Refunded > Paid - Reserved) yield return new($"with the {Reserved} reserved is more than the {Paid} paid", [nameof(Refunded)]);
    }
}

/// <summary>One movement of money on an order, in the order in which it happened.</summary>
internal sealed class PaymentHistoryRow
{
    [JsonIgnore] public string OrderId { get; set; } = "";
    [JsonIgnore] public int Position { get; set; }
    [OneOf(typeof(PaymentMovements))] public required string Type { get; set; }
    /// <summary>Minor units of the order's currency.</summary>
    [Amount] public required long Amount { get; set; }
    [Identifier, RefersTo(typeof(PaymentMethodRow))] public required string MethodId { get; set; }
    public DateTimeOffset? At { get; set; }
}

/// <summary>Which way money went.</summary>
internal static class PaymentMovements
{
    public const string Payment = "payment";
    public const string Refund = "refund";
}

/// <summary>A cash receipt (현금영수증) for one payment; it follows every refund of that payment.</summary>
internal sealed class CashReceiptRow : IDocument, IValidatableObject
{
    /// <summary>The approval number.</summary>
    [Identifier] public required string Id { get; set; }
    [Identifier, RefersTo(typeof(PaymentRow))] public required string PaymentId { get; set; }
    [Amount(1)] public required long Amount { get; set; }
    /// <summary>Minor units that were taken back by refunds.</summary>
    [Amount] public long Cancelled { get; set; }
    [OneOf(typeof(CashReceiptPurposes))] public required string Purpose { get; set; }
    /// <summary>The masked telephone or registration number that it was issued to.</summary>
    public string? IssuedTo { get; set; }
    public DateTimeOffset? IssuedAt { get; set; }

    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Cancelled > Amount) yield return new($"is more than the {Amount} of the receipt", [nameof(Cancelled)]);
    }
}

/// <summary>What a cash receipt is for.</summary>
internal static class CashReceiptPurposes
{
    public const string IncomeDeduction = "income_deduction";
    public const string ExpenseProof = "expense_proof";
}
