using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using static ServiceBot.Dialogs.Returns.ReturnStates;

namespace ServiceBot.Dialogs.Returns;

/// <summary>Returns something, from the wish to the receipt. Where the policy lets the customer keep the goods, the same way ends in a refund without return.</summary>
internal sealed class ReturnDialog() : Dialog<ReturnStates>("return", Identify)
{
    public override ImmutableArray<string> Intents => [Understanding.Intents.Return];

    public override ImmutableArray<string> Absorbs => [Understanding.Intents.Refund, Understanding.Intents.Complaint, Understanding.Intents.Exchange];

    protected override void Configure(StateMachine<ReturnStates, Trigger> machine, Guards when)
    {
        machine.Configure(Identify).SubstateOf(Open)
            .PermitIf(Trigger.Next, ChooseOrder, when.Holds(scope => scope.IsVerified), "customer verified");
        machine.Configure(ChooseOrder).SubstateOf(Open)
            .PermitIf(Trigger.Next, NothingToReturn, when.Holds(scope => ReturnFacts.Returnable(scope).IsEmpty), "no order can be returned")
            .PermitIf(Trigger.Next, ChooseItems, when.Holds(scope => scope.Knows(ReturnSlots.Order) && !ReturnFacts.Returnable(scope).IsEmpty), "one order");
        machine.Configure(ChooseItems).SubstateOf(Open)
            .PermitIf(Trigger.Next, HowMany, when.Known(ReturnSlots.Items), "items");
        machine.Configure(HowMany).SubstateOf(Open)
            .PermitIf(Trigger.Next, Reason, when.Holds(scope => !ReturnFacts.AsksHowMany(scope) || scope.Knows(ReturnSlots.Quantity)), "quantity, or only one to return");
        machine.Configure(Reason).SubstateOf(Open)
            .PermitIf(Trigger.Next, Condition, when.Holds(scope => !scope.Policy.Returns.AsksReason || scope.Knows(ReturnSlots.Reason)), "reason, or none wanted");
        machine.Configure(Condition).SubstateOf(Open)
            .PermitIf(Trigger.Next, Evidence, when.Holds(scope => !ReturnFacts.AsksCondition(scope) || scope.Knows(ReturnSlots.Used)), "condition, or it decides nothing");
        machine.Configure(Evidence).SubstateOf(Open)
            .PermitIf(Trigger.Next, Verdict, when.Holds(scope => !ReturnFacts.AsksEvidence(scope) || scope.Knows(ReturnSlots.Evidence)), "evidence, or none needed");
        machine.Configure(Verdict).SubstateOf(Open)
            .PermitIf(Trigger.Next, RefundTo, when.Holds(scope => ReturnFacts.Decision(scope) == VerdictKind.Allowed), "allowed")
            .PermitIf(Trigger.Next, Alternatives, when.Holds(scope => ReturnFacts.Decision(scope) == VerdictKind.Refused), "refused")
            .PermitIf(Trigger.Next, HandedOver, when.Holds(scope => ReturnFacts.Decision(scope) == VerdictKind.Person), "a person decides");
        machine.Configure(Alternatives).SubstateOf(Open)
            .PermitIf(Trigger.Retry, Identify, when.Holds(scope => scope.Get(ReturnSlots.Alternative) is ReturnQuestions.OtherReason or ReturnQuestions.OtherItems), "another reason or other items")
            .PermitIf(Trigger.Next, HandedOver, when.Holds(scope => scope.Get(ReturnSlots.Alternative) == ReturnQuestions.Person), "a person is wanted")
            .PermitIf(Trigger.Next, Cancelled, when.Holds(scope => scope.Get(ReturnSlots.Alternative) == ReturnQuestions.Leave), "left as it is");
        machine.Configure(RefundTo).SubstateOf(Open)
            .PermitIf(Trigger.Next, Account, when.Holds(scope => !ReturnFacts.AsksRefundTo(scope) || scope.Knows(ReturnSlots.RefundTo)), "method");
        machine.Configure(Account).SubstateOf(Open)
            .PermitIf(Trigger.Next, PickupAddress, when.Holds(scope => !ReturnFacts.AsksAccount(scope) || scope.Knows(ReturnSlots.Account)), "account, or none needed");
        machine.Configure(PickupAddress).SubstateOf(Open)
            .PermitIf(Trigger.Next, PickupDate, when.Holds(scope => !ReturnFacts.BooksCourier(scope) || scope.Knows(ReturnSlots.PickupAddress)), "address, or no courier");
        machine.Configure(PickupDate).SubstateOf(Open)
            .PermitIf(Trigger.Next, ReadBack, when.Holds(scope => !ReturnFacts.BooksCourier(scope) || scope.Knows(ReturnSlots.PickupDate)), "date, or no courier");
        machine.Configure(ReadBack).SubstateOf(Open)
            .Permit(Trigger.Yes, Committing)
            .Permit(Trigger.No, WhatToChange);
        machine.Configure(WhatToChange).SubstateOf(Open)
            .PermitIf(Trigger.Retry, Identify, when.Known(Correction.Change), "something to change");
        machine.Configure(Committing)
            .Permit(Trigger.Done, Receipt)
            .Permit(Trigger.Pending, InProgress)
            .Permit(Trigger.Refused, Alternatives)
            .Permit(Trigger.Unknown, HandedOver)
            .Permit(Trigger.Person, HandedOver);
    }

    protected override void Describe(StateTable<ReturnStates> states)
    {
        states.At(Identify).Infers(ReturnFacts.TakeUpChange).Calls(_ => "identify");
        states.At(ChooseOrder).Needs(OrderChoice.Orders).Infers(ReturnFacts.InferOrder)
            .Collects(ReturnSlots.Order, "return.order", ReturnAnswers.Order).Asks(ReturnQuestions.Order);
        states.At(NothingToReturn).Needs(OrderChoice.Orders).Ends(ReturnQuestions.NothingToReturn);
        states.At(ChooseItems).Needs(OrderChoice.Orders).Infers(ReturnFacts.InferItems)
            .Collects(ReturnSlots.Items, "return.items", ReturnAnswers.Items).Asks(ReturnQuestions.Items);
        states.At(HowMany).Needs(OrderChoice.Orders).Collects(ReturnSlots.Quantity, "return.quantity", ReturnAnswers.Quantity).Asks(ReturnQuestions.Quantity);
        states.At(Reason).Needs(OrderChoice.Orders).Collects(ReturnSlots.Reason, "return.reason", ReturnAnswers.Reason).Asks(ReturnQuestions.Reason);
        states.At(Condition).Needs(OrderChoice.Orders).Collects(ReturnSlots.Used, "return.condition", ReturnAnswers.Used).Asks(ReturnQuestions.Condition);
        states.At(Evidence).Needs(OrderChoice.Orders).Infers(ReturnFacts.InferEvidence)
            .Collects(ReturnSlots.Evidence, "return.evidence", ReturnAnswers.Evidence).Asks(ReturnQuestions.Evidence);
        states.At(Verdict).Needs(OrderChoice.Orders).Infers(ReturnFacts.NoteVerdict);
        states.At(Alternatives).Needs(OrderChoice.Orders).Collects(ReturnSlots.Alternative, "return.alternative", ReturnAnswers.Alternative).Asks(ReturnQuestions.Alternatives);
        states.At(RefundTo).Needs(OrderChoice.Orders, ReturnFacts.Customer).Collects(ReturnSlots.RefundTo, "return.refundTo", ReturnAnswers.RefundTo).Asks(ReturnQuestions.RefundTo);
        states.At(Account).Needs(OrderChoice.Orders, ReturnFacts.Customer).Collects(ReturnSlots.Account, "return.account", ReturnAnswers.Account).Asks(ReturnQuestions.Account);
        states.At(PickupAddress).Needs(OrderChoice.Orders).Collects(ReturnSlots.PickupAddress, "return.pickupAddress", ReturnAnswers.PickupAddress).Asks(ReturnQuestions.PickupAddress);
        states.At(PickupDate).Needs(OrderChoice.Orders).Collects(ReturnSlots.PickupDate, "return.pickupDate", ReturnAnswers.PickupDate).Asks(ReturnQuestions.PickupDate);
        states.At(ReadBack).Needs(OrderChoice.Orders, ReturnFacts.Customer).Asks(ReturnQuestions.ReadBack);
        states.At(WhatToChange).Needs(OrderChoice.Orders).Collects(Correction.Change, "return.change", Correction.ByChoice)
            .Asks(scope => Correction.Which(scope, States.Values));
        states.At(Committing).Needs(OrderChoice.Orders, ReturnFacts.Customer).Commits(ReturnFacts.Effect);
        states.At(InProgress).Ends(ReturnQuestions.InProgress);
        states.At(Receipt).Needs(OrderChoice.Orders, ReturnFacts.Customer).Ends(ReturnQuestions.Receipt);
    }
}
