using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>A matter that a person works on.</summary>
internal sealed class CaseRow : IDocument
{
    [Identifier] public required string Number { get; set; }
    [OneOf(typeof(CaseKinds))] public required string Kind { get; set; }
    [OneOf(typeof(CaseStatuses))] public required string Status { get; set; }
    public required DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    /// <summary>Whose, or null where nobody has proven who they are.</summary>
    [Identifier, RefersTo(typeof(CustomerRow))] public string? CustomerId { get; set; }
    [Identifier, RefersTo(typeof(OrderRow))] public string? OrderId { get; set; }
    [OneOf(typeof(CaseCategories))] public string? Category { get; set; }
    [OneOf(typeof(CaseSeverities))] public string? Severity { get; set; }
    [OneOf(typeof(CaseWishes))] public string? Wish { get; set; }
    public required string Summary { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    /// <summary>The language to answer in: ko or en.</summary>
    [RegularExpression("ko|en", ErrorMessage = "must be ko or en")] public string? Language { get; set; }
    /// <summary>Why a person was needed.</summary>
    public string? Trigger { get; set; }
    public List<string> Evidence { get; set; } = [];
    public List<CaseNoteRow> Notes { get; set; } = [];

    /// <summary>The conversation in which it was opened, or null; it is not carried into another store, which has other conversations.</summary>
    [JsonIgnore] public string? ConversationId { get; set; }
    [JsonIgnore] public List<PromiseRow> Promises { get; set; } = [];
    [JsonIgnore] public string DocumentId => Number;

    public void Prepare()
    {
        for (var i = 0; i < Notes.Count; i++) Notes[i].Position = i;
    }

    public Case ToFact() => new(Number, Kind, Status, OpenedAt)
    {
        Category = Category,
        Severity = Severity,
        Wish = Wish,
        OrderId = OrderId,
        Summary = Summary,
        AnswerBy = Promises.Where(promise => promise.KeptAt is null).OrderBy(promise => promise.DueAt).FirstOrDefault()?.DueAt,
        Notes = [.. Notes.OrderBy(note => note.Position).Select(note => new CaseNote(note.At, note.Author, note.Text))],
    };
}

/// <summary>What was written into a case.</summary>
internal sealed class CaseNoteRow
{
    [JsonIgnore] public string CaseNumber { get; set; } = "";
    [JsonIgnore] public int Position { get; set; }
    public required DateTimeOffset At { get; set; }
    /// <summary>customer, bot, or the agent's id.</summary>
    [Identifier] public required string Author { get; set; }
    public required string Text { get; set; }
}

/// <summary>What kind of case it is.</summary>
internal static class CaseKinds
{
    public const string Complaint = "complaint";
    public const string Callback = "callback";
}

/// <summary>How a case stands.</summary>
internal static class CaseStatuses
{
    public const string Open = "open";
    public const string InProgress = "in_progress";
    public const string WaitingCustomer = "waiting_customer";
    public const string Resolved = "resolved";
    public const string Reopened = "reopened";
}

/// <summary>What a complaint is about.</summary>
internal static class CaseCategories
{
    public const string Delivery = "delivery";
    public const string Product = "product";
    public const string Service = "service";
    public const string Refund = "refund";
    public const string Price = "price";
    public const string Privacy = "privacy";
    public const string Other = "other";
}

/// <summary>How bad it is.</summary>
internal static class CaseSeverities
{
    public const string Low = "low";
    public const string Normal = "normal";
    public const string High = "high";
    public const string Critical = "critical";
}

/// <summary>What the customer wants.</summary>
internal static class CaseWishes
{
    public const string Refund = "refund";
    public const string Exchange = "exchange";
    public const string Apology = "apology";
    public const string Compensation = "compensation";
    public const string Explanation = "explanation";
    public const string Fix = "fix";
    public const string Other = "other";
}

/// <summary>Something that the shop promised, with its time and who answers for it.</summary>
internal sealed class PromiseRow : IDocument
{
    [Identifier] public required string Id { get; set; }
    [Identifier, RefersTo(typeof(CustomerRow))] public string? CustomerId { get; set; }
    [Identifier, RefersTo(typeof(CaseRow))] public string? CaseNumber { get; set; }
    /// <summary>answer, callback, or another word of the shop's.</summary>
    [Identifier] public required string Kind { get; set; }
    public required DateTimeOffset MadeAt { get; set; }
    public required DateTimeOffset DueAt { get; set; }
    /// <summary>Who answers for it: a team or an agent's id.</summary>
    [Identifier] public required string Owner { get; set; }
    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>Who answers for what the bot promises, until somebody takes the case.</summary>
    internal const string Desk = "desk";

    /// <summary>How often an agent tried in vain by other means than a call of the desk's, which the telephone counts itself. Not carried into another store, as those are not.</summary>
    [JsonIgnore] public int TriedOtherwise { get; set; }
    /// <summary>How many calls of the desk's had been in vain when somebody took it last.</summary>
    [JsonIgnore] public int CalledBefore { get; set; }

    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }
}

/// <summary>What a customer thought.</summary>
internal sealed class SatisfactionRow : IDocument
{
    [Identifier] public required string Id { get; set; }
    /// <summary>Receipt or case number, or a conversation's id.</summary>
    [Identifier] public required string About { get; set; }
    [Range(1, 5)] public required int Score { get; set; }
    public string? Comment { get; set; }
    [Identifier, RefersTo(typeof(CustomerRow))] public string? CustomerId { get; set; }
    public required DateTimeOffset At { get; set; }

    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }
}
