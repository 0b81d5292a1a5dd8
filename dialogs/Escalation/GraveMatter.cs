using ServiceBot.Dialogs.Complaints;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>
/// What does not wait for the questions of a bot: somebody hurt or in danger, personal data in the wrong hands, a threat to go to law. Each brings a person
/// as soon as it is said, whatever is under way, and once: whoever has told it may go on with the bot.
/// </summary>
internal static class GraveMatter
{
    /// <summary>Brings a person where the words tell of a grave matter that was not told before.</summary>
    /// <returns>Whether they do, so that nothing else is made of the words.</returns>
    public static bool TryHandOver(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        if (TriggerOf(heard) is not { } trigger || context.Grave.Contains(trigger)) return false;
        context.Grave.Add(trigger);
        if (stack.Step.Turn.Input is Photos photos) context.Photos.AddRange(photos.Ids);
        stack.Step.Say(Sentence.Of($"person.grave.{trigger}"));
        if (context.Stack.Find(frame => frame.Dialog == PersonDialog.Title) is { } person)
        {
            // A person is on the way already, and comes for this now; what is being asked stays to be answered.
            stack.ScopeOf(person).Set(DialogStack.PersonCause, trigger, SlotSource.Inferred);
            stack.AskAgain(0);
            return true;
        }
        if (context.Owner is null) Tell(stack, heard);
        stack.HandOver(trigger, heard);
        return true;
    }

    /// <summary>Brings somebody forward who waits for a person already, for something less grave.</summary>
    /// <returns>Whether they come sooner, and have heard so.</returns>
    public static bool TryRaise(DialogStack stack, Ownership waiting, Recognition heard)
    {
        var context = stack.Context;
        if (context.Committing is not null || TriggerOf(heard) is not { } trigger || context.Grave.Contains(trigger)) return false;
        context.Grave.Add(trigger);
        if (context.Stack.Find(frame => frame.Dialog == PersonDialog.Title) is not { } person || Gravity(trigger) <= Gravity(EscalationTriggers.CauseOf(context))) return false;
        stack.ScopeOf(person).Set(DialogStack.PersonCause, trigger, SlotSource.Inferred);
        stack.Step.Say(Sentence.Of($"person.grave.{trigger}"));
        var raise = new Raise(waiting.Escalation, trigger, EscalationSkills.Of(context), EscalationTriggers.PriorityOf(stack, trigger), heard.Text, CaseSummary.Of(context));
        context.Committing = CommittedEffect.For(context, raise, stack.Step.Turn.ReceivedAt, 0);
        return true;
    }

    /// <summary>Whether a person is being brought for a grave matter.</summary>
    public static bool IsUnderWay(ConversationContext context) => context.Stack.Exists(frame => frame.Dialog == PersonDialog.Title && IsCause(frame));

    /// <summary>Whether a complaint is about nothing but the grave matter, which is with people now: the customer is not asked to complain of it once more.</summary>
    public static bool IsPassedOn(DialogFrame frame) => frame.Dialog == ComplaintDialog.Title && IsCause(frame);

    private static bool IsCause(DialogFrame frame) =>
        frame.Slots.GetValueOrDefault(DialogStack.PersonCause.Name)?.Value.GetString() is EscalationTriggers.Safety or EscalationTriggers.Leak or EscalationTriggers.Legal;

    // Danger before all else; of the others the leak, which the shop has to see to whatever the customer does.
    private static string? TriggerOf(Recognition heard)
    {
        var graver = heard.Of(EntityType.Aggravation).Select(entity => entity.Value).ToHashSet(StringComparer.Ordinal);
        return graver.Overlaps([Aggravations.Injury, Aggravations.Fire]) ? EscalationTriggers.Safety
            : graver.Contains(Aggravations.Leak) ? EscalationTriggers.Leak
            : graver.Contains(Aggravations.Law) ? EscalationTriggers.Legal
            : null;
    }

    private static int Gravity(string trigger) => trigger switch
    {
        EscalationTriggers.Safety => 3,
        EscalationTriggers.Leak => 2,
        EscalationTriggers.Legal => 1,
        _ => 0,
    };

    // The words are the story of a complaint where no other matter is under way that they belong to.
    private static void Tell(DialogStack stack, Recognition heard)
    {
        if (stack.Context.Top is null || stack.DialogOf(stack.Context.Top).IsLast) stack.Open(Intents.Complaint, heard);
        if (stack.Context.Top is { Dialog: ComplaintDialog.Title } complaint) ComplaintFacts.Tell(stack.ScopeOf(complaint), heard);
        else if (stack.Context.Top is { } top) DialogStack.Remember(top, heard);
    }
}
