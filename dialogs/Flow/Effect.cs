using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Flow;

/// <summary>
/// Something that changes the world. It runs only after the commit that recorded it, under a key fixed there: running it twice does it once
/// and answers the same outcome; the same key with other content is an error.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(OpenReturn), "openReturn")]
[JsonDerivedType(typeof(WithdrawReturn), "withdrawReturn")]
[JsonDerivedType(typeof(OpenCase), "openCase")]
[JsonDerivedType(typeof(AddToCase), "addToCase")]
[JsonDerivedType(typeof(RecordSatisfaction), "recordSatisfaction")]
[JsonDerivedType(typeof(WebLink.PassToWeb), "passToWeb")]
[JsonDerivedType(typeof(Escalation.Escalate), "escalate")]
[JsonDerivedType(typeof(Escalation.Raise), "raise")]
[JsonDerivedType(typeof(Escalation.Settle), "settle")]
public abstract record Effect;

/// <summary>Opens a return, or a refund without return where <see cref="KeepGoods"/>, and plans its refund.</summary>
/// <param name="CustomerId">Who asked, verified.</param>
/// <param name="OrderId">The order, which must be the customer's.</param>
/// <param name="Lines">What comes back; refused when more than can still be returned.</param>
public sealed record OpenReturn(string CustomerId, string OrderId, ImmutableArray<LineQuantity> Lines) : Effect
{
    /// <summary>One of the return reasons, or null where the shop does not ask.</summary>
    public string? Reason { get; init; }
    /// <summary>Ids of the uploaded photographs.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
    /// <summary>Where the courier collects, or null where the shop sends instructions.</summary>
    public Address? PickupFrom { get; init; }
    /// <summary>When the courier comes, or null.</summary>
    public DateOnly? PickupOn { get; init; }
    /// <summary>Where the money goes, as quoted and read back; the shop refuses the effect when it no longer holds.</summary>
    public ImmutableArray<RefundPart> Refunds { get; init; } = [];
    /// <summary>Bank account for a refund of a virtual account, as bank and digits; or null.</summary>
    public string? RefundAccount { get; init; }
    /// <summary>By when the money is owed, or null while that hangs on the goods.</summary>
    public DateOnly? RefundDue { get; init; }
    /// <summary>The deciding rule, such as C04.</summary>
    public string? Rule { get; init; }
    /// <summary>Whether the goods stay with the customer and the refund begins at once.</summary>
    public bool KeepGoods { get; init; }
}

/// <summary>Takes back a return that has not been collected yet.</summary>
public sealed record WithdrawReturn(string CustomerId, string Number) : Effect;

/// <summary>Opens a case for a person, with a promise of when an answer comes.</summary>
/// <param name="Kind">complaint or callback.</param>
/// <param name="Summary">In the customer's own words, and what was said so far.</param>
/// <param name="AnswerBy">The promise.</param>
public sealed record OpenCase(string Kind, string Summary, DateTimeOffset AnswerBy) : Effect
{
    /// <summary>Who, or null where nobody has proven who they are.</summary>
    public string? CustomerId { get; init; }
    /// <summary>delivery, product, service, refund, price, privacy, other; or null.</summary>
    public string? Category { get; init; }
    /// <summary>low, normal, high, critical; or null.</summary>
    public string? Severity { get; init; }
    /// <summary>refund, exchange, apology, compensation, explanation, fix, other; or null.</summary>
    public string? Wish { get; init; }
    /// <summary>The order it is about, or null.</summary>
    public string? OrderId { get; init; }
    /// <summary>Where to call back: digits as they are dialled in Korea, or with + and the country; or null.</summary>
    public string? Phone { get; init; }
    /// <summary>Where to write, or null.</summary>
    public string? Email { get; init; }
    /// <summary>The language to answer in.</summary>
    public SpokenLanguage Language { get; init; }
    /// <summary>Why a person was needed: asked, failures, policy, backend, anger, safety; or null for a plain complaint.</summary>
    public string? Trigger { get; init; }
    /// <summary>Ids of uploaded photographs.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}

/// <summary>Adds the customer's words to a case, and opens it again where it was resolved.</summary>
public sealed record AddToCase(string Number, string Text, bool Reopen) : Effect;

/// <summary>Keeps what a customer thought of a case or conversation.</summary>
/// <param name="About">Receipt or case number, or the conversation's id.</param>
/// <param name="Score">1 to 5.</param>
public sealed record RecordSatisfaction(string About, int Score) : Effect
{
    /// <summary>In the customer's own words, or null.</summary>
    public string? Comment { get; init; }
    /// <summary>Who, or null.</summary>
    public string? CustomerId { get; init; }
}

/// <summary>How an effect ended.</summary>
public enum OutcomeKind
{
    /// <summary>Done, and the receipt says so.</summary>
    Done,
    /// <summary>Begun; its end comes later as a turn of its own.</summary>
    Pending,
    /// <summary>Refused; nothing was changed.</summary>
    Refused,
    /// <summary>Nobody can say; a person must look, and it is never simply tried under another key.</summary>
    Unknown,
}

/// <summary>The outcome of an effect.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Receipt">The number to give the customer, where there is one.</param>
/// <param name="Reason">Why it was refused, as a short code such as <c>already_returned</c>; or null.</param>
public sealed record Outcome(OutcomeKind Kind, Receipt? Receipt = null, string? Reason = null)
{
    /// <summary>The courier's pickup number, where one was booked.</summary>
    public string? PickupNumber { get; init; }
    /// <summary>A one-time code to be told to the customer, where one was made.</summary>
    public string? Code { get; init; }
}

/// <summary>A number that is valid on every channel.</summary>
/// <param name="Number">Such as R-20417.</param>
/// <param name="Kind">return, refund, complaint, callback, withdrawal, satisfaction.</param>
public sealed record Receipt(string Number, string Kind);
