using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using S = ServiceBot.Dialogs.Returns.ReturnStates;

namespace ServiceBot.Dialogs.Returns;

/// <summary>Returns something, from the wish to the receipt. Where the policy lets the customer keep the goods, the same way ends in a refund without return.</summary>
internal sealed class ReturnDialog() : Dialog<ReturnStates>("return", S.Identify)
{
    public override string Purpose => "Returns something, from the wish to the receipt.";

    public override ImmutableArray<string> Intents => [Understanding.Intents.Return];

    public override ImmutableArray<string> Absorbs => [Understanding.Intents.Refund, Understanding.Intents.Complaint];

    internal override Verdict? VerdictOf(DialogScope scope) =>
        scope.IsVerified && scope.Knows(ReturnSlots.Items) && (scope.Knows(ReturnSlots.Reason) || !scope.Policy.Returns.AsksReason) ? ReturnFacts.ByPolicy(scope) : null;

    internal override RefundQuote? QuoteOf(DialogScope scope) => VerdictOf(scope) is { } verdict ? RefundQuote.For(scope.Policy, ReturnFacts.Request(scope), ReturnFacts.Granted(verdict)) : null;

    internal override Slot<string> Approval => ReturnSlots.Approval;

    protected override void Configure(StateMachine<ReturnStates, Trigger> machine, Guards when)
    {
        IdentifiesFirst(machine, when, S.Identify, then: S.ChooseOrder);
        machine.Configure(S.ChooseOrder).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.NothingToReturn, when.Holds(scope => ReturnFacts.Returnable(scope).IsEmpty), "no order can be returned")
            .PermitIf(Trigger.Next, S.ChooseItems, when.Holds(scope => scope.Knows(ReturnSlots.Order) && !ReturnFacts.Returnable(scope).IsEmpty), "one order");
        machine.Configure(S.ChooseItems).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.HowMany, when.Known(ReturnSlots.Items), "items");
        machine.Configure(S.HowMany).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Reason, when.Holds(scope => !ReturnFacts.AsksHowMany(scope) || scope.Knows(ReturnSlots.Quantity)), "quantity, or only one to return");
        machine.Configure(S.Reason).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Condition, when.Holds(scope => !scope.Policy.Returns.AsksReason || scope.Knows(ReturnSlots.Reason)), "reason, or none wanted");
        machine.Configure(S.Condition).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Evidence, when.Holds(scope => ReturnFacts.OpenCondition(scope) is null || scope.Knows(ReturnSlots.Used)), "condition, or it decides nothing");
        machine.Configure(S.Evidence).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Verdict, when.Holds(scope => !ReturnFacts.AsksEvidence(scope) || scope.Knows(ReturnSlots.Evidence)), "evidence, or none needed");
        machine.Configure(S.Verdict).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.RefundTo, when.Holds(scope => ReturnFacts.Decision(scope) == VerdictKind.Allowed), "allowed")
            .PermitIf(Trigger.Next, S.Alternatives, when.Holds(scope => ReturnFacts.Decision(scope) == VerdictKind.Refused), "refused")
            .PermitIf(Trigger.Next, S.HandedOver, when.Holds(scope => ReturnFacts.Decision(scope) == VerdictKind.Person), "a person decides");
        machine.Configure(S.Alternatives).SubstateOf(S.Open)
            .PermitIf(Trigger.Retry, S.Identify, when.Holds(scope => scope.Get(ReturnSlots.Alternative) is ReturnQuestions.OtherReason or ReturnQuestions.OtherItems), "another reason or other items")
            .PermitIf(Trigger.Next, S.HandedOver, when.Holds(scope => scope.Get(ReturnSlots.Alternative) == ReturnQuestions.Person), "a person is wanted")
            .PermitIf(Trigger.Next, S.Cancelled, when.Holds(scope => scope.Get(ReturnSlots.Alternative) == ReturnQuestions.Leave), "left as it is");
        machine.Configure(S.RefundTo).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Account, when.Holds(scope => !ReturnFacts.AsksRefundTo(scope) || scope.Knows(ReturnSlots.RefundTo)), "method");
        machine.Configure(S.Account).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.PickupAddress, when.Holds(scope => !ReturnFacts.AsksAccount(scope) || scope.Knows(ReturnSlots.Account)), "account, or none needed");
        machine.Configure(S.PickupAddress).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.PickupDate, when.Holds(scope => !ReturnFacts.BooksCourier(scope) || scope.Knows(ReturnSlots.PickupAddress)), "address, or no courier");
        machine.Configure(S.PickupDate).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.ReadBack, when.Holds(scope => !ReturnFacts.BooksCourier(scope) || scope.Knows(ReturnSlots.PickupDate)), "date, or no courier");
        machine.Configure(S.ReadBack).SubstateOf(S.Open)
            .PermitIf(Trigger.Retry, S.Identify, when.Holds(scope => ReturnFacts.Decision(scope) != VerdictKind.Allowed), "not allowed, or not any more")
            .Permit(Trigger.Yes, S.Committing)
            .Permit(Trigger.No, S.WhatToChange);
        machine.Configure(S.WhatToChange).SubstateOf(S.Open)
            .PermitIf(Trigger.Retry, S.Identify, when.Known(Correction.Change), "something to change");
        CommitsOnce(machine, S.Committing, done: S.Receipt, pending: S.InProgress, refused: S.Alternatives);
    }

    protected override void Describe(StateTable<ReturnStates> states)
    {
        states.At(S.Identify).Infers(ReturnFacts.TakeUpChange).Calls(_ => "identify");
        states.At(S.ChooseOrder).Needs(OrderChoice.Orders).Infers(ReturnFacts.InferOrder)
            .Collects(ReturnSlots.Order, "return.order", ReturnAnswers.Order).Asks(ReturnQuestions.Order);
        states.At(S.NothingToReturn).Needs(OrderChoice.Orders).Ends(ReturnQuestions.NothingToReturn);
        states.At(S.ChooseItems).Needs(OrderChoice.Orders).Infers(ReturnFacts.InferItems)
            .Collects(ReturnSlots.Items, "return.items", ReturnAnswers.Items).Asks(ReturnQuestions.Items);
        states.At(S.HowMany).Needs(OrderChoice.Orders).Collects(ReturnSlots.Quantity, "return.quantity", ReturnAnswers.Quantity).Asks(ReturnQuestions.Quantity);
        states.At(S.Reason).Needs(OrderChoice.Orders).Collects(ReturnSlots.Reason, "return.reason", ReturnAnswers.Reason).Asks(ReturnQuestions.Reason);
        states.At(S.Condition).Needs(OrderChoice.Orders).Collects(ReturnSlots.Used, "return.condition", ReturnAnswers.Used).Asks(ReturnQuestions.Condition);
        states.At(S.Evidence).Needs(OrderChoice.Orders).Infers(ReturnEvidence.Infer)
            .Collects(ReturnSlots.Evidence, "return.evidence", ReturnAnswers.Evidence).Asks(ReturnQuestions.Evidence);
        states.At(S.Verdict).Needs(OrderChoice.Orders).Infers(ReturnFacts.NoteVerdict);
        states.At(S.Alternatives).Needs(OrderChoice.Orders).Collects(ReturnSlots.Alternative, "return.alternative", ReturnAnswers.Alternative).Aside().Asks(ReturnQuestions.Alternatives);
        states.At(S.RefundTo).Needs(OrderChoice.Orders, ReturnFacts.Customer).Collects(ReturnSlots.RefundTo, "return.refundTo", ReturnAnswers.RefundTo).Asks(ReturnQuestions.RefundTo);
        states.At(S.Account).Needs(OrderChoice.Orders, ReturnFacts.Customer).Collects(ReturnSlots.Account, "return.account", ReturnAnswers.Account).Asks(ReturnQuestions.Account);
        states.At(S.PickupAddress).Needs(OrderChoice.Orders).Collects(ReturnSlots.PickupAddress, "return.pickupAddress", PickupPlaces.Hear).Asks(PickupPlaces.Ask);
        states.At(S.PickupDate).Needs(OrderChoice.Orders).Collects(ReturnSlots.PickupDate, "return.pickupDate", ReturnAnswers.PickupDate).Asks(ReturnQuestions.PickupDate);
        states.At(S.ReadBack).Needs(OrderChoice.Orders, ReturnFacts.Customer).Asks(ReturnQuestions.ReadBack);
        states.At(S.WhatToChange).Needs(OrderChoice.Orders).Collects(Correction.Change, "return.change", Correction.ByChoice).Aside()
            .Asks(scope => Correction.Which(scope, States.Values));
        states.At(S.Committing).Needs(OrderChoice.Orders, ReturnFacts.Customer).Commits(ReturnFacts.Effect);
        states.At(S.InProgress).Ends(ReturnQuestions.InProgress);
        states.At(S.Receipt).Needs(OrderChoice.Orders, ReturnFacts.Customer).Ends(ReturnQuestions.Receipt);
    }
}
