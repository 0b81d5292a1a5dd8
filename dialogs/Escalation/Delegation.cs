using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>The bot asks for one thing on an agent's behalf and gives the conversation back as soon as it is known, declined or has failed.</summary>
internal static class Delegation
{
    /// <summary>Begins to ask; a slot that cannot be asked for changes nothing.</summary>
    public static void Begin(DialogStack stack, Ownership owner, string slot)
    {
        var person = stack.Context.Stack.FindIndex(frame => frame.Dialog == PersonDialog.Title);
        if (person < 1 || stack.Context.Stack[person - 1] is not { State: DialogStack.HandedOver } frame || StateOf(stack, frame, slot) is not { Slot: { } wanted } state) return;
        var scope = stack.ScopeOf(frame);
        scope.Forget(wanted);
        frame.Slots[BackToBot.ResumeAt.Name] = new SlotValue(System.Text.Json.JsonSerializer.SerializeToElement(state.State, Slot<string>.Json), SlotSource.System, scope.Now);
        frame.Heard.Clear();
        stack.Context.Stack.RemoveAt(person);
        BackToBot.GoOn(stack, frame);
        stack.Context.Owner = owner with { Delegated = new DelegatedTask(frame.Number, slot) };
        stack.Context.Asked = null;
        stack.Context.Misses = 0;
        stack.Step.Say(Sentence.Of("person.collecting"));
        stack.Run();
    }

    /// <summary>Begins a whole matter on the agent's behalf; what is no matter of the bot's, or one too many, changes nothing.</summary>
    public static void Start(DialogStack stack, Ownership owner, AgentStarts starts, Recognition heard)
    {
        var context = stack.Context;
        var at = context.Stack.FindIndex(frame => frame.Dialog == PersonDialog.Title);
        if (at < 0 || !AgentStarts.Intents.Contains(starts.Intent)) return;
        var person = context.Stack[at];
        context.Stack.RemoveAt(at);
        if (!stack.Open(starts.Intent, heard) || context.Top is not { } begun)
        {
            context.Stack.Insert(at, person);
            return;
        }
        context.Owner = owner with { Delegated = new DelegatedTask(begun.Number, DelegatedTask.Whole) };
        context.Asked = null;
        context.Misses = 0;
        stack.Step.Say(Sentence.Of("person.starting"));
        stack.Run();
    }

    /// <summary>After each step of the bot's: gives the conversation back where the agent's wish is fulfilled, or cannot be any more.</summary>
    public static void GiveBack(DialogStack stack)
    {
        if (stack.Context.Owner is not { Delegated: { } task } owner || stack.Step.Facts.Missing.Count > 0) return;
        var frame = stack.Context.Stack.Find(frame => frame.Number == task.Frame);
        var isWhole = task.Slot == DelegatedTask.Whole;
        var isKnown = frame?.Slots.ContainsKey(task.Slot) == true;
        if (!isKnown && frame is not null && frame.State != DialogStack.HandedOver) return;
        // Of a whole matter the customer keeps the receipt; of a single answer there is nothing to say.
        if (isWhole) stack.Step.Hush(Welcome.Name, Interruption.Name);
        else stack.Step.Hush();
        Abandon(stack, owner);
        stack.Context.Owner = owner with { Delegated = null };
        var scope = stack.ScopeOf(stack.Context.Stack[^1]);
        stack.Step.Ask(new Question(Sentence.Of(isKnown ? "person.collected" : "person.backWithAgent"), PersonQuestions.BackToBot(scope)), PersonDialog.Title, nameof(PersonStates.Waiting), 0);
    }

    /// <summary>Puts the dialog for a person back on top, with what was under way handed over below it.</summary>
    public static void Abandon(DialogStack stack, Ownership owner)
    {
        var context = stack.Context;
        if (owner.Delegated is null) return;
        context.Stack.RemoveAll(frame => frame.Dialog == PersonDialog.Title);
        stack.ScopeOf(PutPerson(stack)).Set(PersonSlots.Escalation, owner.Escalation, SlotSource.System);
    }

    /// <summary>Puts the dialog for a person on top as if the customer had waited, with what is under way handed over below it.</summary>
    public static DialogFrame PutPerson(DialogStack stack)
    {
        var context = stack.Context;
        if (context.Top is { } top && top.State != DialogStack.HandedOver) stack.TryFire(top, Trigger.Person);
        var person = new DialogFrame { Number = ++context.Frames, Dialog = PersonDialog.Title, State = nameof(PersonStates.Waiting), CalledBy = context.Top?.Number };
        context.Stack.Add(person);
        return person;
    }

    private static StateDetail? StateOf(DialogStack stack, DialogFrame frame, string slot) =>
        stack.DialogOf(frame).States.Values.FirstOrDefault(state => state is { Question: not null, IsEnd: false, IsAside: false } && state.Slot?.Name == slot);
}
