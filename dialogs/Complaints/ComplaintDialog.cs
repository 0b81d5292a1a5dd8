using System.Collections.Immutable;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Repair;
using Stateless;
using S = ServiceBot.Dialogs.Complaints.ComplaintStates;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>Takes a complaint, from the story to a case with a promise. Whoever will not say who they are gets a case all the same.</summary>
internal sealed class ComplaintDialog() : Dialog<ComplaintStates>(Title, S.Identify)
{
    public const string Title = "complaint";

    public override string Purpose => "Takes a complaint, from the story to a case with a promise of when an answer comes.";

    // Who tells a story tells of what is broken; only "I want to return it" is a wish.
    internal override double LeavesAt => 0.8;

    public override ImmutableArray<string> Intents => [Understanding.Intents.Complaint];

    // Within a complaint these are what the customer wishes for.
    public override ImmutableArray<string> Absorbs => [Understanding.Intents.Refund, Understanding.Intents.Exchange];

    protected override void Configure(StateMachine<ComplaintStates, Trigger> machine, Guards when)
    {
        machine.Configure(S.Identify).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Contact, when.Holds(scope => scope.IsVerified || scope.Knows(ComplaintSlots.Anonymous)), "customer verified, or would rather not be");
        machine.Configure(S.Contact).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Story, when.Holds(scope => scope.IsVerified || scope.Knows(ComplaintSlots.Contact)), "the customer can be reached, or would rather not be");
        machine.Configure(S.Story).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Category, when.Known(ComplaintSlots.Story), "story");
        machine.Configure(S.Category).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Order, when.Known(ComplaintSlots.Category), "category");
        machine.Configure(S.Order).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Wish, when.Holds(scope => scope.Knows(ComplaintSlots.Order) || !ComplaintFacts.AsksOrder(scope)), "order, or none to ask about");
        machine.Configure(S.Wish).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.ReadBack, when.Known(ComplaintSlots.Wish), "wish, or none");
        machine.Configure(S.ReadBack).SubstateOf(S.Open)
            .Permit(Trigger.Yes, S.Committing)
            .Permit(Trigger.No, S.WhatToChange);
        machine.Configure(S.WhatToChange).SubstateOf(S.Open)
            .PermitIf(Trigger.Retry, S.Identify, when.Known(Correction.Change), "something to change");
        CommitsOnce(machine, S.Committing, done: S.Receipt, pending: S.InProgress, refused: S.HandedOver);
    }

    protected override void Describe(StateTable<ComplaintStates> states)
    {
        states.At(S.Identify).Infers(ComplaintFacts.Open).Calls(_ => "identify", ComplaintSlots.Anonymous);
        states.At(S.Contact).Infers(scope => Contact.Infer(scope, ComplaintSlots.Contact)).Collects(ComplaintSlots.Contact, "complaint.contact", Contact.Into(ComplaintSlots.Contact), optional: true).Asks(_ => Contact.Ask(ComplaintSlots.Contact));
        states.At(S.Story).Collects(ComplaintSlots.Story, "complaint.story", ComplaintAnswers.Story).Asks(ComplaintQuestions.Story);
        states.At(S.Category).Infers(ComplaintFacts.Settle).Collects(ComplaintSlots.Category, "complaint.category", ComplaintAnswers.Category).Asks(ComplaintQuestions.Category);
        states.At(S.Order).Needs(OrderChoice.Orders).Infers(ComplaintFacts.InferOrder)
            .Collects(ComplaintSlots.Order, "complaint.order", ComplaintAnswers.Order, optional: true).Asks(ComplaintQuestions.Order);
        states.At(S.Wish).Collects(ComplaintSlots.Wish, "complaint.wish", ComplaintAnswers.Wish, optional: true).Asks(ComplaintQuestions.Wish);
        states.At(S.ReadBack).Needs(OrderChoice.Orders).Asks(ComplaintQuestions.ReadBack);
        states.At(S.WhatToChange).Collects(Correction.Change, "complaint.change", Correction.ByChoice).Aside().Asks(scope => Correction.Which(scope, States.Values));
        states.At(S.Committing).Needs(ComplaintFacts.EarlierCases).Infers(ComplaintFacts.Promise).Commits(ComplaintFacts.Effect);
        states.At(S.InProgress).Ends(ComplaintQuestions.InProgress);
        // What was shown belongs to this case now.
        states.At(S.Receipt).Infers(scope => scope.Context.Photos.Clear()).Ends(ComplaintQuestions.Receipt);
    }
}
