using System.Text.Json;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Any slot is corrected at any time, by its value ("no, the blue one") or by its name ("change the address"). What hung on it is forgotten, what did not is kept.</summary>
internal static class Correction
{
    // Somebody who corrects more often than this is served better by a person.
    private const int AtMost = 8;

    /// <summary>The slot by whose choosing a customer says what to change.</summary>
    public static readonly Slot<string> Change = new("change");

    public static bool TryRepair(DialogStack stack, Recognition heard) =>
        heard.Acts.Contains(DialogAct.Correct) && IsOpen(stack, out var frame) && (ByValue(stack, frame, heard) || (heard.Chosen.IsEmpty && ByName(stack, frame, heard)));

    /// <summary>At a read-back, words that are neither yes nor no but name another value correct it; and so does, at any question, a no that answers nothing: "no, the blue one".</summary>
    public static bool TryByValue(DialogStack stack, Recognition heard) =>
        !heard.Acts.Contains(DialogAct.Bye) /* "no, that's all" means no item */ && stack.Context.Asked is { } asked && (asked.ReadBack is not null || (heard.Answer == YesNo.No && asked.Expecting.Kind != ExpectedKind.YesNo)) && IsOpen(stack, out var frame) && ByValue(stack, frame, heard);

    /// <summary>The customer chose which slot to change.</summary>
    public static bool ByChoice(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Chosen.IsEmpty) return false;
        scope.Set(Change, scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value ?? "");
        return true;
    }

    /// <summary>The question which slot to change, with those that the customer can change.</summary>
    public static Question Which(DialogScope scope, IEnumerable<StateDetail> states) =>
        Question.Choose(Change, ExpectedKind.Choice, Sentence.Of("repair.whatToChange"), states
            .Where(state => state is { Slot: { } slot, Name: not null } && slot.Name != Change.Name && scope.Knows(slot))
            .Select(state => new Option(state.Slot?.Name ?? "", scope.Words(state.Name?.Key ?? ""))));

    private static bool IsOpen(DialogStack stack, out DialogFrame frame)
    {
        frame = stack.Context.Top ?? NoFrame;
        return !ReferenceEquals(frame, NoFrame) && stack.Context.Asked?.Dialog == frame.Dialog && stack.DialogOf(frame).CanFire(stack.ScopeOf(frame), Trigger.Corrected);
    }

    private static readonly DialogFrame NoFrame = new() { Number = 0, Dialog = "", State = "" };

    private static bool ByValue(DialogStack stack, DialogFrame frame, Recognition heard)
    {
        var scope = stack.ScopeOf(frame);
        foreach (var state in stack.DialogOf(frame).States.Values.Reverse())
        {
            if (state is not { Slot: { } slot, Hears: { } hears } || state.State == frame.State || !frame.Slots.TryGetValue(slot.Name, out var old)) continue;
            if (!stack.HasFacts(state, scope)) return true;
            if (!hears(scope, heard, false)) continue;
            if (frame.Slots.TryGetValue(slot.Name, out var now) && JsonElement.DeepEquals(old.Value, now.Value)) continue;
            return Rerun(stack, frame, state, heard);
        }
        return false;
    }

    private static bool ByName(DialogStack stack, DialogFrame frame, Recognition heard)
    {
        var scope = stack.ScopeOf(frame);
        var states = stack.DialogOf(frame).States.Values.Where(state => state is { Slot: { } slot, Name: not null } && scope.Knows(slot)).ToArray();
        var match = OptionMatch.Find(heard.Text, [.. states.Select(state => new Option(state.Slot?.Name ?? "", scope.Words(state.Name?.Key ?? "")))]);
        if (match.IsAmbiguous || match.Chosen.Length != 1) return false;
        var named = states[match.Chosen[0]];
        if (named.Slot is { } slot) scope.Forget(slot);
        return Rerun(stack, frame, named, heard);
    }

    /// <summary>Goes the way again from the start, silently, through all that is still known.</summary>
    public static bool Rerun(DialogStack stack, DialogFrame frame, StateDetail changed, Recognition heard)
    {
        if (++frame.Corrections > AtMost)
        {
            stack.HandOver("failures");
            return true;
        }
        frame.Heard.Clear();
        if (changed is { Slot: { } slot, Name: { } name } && frame.Slots.ContainsKey(slot.Name)) stack.Step.Say(Sentence.Of("repair.corrected", ("what", name)));
        stack.Context.Misses = 0;
        stack.TryFire(frame, Trigger.Corrected);
        stack.Run();
        return true;
    }
}
