using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.ShopFacts;
using Stateless;
using Facts = ServiceBot.Dialogs.Complaints.ComplaintStatusFacts;
using S = ServiceBot.Dialogs.Complaints.ComplaintStatusStates;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>Tells how a case stands, to its customer in full and to whoever holds only its number without anything personal, and takes what the customer wants to add.</summary>
internal sealed class ComplaintStatusDialog() : Dialog<ComplaintStatusStates>("complaint-status", S.Number)
{
    public override string Purpose => "Tells how a case stands, and takes what the customer wants to add to it.";

    public override ImmutableArray<string> Intents => [Understanding.Intents.ComplaintStatus];

    protected override void Configure(StateMachine<ComplaintStatusStates, Trigger> machine, Guards when)
    {
        machine.Configure(S.Number).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Find, when.Holds(scope => scope.Get(ComplaintStatusSlots.Number) is not (null or Refusal.LeftOut)), "case number")
            .PermitIf(Trigger.Next, S.Identify, when.Holds(scope => scope.Get(ComplaintStatusSlots.Number) is Refusal.LeftOut || (scope.IsVerified && !scope.Knows(ComplaintStatusSlots.Number))), "no number at hand");
        machine.Configure(S.Find).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Status, when.Holds(scope => Facts.IsFound(scope) && Facts.IsTheirs(scope)), "the customer's own case")
            .PermitIf(Trigger.Next, S.Told, when.Holds(scope => Facts.IsFound(scope) && !Facts.IsTheirs(scope)), "only the number is known")
            .PermitIf(Trigger.Next, S.HandedOver, when.Holds(scope => !Facts.IsFound(scope) && Facts.TriedTooOften(scope)), "too many numbers that are none")
            .PermitIf(Trigger.Retry, S.Number, when.Holds(scope => !Facts.IsFound(scope) && !Facts.TriedTooOften(scope)), "no such case");
        IdentifiesFirst(machine, when, S.Identify, then: S.Choose);
        machine.Configure(S.Choose).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.NoCases, when.Holds(scope => Facts.Cases(scope).IsEmpty), "no case")
            .PermitIf(Trigger.Next, S.Status, when.Known(ComplaintStatusSlots.Number), "one case");
        machine.Configure(S.Status).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Words, when.Holds(scope => scope.Get(ComplaintStatusSlots.Step) is Facts.Add or Facts.Reopen), "something to add, or to open again")
            .PermitIf(Trigger.Next, S.HandedOver, when.Holds(scope => scope.Get(ComplaintStatusSlots.Step) == Facts.Person), "a person is wanted")
            .PermitIf(Trigger.Next, S.Left, when.Holds(scope => scope.Get(ComplaintStatusSlots.Step) == Facts.Leave), "left as it is");
        machine.Configure(S.Words).SubstateOf(S.Open)
            .OnEntryFrom(Trigger.No, () => when.Live.Forget(ComplaintStatusSlots.Words))
            .PermitIf(Trigger.Next, S.ReadBack, when.Known(ComplaintStatusSlots.Words), "the words to add");
        machine.Configure(S.ReadBack).SubstateOf(S.Open)
            .Permit(Trigger.Yes, S.Committing)
            .Permit(Trigger.No, S.Words);
        CommitsOnce(machine, S.Committing, done: S.Added, pending: S.Added, refused: S.HandedOver);
    }

    protected override void Describe(StateTable<ComplaintStatusStates> states)
    {
        states.At(S.Number).Infers(Facts.InferNumber)
            .Collects(ComplaintStatusSlots.Number, "complaint-status.number", ComplaintStatusAnswers.Number, optional: true).Asks(ComplaintStatusQuestions.Number);
        states.At(S.Find).Needs(Facts.ByNumber, Facts.CasesOfCustomer).Infers(Facts.NoteNotFound);
        states.At(S.Identify).Infers(Facts.ForgetMissingNumber).Calls(_ => "identify");
        states.At(S.Choose).Needs(Facts.CasesOfCustomer).Infers(Facts.InferOnlyCase)
            .Collects(ComplaintStatusSlots.Number, "complaint-status.number", ComplaintStatusAnswers.Choice).Asks(ComplaintStatusQuestions.Choice);
        states.At(S.NoCases).Ends(_ => Question.Tell(Language.Sentence.Of("complaint-status.none")));
        states.At(S.Status).Needs(Facts.ByNumber).Collects(ComplaintStatusSlots.Step, "complaint-status.step", ComplaintStatusAnswers.Step).Asks(ComplaintStatusQuestions.Status);
        states.At(S.Told).Needs(Facts.ByNumber).Ends(ComplaintStatusQuestions.Told);
        states.At(S.Words).Needs(Facts.ByNumber).Collects(ComplaintStatusSlots.Words, "complaint-status.words", ComplaintStatusAnswers.Words).Asks(ComplaintStatusQuestions.Words);
        states.At(S.ReadBack).Needs(Facts.ByNumber).Asks(ComplaintStatusQuestions.ReadBack);
        states.At(S.Committing).Needs(Facts.ByNumber).Commits(Facts.Effect);
        states.At(S.Added).Ends(ComplaintStatusQuestions.Added);
        states.At(S.Left).Ends();
    }
}
