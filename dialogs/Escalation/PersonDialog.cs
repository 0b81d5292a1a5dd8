using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using S = ServiceBot.Dialogs.Escalation.PersonStates;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>Brings a person: a case with all that was said, and a promise of when somebody is in touch. Nothing is asked but how to reach the customer, and that only when nobody knows.</summary>
internal sealed class PersonDialog() : Dialog<PersonStates>("person", S.Contact)
{
    public override string Purpose => "Brings a person: a case with all that was said, and a promise of when somebody is in touch.";

    public override ImmutableArray<string> Intents => [Understanding.Intents.Person];

    protected override void Configure(StateMachine<PersonStates, Trigger> machine, Guards when)
    {
        machine.Configure(S.Contact).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Committing, when.Known(PersonSlots.Contact), "the customer can be reached, or would rather not be");
        machine.Configure(S.Committing)
            .Permit(Trigger.Done, S.Promised)
            .Permit(Trigger.Pending, S.Promised)
            .Permit(Trigger.Refused, S.NotPromised)
            .Permit(Trigger.Unknown, S.NotPromised);
    }

    protected override void Describe(StateTable<PersonStates> states)
    {
        states.At(S.Contact).Needs(KnownCustomer).Infers(InferContact)
            .Collects(PersonSlots.Contact, "person.contact", Contact.Into(PersonSlots.Contact), optional: true).Asks(_ => Contact.Ask(PersonSlots.Contact));
        states.At(S.Committing).Commits(OpenCase);
        states.At(S.Promised).Ends(SayPromise);
        states.At(S.NotPromised).Ends(_ => Question.Tell(Sentence.Of("person.notPromised")));
    }

    private static Need? KnownCustomer(DialogScope scope) => scope.IsVerified ? new CustomerById(scope.CustomerId) : null;

    private static void InferContact(DialogScope scope)
    {
        Contact.Infer(scope, PersonSlots.Contact);
        if (scope.Knows(PersonSlots.Contact) || !scope.IsVerified) return;
        var customer = scope.Fact(new CustomerById(scope.CustomerId));
        if ((customer?.Phone ?? customer?.Email) is { } contact) scope.Set(PersonSlots.Contact, contact, SlotSource.System);
    }

    private static Effect OpenCase(DialogScope scope)
    {
        var contact = scope.Known(PersonSlots.Contact);
        return new OpenCase("callback", CaseSummary.Of(scope.Context), scope.Policy.CallbackBy(scope.Now))
        {
            CustomerId = scope.Context.CustomerId,
            OrderId = CaseSummary.OrderOf(scope.Context),
            Phone = Contact.Phone(contact),
            Email = Contact.Email(contact),
            Language = scope.Context.Language,
            Trigger = scope.Get(DialogStack.PersonCause) ?? "asked",
            Evidence = [.. scope.Context.Photos],
        };
    }

    private static Question SayPromise(DialogScope scope)
    {
        var receipt = scope.Known(Outcomes.Receipt);
        var contact = scope.Known(PersonSlots.Contact);
        var by = scope.Policy.CallbackBy(scope.Now);
        var promise = contact == Refusal.LeftOut
            ? Sentence.Of("person.promisedHere", ("by", by))
            : Sentence.Of("person.promised", ("by", by), ("contact", Contact.Veiled(contact)));
        return new Question(Sentence.Of("person.toldAll"), Expectation.Nothing)
        {
            Lead = [promise, Sentence.Of("person.number", ("number", receipt.Number))],
            Receipt = receipt,
        };
    }
}
