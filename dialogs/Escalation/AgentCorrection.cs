using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>An agent sets a slot of what was handed over. The words are heard as the customer's own answer to that question would be, so nothing gets in that the dialog could not take; the customer hears nothing of it now.</summary>
internal static class AgentCorrection
{
    /// <summary>Takes the words for the slot; words that do not fit change nothing.</summary>
    public static void Make(DialogStack stack, AgentCorrects corrects, Recognition heard)
    {
        var context = stack.Context;
        foreach (var frame in context.Stack.AsEnumerable().Reverse().Where(frame => frame.Dialog is not (PersonDialog.Title or "identify")))
        {
            if (StateOf(stack, frame, corrects.Slot) is not { Hears: { } hears, Question: { } question } state) continue;
            var scope = stack.ScopeOf(frame);
            if (!stack.HasFacts(state, scope)) return;
            var asked = context.Asked;
            var expecting = question(scope).Expecting;
            context.Asked = new Prompt(frame.Dialog, state.State, expecting, 0);
            var taken = hears(scope, heard with { Chosen = OptionMatch.Find(corrects.Words, expecting.Options, expecting.Many).Chosen }, true);
            context.Asked = asked;
            stack.Step.Hush();
            if (taken) Rerun(frame, stack.DialogOf(frame), corrects.Slot);
            return;
        }
    }

    /// <summary>The state that asks for a slot, if the dialog has come so far that it can be asked for.</summary>
    public static StateDetail? StateOf(DialogStack stack, DialogFrame frame, string slot) => stack.DialogOf(frame).States.Values.FirstOrDefault(state =>
        state.Slot?.Name == slot && !state.IsAside && (frame.Slots.ContainsKey(slot) || IsNext(frame, state)));

    private static bool IsNext(DialogFrame frame, StateDetail state) =>
        (frame.Slots.TryGetValue(BackToBot.ResumeAt.Name, out var at) ? at.Value.GetString() : frame.State) == state.State;

    // From the start again when the bot goes on, silently through all that is still known: the path of every correction.
    public static void Rerun(DialogFrame frame, Dialog dialog, string slot)
    {
        frame.Slots[slot] = frame.Slots[slot] with { Source = SlotSource.Agent, Confirmed = false };
        frame.Heard.Clear();
        if (frame.State == DialogStack.HandedOver) frame.Slots[BackToBot.ResumeAt.Name] = new SlotValue(System.Text.Json.JsonSerializer.SerializeToElement(dialog.InitialState, Slot<string>.Json), SlotSource.System, frame.Slots[slot].At);
    }
}
