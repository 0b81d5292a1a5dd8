using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using S = ServiceBot.Dialogs.Escalation.PersonStates;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>Brings a person: into the queue where somebody is at the desk, else a case with all that was said and a promise of when somebody is in touch.</summary>
internal sealed class PersonDialog() : Dialog<PersonStates>("person", S.Availability)
{
    public const string Title = "person";

    public override string Purpose => "Brings a person: the queue where somebody is at the desk, else a case with all that was said and a promise of when somebody is in touch.";

    public override ImmutableArray<string> Intents => [Understanding.Intents.Person];

    /// <summary>How the desk stands for this customer.</summary>
    public static DeskStandingFor Standing(DialogScope scope) =>
        new(EscalationSkills.Of(scope.Context), scope.Context.Language, scope.Context.Owner?.Escalation ?? scope.Get(PersonSlots.Escalation), scope.Turn.Channel.Speaks) { Channel = scope.Turn.Channel.Name };

    protected override void Configure(StateMachine<PersonStates, Trigger> machine, Guards when)
    {
        machine.Configure(S.Availability).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Contact, when.Holds(scope => scope.Fact(Standing(scope)) is null), "the shop has no desk")
            .PermitIf(Trigger.Next, S.Queueing, when.Holds(scope => scope.Fact(Standing(scope)) is { Present: > 0 }), "somebody is at the desk")
            .PermitIf(Trigger.Next, S.NobodyThere, when.Holds(scope => scope.Fact(Standing(scope)) is { Present: 0 }), "nobody is at the desk");
        machine.Configure(S.NobodyThere).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Queueing, when.Holds(scope => scope.Get(PersonSlots.Way) == PersonQuestions.Wait), "the customer waits all the same")
            .PermitIf(Trigger.Next, S.Contact, when.Holds(scope => scope.Get(PersonSlots.Way) is PersonQuestions.Callback or PersonQuestions.Here or PersonQuestions.Voicemail), "an answer later will do");
        machine.Configure(S.Queueing)
            .Permit(Trigger.Done, S.Waiting)
            .Permit(Trigger.Pending, S.Waiting)
            .Permit(Trigger.Refused, S.Contact)
            .Permit(Trigger.Unknown, S.NotPromised);
        // The wait was settled for want of anybody who took the call.
        machine.Configure(S.Waiting).SubstateOf(S.Open)
            .PermitIf(Trigger.Done, S.Contact, when.Known(PersonSlots.NotReached), "could not be reached by telephone")
            .PermitIf(Trigger.Refused, S.Contact, when.Known(PersonSlots.NotReached), "could not be reached by telephone")
            .PermitIf(Trigger.Refused, S.NobodyThere, when.Holds(scope => !scope.Knows(PersonSlots.NotReached)), "no desk takes the customer");
        machine.Configure(S.Contact).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Committing, when.Known(PersonSlots.Contact), "the customer can be reached, or would rather not be");
        machine.Configure(S.Committing)
            .PermitIf(Trigger.Done, S.Promised, when.Holds(scope => scope.Get(PersonSlots.Way) != PersonQuestions.Voicemail), "the case says it all")
            .PermitIf(Trigger.Done, S.Voicemail, when.Holds(scope => scope.Get(PersonSlots.Way) == PersonQuestions.Voicemail), "the caller has something to add")
            .Permit(Trigger.Pending, S.Promised)
            .Permit(Trigger.Refused, S.NotPromised)
            .Permit(Trigger.Unknown, S.NotPromised);
    }

    protected override void Describe(StateTable<PersonStates> states)
    {
        states.At(S.Availability).Needs(Standing);
        states.At(S.NobodyThere).Collects(PersonSlots.Way, "person.askWay", PersonQuestions.HearWay).Aside().Asks(PersonQuestions.NobodyThere);
        states.At(S.Queueing).Needs(KnownCustomer).Commits(Queue);
        states.At(S.Waiting).Needs(Standing).Infers(BeginToWait).Asks(PersonQuestions.Waiting);
        states.At(S.Contact).Needs(KnownCustomer).Infers(InferContact)
            .Collects(PersonSlots.Contact, "person.contact", Contact.Into(PersonSlots.Contact), optional: true).Asks(_ => Contact.Ask(PersonSlots.Contact));
        states.At(S.Committing).Commits(OpenCase);
        states.At(S.Promised).Ends(PersonQuestions.Promise);
        states.At(S.Voicemail).Ends(PersonQuestions.Promise);
        states.At(S.NotPromised).Ends(_ => Question.Tell(Language.Sentence.Of("person.notPromised")));
    }

    private static Need? KnownCustomer(DialogScope scope) => scope.IsVerified ? new CustomerById(scope.CustomerId) : null;

    private static void InferContact(DialogScope scope)
    {
        Contact.Infer(scope, PersonSlots.Contact);
        if (!scope.Knows(PersonSlots.Contact) && scope.Turn.Channel.Speaks && Contact.OfCaller(scope.Turn.From) is { } caller) scope.Set(PersonSlots.Contact, caller, SlotSource.Inferred);
        if (scope.Knows(PersonSlots.Contact) || !scope.IsVerified) return;
        var customer = scope.Fact(new CustomerById(scope.CustomerId));
        if ((customer?.Phone ?? customer?.Email) is { } contact) scope.Set(PersonSlots.Contact, contact, SlotSource.System);
    }

    private static Effect Queue(DialogScope scope)
    {
        var trigger = scope.Get(DialogStack.PersonCause) ?? EscalationTriggers.Asked;
        return EscalationOf(scope, trigger) with { Priority = EscalationTriggers.Priority(trigger, scope.IsVerified ? scope.Fact(new CustomerById(scope.CustomerId))?.Tier : null, EscalationTriggers.MoodOf(scope.Context)) };
    }

    /// <summary>The escalation that begins now, as usual as any.</summary>
    public static Escalate EscalationOf(DialogScope scope, string trigger)
    {
        var context = scope.Context;
        // The very first words are on a channel that takes part only once they are committed.
        var channel = context.LastChannel is { } name && context.Channels.GetValueOrDefault(name) is { } last ? last.Channel : scope.Turn.Channel;
        var id = $"{context.Id}.{context.Version + 1}";
        scope.Set(PersonSlots.Escalation, id, SlotSource.System);
        return new Escalate(id, context.Id, trigger, EscalationSkills.Of(context), CaseSummary.Of(context))
        {
            Reason = context.Said.LastOrDefault() ?? "",
            Language = context.Language,
            Channel = channel.Name,
            IsCall = channel.Speaks,
            CustomerId = context.CustomerId,
            CustomerName = context.CustomerName,
            Mood = EscalationTriggers.MoodOf(context).ToString().ToLowerInvariant(),
        };
    }

    // What is told now is compared with how long it really was, once somebody is there.
    private static void BeginToWait(DialogScope scope) => scope.Context.Owner ??= new Ownership(scope.Known(PersonSlots.Escalation), scope.Now)
    {
        Told = scope.Fact(Standing(scope)) is { Present: > 0, WaitFrom: { } from, WaitTo: { } to } ? new WaitTold(from, to) : null,
    };

    private static Effect OpenCase(DialogScope scope)
    {
        var contact = scope.Known(PersonSlots.Contact);
        var trigger = scope.Get(DialogStack.PersonCause) ?? EscalationTriggers.Asked;
        var severity = EscalationTriggers.SeverityOf(trigger);
        var promises = new[] { scope.Policy.CallbackBy(scope.Now), severity is null ? DateTimeOffset.MaxValue : scope.Policy.AnswerBy(severity, scope.Now) };
        return new OpenCase("callback", CaseSummary.Of(scope.Context), promises.Min())
        {
            Severity = severity,
            CustomerId = scope.Context.CustomerId,
            OrderId = CaseSummary.OrderOf(scope.Context),
            Phone = Contact.Phone(contact),
            Email = Contact.Email(contact),
            Language = scope.Context.Language,
            Trigger = trigger,
            Evidence = [.. scope.Context.Photos],
        };
    }
}
