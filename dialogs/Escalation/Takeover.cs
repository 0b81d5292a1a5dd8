using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>A person takes part: what agents do in a conversation, and what the customer says while it is theirs. Who does not own the conversation changes nothing in it.</summary>
internal static class Takeover
{
    public static void Hear(DialogStack stack, AgentInput act, Recognition? heard)
    {
        var context = stack.Context;
        // An effect whose end nobody knows yet comes first; the agent tries again in a moment.
        if (context.Committing is not null) return;
        if (context.Owner is not { } owner)
        {
            if (act is AgentFollowsUp follows) FollowUp(stack, follows);
            return;
        }
        if (act is AgentAccepts)
        {
            if (owner.Agent is null) Accept(stack, owner, act.Agent);
            return;
        }
        if (act is AgentTakesOver && owner.Agent?.Id != act.Agent.Id)
        {
            Delegation.Abandon(stack, owner);
            stack.Step.Hush();
            Accept(stack, owner, act.Agent);
            return;
        }
        if (owner.Agent?.Id != act.Agent.Id) return;
        switch (act)
        {
            case AgentSays says:
                stack.Step.Relay(act.Agent, says.Text);
                break;
            case AgentCorrects corrects when heard is not null && owner.IsSilent:
                AgentCorrection.Make(stack, corrects, heard);
                break;
            case AgentDelegates delegates when owner.IsSilent:
                Delegation.Begin(stack, owner, delegates.Slot);
                break;
            case AgentStarts starts when heard is not null && owner.IsSilent:
                Delegation.Start(stack, owner, starts, heard);
                break;
            case AgentReturns:
                Settle(stack, owner, EscalationStates.Returned);
                BackToBot.Resume(stack);
                break;
            case AgentEnds:
                Settle(stack, owner, EscalationStates.Ended);
                BackToBot.End(stack);
                break;
            case AgentWarns warns when owner.IsSilent:
                Protection.Warn(stack, warns);
                break;
            case AgentStops stops when Protection.MayStop(context, stops.Cause):
                Settle(stack, owner, EscalationStates.Ended);
                Protection.Stop(stack);
                break;
            case AgentApproves approves when owner.IsSilent:
                AgentApproval.Make(stack, approves);
                break;
            case AgentLeaves leaves:
                Leave(stack, owner, leaves.IsUntaken ? "person.untaken" : "person.leftToOther", null);
                break;
            case AgentTransfers transfers:
                Leave(stack, owner, "person.transferred", transfers.Skill);
                break;
        }
    }

    /// <summary>The customer speaks while the bot is silent: it is kept for the agent, unless it is the wish to have the bot back.</summary>
    public static void Hear(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        if (context.Owner is not { } owner) return;
        CustomerWords.Remember(context, heard);
        ChooseLanguage.Follow(context, heard);
        if (stack.Step.Turn.Input is Photos photos) context.Photos.AddRange(photos.Ids);
        if (context.Committing is null && WantsTheBot(stack, owner, heard))
        {
            Settle(stack, owner, EscalationStates.Left);
            BackToBot.Resume(stack);
        }
        else if (owner.Agent is null)
        {
            if (!GraveMatter.TryRaise(stack, owner, heard)) stack.Step.Say(Sentence.Of("person.noted"));
            stack.AskAgain(1);
        }
    }

    /// <summary>No desk takes the customer, or not any more: nobody is available, and the customer hears at once what can be done instead.</summary>
    public static void Fail(DialogStack stack, DeskFailed failed)
    {
        var context = stack.Context;
        if (context is not { Committing: null, Owner: { } owner } || owner.Escalation != failed.Escalation) return;
        Settle(stack, owner, EscalationStates.Left, isFailure: true);
        if (context.Stack.Find(frame => frame.Dialog == PersonDialog.Title) is not { } person) return;
        var scope = stack.ScopeOf(person);
        scope.Forget(PersonSlots.Way);
        scope.Forget(PersonSlots.Escalation);
        stack.TryFire(person, Trigger.Refused);
        stack.Run();
    }

    /// <summary>The customer has left the line on which they waited for a person: the wait is over, and what was under way can be taken up again.</summary>
    public static void Abandon(DialogStack stack)
    {
        var context = stack.Context;
        if (!stack.Step.Turn.Channel.Speaks || context is not { Committing: null, Owner: { Agent: null } owner }) return;
        Settle(stack, owner, EscalationStates.Left);
        BackToBot.Abandon(stack);
    }

    /// <summary>The customer was to be called by a person and could not be reached: the wait is over, and a case with a promise takes its place.</summary>
    public static void GiveUp(DialogStack stack)
    {
        if (stack.Context is not { Committing: null, Owner: { Agent: null } owner } || stack.Context.Stack.Find(frame => frame.Dialog == PersonDialog.Title) is not { } person) return;
        var scope = stack.ScopeOf(person);
        scope.Set(PersonSlots.NotReached, true, SlotSource.System);
        if (!scope.Knows(PersonSlots.Contact)) scope.Set(PersonSlots.Contact, Contact.OfCaller(stack.Step.Turn.From) ?? Refusal.LeftOut, SlotSource.System);
        Settle(stack, owner, EscalationStates.Left, person.Number);
    }

    // In words of the button alone while an agent is there: "stop that, please" is said to the agent.
    private static bool WantsTheBot(DialogStack stack, Ownership owner, Recognition heard) =>
        heard.Text.Equals(stack.Step.Words(Sentence.Of("person.toBot")), StringComparison.OrdinalIgnoreCase) || heard.Text.Equals(PersonQuestions.Bot, StringComparison.OrdinalIgnoreCase)
        || owner.Agent is null && (heard.Acts.Contains(DialogAct.Resume) || heard.Acts.Contains(DialogAct.Cancel));

    private static void Accept(DialogStack stack, Ownership owner, AgentIdentity agent)
    {
        Join(stack, owner.Escalation, agent, stack.Context.Stack.Find(frame => frame.Dialog == PersonDialog.Title) ?? throw new InvalidOperationException($"The escalation '{owner.Escalation}' has no dialog."));
        Commit(stack, owner, EscalationStates.Accepted, agent);
    }

    // Nobody waits, so that there is nothing to accept: the escalation begins with its agent.
    private static void FollowUp(DialogStack stack, AgentFollowsUp act)
    {
        var context = stack.Context;
        if (context.Top is { } last && stack.DialogOf(last).IsLast) context.Stack.Remove(last);
        var person = Delegation.PutPerson(stack);
        var scope = stack.ScopeOf(person);
        scope.Set(DialogStack.PersonCause, EscalationTriggers.Promised, SlotSource.System);
        var escalate = PersonDialog.EscalationOf(scope, EscalationTriggers.Promised) with { AgentId = act.Agent.Id, IsCall = act.ByTelephone };
        Join(stack, escalate.Id, act.Agent, person);
        context.Committing = CommittedEffect.For(context, escalate, stack.Step.Turn.ReceivedAt, 0);
    }

    private static void Join(DialogStack stack, string escalation, AgentIdentity agent, DialogFrame person)
    {
        stack.Context.Owner = new Ownership(escalation, stack.Step.Turn.ReceivedAt) { Agent = agent };
        stack.Step.Ask(new Question(Sentence.Of("person.joined", ("agent", agent.Name)), PersonQuestions.BackToBot(stack.ScopeOf(person))), PersonDialog.Title, nameof(PersonStates.Waiting), 0);
    }

    private static void Leave(DialogStack stack, Ownership owner, string sentence, string? skill)
    {
        Delegation.Abandon(stack, owner);
        stack.Context.Owner = new Ownership(owner.Escalation, stack.Step.Turn.ReceivedAt);
        stack.Step.Hush();
        stack.Step.Say(Sentence.Of(sentence));
        Commit(stack, owner, EscalationStates.Waiting, owner.Agent, skill);
    }

    private static void Settle(DialogStack stack, Ownership owner, string state, int frame = 0, bool isFailure = false)
    {
        Delegation.Abandon(stack, owner);
        stack.Step.Hush();
        stack.Context.Owner = null;
        Commit(stack, owner, state, owner.Agent, frame: frame, isFailure: isFailure);
    }

    private static void Commit(DialogStack stack, Ownership owner, string state, AgentIdentity? agent, string? skill = null, int frame = 0, bool isFailure = false) =>
        stack.Context.Committing = CommittedEffect.For(stack.Context, new Settle(owner.Escalation, state) { AgentId = agent?.Id, Skill = skill, Told = state == EscalationStates.Accepted ? owner.Told : null, IsFailure = isFailure }, stack.Step.Turn.ReceivedAt, frame);
}
