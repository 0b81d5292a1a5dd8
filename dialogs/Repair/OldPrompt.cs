using System.Text.Json;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>The customer answers what this channel asked last, while the conversation went on elsewhere: a value corrects its slot, and consent to something else than what was read last binds nothing.</summary>
internal static class OldPrompt
{
    /// <summary>Whether this channel last asked something else than what is asked now.</summary>
    public static bool IsAsked(DialogStack stack) => Old(stack) is not null;

    /// <summary>Takes the value for the slot that the old question was about.</summary>
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        if (Old(stack) is not { } old || context.Top is not { } frame || old.Dialog != frame.Dialog) return false;
        var scope = stack.ScopeOf(frame);
        if (!stack.DialogOf(frame).States.TryGetValue(old.State, out var state) || state is not { Slot: { } slot, Hears: { } hears } || !stack.DialogOf(frame).CanFire(scope, Trigger.Corrected)) return false;
        if (!stack.HasFacts(state, scope)) return true;
        frame.Slots.TryGetValue(slot.Name, out var before);
        var newest = context.Asked;
        context.Asked = old; // what was chosen counts in the options of that question
        var isTaken = hears(scope, heard, true);
        context.Asked = newest;
        if (!isTaken) return false;
        if (before is not null && frame.Slots.TryGetValue(slot.Name, out var now) && JsonElement.DeepEquals(before.Value, now.Value)) return AskTheNewest(stack, heard);
        return Correction.Rerun(stack, frame, state, heard);
    }

    /// <summary>Says that the conversation went on, here or elsewhere, and asks on this channel what is asked now.</summary>
    public static bool AskTheNewest(DialogStack stack, Recognition heard)
    {
        stack.Step.Say(Sentence.Of(IsAskedHere(stack) ? "repair.crossed" : "repair.movedOn"));
        stack.AskAgain(0);
        return true;
    }

    // Then the customer was only faster, or said it twice: what they had not heard yet stands on this very channel.
    private static bool IsAskedHere(DialogStack stack) =>
        stack.Context.Channels.GetValueOrDefault(stack.Step.Turn.Channel.Name)?.Asked is { } here && stack.Context.Asked is { } newest && here.AsksTheSame(newest);

    private static Prompt? Old(DialogStack stack) =>
        stack.Context.AskedOn(stack.Step.Turn) is { } own && stack.Context.Asked is { } newest && !own.AsksTheSame(newest) ? own : null;
}
