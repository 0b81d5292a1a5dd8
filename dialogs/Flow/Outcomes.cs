using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Takes the outcome of an effect to the dialog that waits for it.</summary>
internal static class Outcomes
{
    /// <summary>The receipt of the dialog's effect.</summary>
    public static readonly Slot<Receipt> Receipt = new("receipt");
    /// <summary>Why the effect was refused.</summary>
    public static readonly Slot<string> Reason = new("refusal");
    /// <summary>The one-time code.</summary>
    public static readonly Slot<string> Code = new("code") { IsPersonal = true };
    /// <summary>The courier's pickup number.</summary>
    public static readonly Slot<string> PickupNumber = new("pickupNumber");

    public static void Hear(DialogStack stack, EffectEnded ended)
    {
        if (stack.Context.Committing is not { } committed || !string.Equals(committed.Key, ended.Key, StringComparison.Ordinal)) return;
        stack.Context.Committing = null;
        if (committed.IsBookkeeping) return;
        var frame = stack.Context.Stack.Find(frame => frame.Number == committed.Frame)
            ?? throw new InvalidOperationException($"The effect '{ended.Key}' has no dialog that waits for it.");
        var scope = stack.ScopeOf(frame);
        var outcome = ended.Outcome;
        if (outcome.Receipt is { } receipt)
        {
            scope.Set(Receipt, receipt, SlotSource.System);
            stack.Context.Receipts.Add(receipt);
            if (receipt.Kind != "satisfaction") stack.Context.SatisfactionAsked = false;
        }
        if (outcome.Reason is { } reason) scope.Set(Reason, reason, SlotSource.System);
        if (outcome.Code is { } code) scope.Set(Code, code, SlotSource.System);
        if (outcome.PickupNumber is { } pickup) scope.Set(PickupNumber, pickup, SlotSource.System);
        var trigger = outcome.Kind switch
        {
            OutcomeKind.Done => Trigger.Done,
            OutcomeKind.Pending => Trigger.Pending,
            OutcomeKind.Refused => Trigger.Refused,
            _ => Trigger.Unknown,
        };
        if (!stack.TryFire(frame, trigger)) throw new InvalidOperationException($"Dialog '{frame.Dialog}' has no way from '{frame.State}' for the outcome '{outcome.Kind}'.");
        if (trigger == Trigger.Unknown) scope.Set(DialogStack.PersonCause, "backend", SlotSource.System);
        if (ReferenceEquals(frame, stack.Context.Top)) stack.Run();
    }
}
