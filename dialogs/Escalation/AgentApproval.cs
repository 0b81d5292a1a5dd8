using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>A person allows what the policy would not. The dialog then goes its own way to the same effect as ever, with the rule written down from which the exception was made.</summary>
internal static class AgentApproval
{
    /// <summary>Makes the exception; where the rule is another by now, or more would be paid than was approved, nothing changes.</summary>
    public static void Make(DialogStack stack, AgentApproves approves)
    {
        if (!HandoffPackets.FindMatter(stack, out var frame) || frame is null) return;
        var dialog = stack.DialogOf(frame);
        var scope = stack.ScopeOf(frame);
        if (dialog.Approval is not { } slot || !IsOpen(dialog, scope) || dialog.VerdictOf(scope)?.Rule != approves.Rule || dialog.QuoteOf(scope)?.Total.Minor > approves.AtMost) return;
        scope.Set(slot, approves.Rule, SlotSource.Agent);
        AgentCorrection.Rerun(frame, dialog, slot.Name);
    }

    /// <summary>Whether there is something that a person could allow, and nobody has yet.</summary>
    public static bool IsOpen(Dialog dialog, DialogScope scope) =>
        dialog.Approval is { } slot && !scope.Knows(slot) && dialog.VerdictOf(scope) is { } verdict && dialog.QuoteOf(scope) is { } quote && (verdict.Kind != VerdictKind.Allowed || quote.NeedsPerson);
}
