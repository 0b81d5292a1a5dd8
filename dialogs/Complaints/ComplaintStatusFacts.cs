using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>What follows from a case and its number: whose it is, what may be told, what may be done.</summary>
internal static class ComplaintStatusFacts
{
    public const string Add = "add";
    public const string Reopen = "reopen";
    public const string Person = "person";
    public const string Leave = "leave";

    private const string Resolved = "resolved";

    public static Need? ByNumber(DialogScope scope) => scope.Get(ComplaintStatusSlots.Number) is { } number and not Refusal.LeftOut ? new CaseByNumber(number) : null;

    public static Need? CasesOfCustomer(DialogScope scope) => scope.IsVerified ? new CasesOf(scope.CustomerId) : null;

    /// <summary>The customer's cases, newest first.</summary>
    public static ImmutableArray<Case> Cases(DialogScope scope) => scope.Fact(new CasesOf(scope.CustomerId))?.Cases ?? [];

    public static bool IsFound(DialogScope scope) => scope.Knows(ComplaintStatusSlots.Number) && Find(scope) is not null;

    public static Case Matter(DialogScope scope) => Find(scope) ?? throw new InvalidOperationException($"Case '{scope.Get(ComplaintStatusSlots.Number)}' is no longer there.");

    /// <summary>The case is the verified customer's, or was opened in this very conversation.</summary>
    public static bool IsTheirs(DialogScope scope)
    {
        var number = scope.Known(ComplaintStatusSlots.Number);
        return scope.Context.Receipts.Exists(receipt => receipt.Number == number) || (scope.IsVerified && Cases(scope).Any(matter => matter.Number == number));
    }

    public static bool IsResolved(DialogScope scope) => Matter(scope).Status == Resolved;

    public static bool IsOverdue(DialogScope scope) => !IsResolved(scope) && Matter(scope).AnswerBy is { } by && by < scope.Now;

    /// <summary>Numbers are few enough to be guessed, so whoever guesses is counted like whoever claims to be somebody else.</summary>
    public static bool TriedTooOften(DialogScope scope) => scope.Context.Strikes >= scope.Policy.Identity.Strikes;

    /// <summary>The case of this conversation, where there is one and no other was named.</summary>
    public static void InferNumber(DialogScope scope)
    {
        if (scope.Knows(ComplaintStatusSlots.Number) || scope.Frame.Heard.Exists(heard => heard.Of(EntityType.ReceiptNumber).Any())) return;
        if (scope.Context.Receipts.Where(receipt => receipt.Kind is "complaint" or "callback").Select(receipt => receipt.Number).Distinct(StringComparer.Ordinal).ToArray() is [var only])
            scope.Set(ComplaintStatusSlots.Number, only, SlotSource.Inferred);
    }

    public static void NoteNotFound(DialogScope scope)
    {
        if (IsFound(scope)) return;
        scope.Say(Sentence.Of("complaint-status.notFound", ("number", scope.Known(ComplaintStatusSlots.Number))));
        scope.Forget(ComplaintStatusSlots.Number);
        scope.Frame.Heard.Clear();
        scope.Context.Strikes++;
        if (TriedTooOften(scope)) scope.Set(DialogStack.PersonCause, "identity", SlotSource.System);
    }

    public static void ForgetMissingNumber(DialogScope scope)
    {
        if (scope.Get(ComplaintStatusSlots.Number) == Refusal.LeftOut) scope.Forget(ComplaintStatusSlots.Number);
    }

    public static void InferOnlyCase(DialogScope scope)
    {
        if (!scope.Knows(ComplaintStatusSlots.Number) && Cases(scope) is [var only]) scope.Set(ComplaintStatusSlots.Number, only.Number, SlotSource.Inferred);
    }

    public static Effect Effect(DialogScope scope) =>
        new AddToCase(scope.Known(ComplaintStatusSlots.Number), scope.Known(ComplaintStatusSlots.Words), scope.Known(ComplaintStatusSlots.Step) == Reopen);

    private static Case? Find(DialogScope scope) => scope.Fact(new CaseByNumber(scope.Known(ComplaintStatusSlots.Number)));
}
