using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using static ServiceBot.Dialogs.Identification.IdentifyStates;

namespace ServiceBot.Dialogs.Identification;

/// <summary>Proves who the customer is before anything personal is said. Other dialogs call it; failed proofs end at a person.</summary>
internal sealed class IdentifyDialog() : Dialog<IdentifyStates>(Title, Claim)
{
    public const string Title = "identify";

    public override string Purpose => "Proves who the customer is before anything personal is said; failed proofs end at a person.";

    protected override void Configure(StateMachine<IdentifyStates, Trigger> machine, Guards when)
    {
        machine.Configure(Claim).SubstateOf(Open)
            .PermitIf(Trigger.Next, Check, when.Holds(scope => scope.IsVerified || scope.Knows(IdentifySlots.Identity)), "enough was said to prove it, here or meanwhile");
        machine.Configure(Check).SubstateOf(Open)
            .PermitIf(Trigger.Next, Unfinished, when.Holds(scope => scope.IsVerified), "the shop knows exactly one such customer")
            .PermitIf(Trigger.Next, HandedOver, when.Holds(scope => !scope.IsVerified && scope.Context.Strikes >= scope.Policy.Identity.Strikes), "too many failed proofs")
            .PermitIf(Trigger.Retry, Claim, when.Holds(scope => !scope.IsVerified && scope.Context.Strikes < scope.Policy.Identity.Strikes), "the proof failed");
        machine.Configure(Unfinished).SubstateOf(Open)
            .PermitIf(Trigger.Next, GoneOn, when.Holds(scope => Elsewhere.Found(scope) is not null && scope.Knows(IdentifySlots.GoOn) && scope.Get(IdentifySlots.GoOn)), "goes on with what was left unfinished elsewhere")
            .PermitIf(Trigger.Next, Verified, when.Holds(scope => Elsewhere.Found(scope) is null || (scope.Knows(IdentifySlots.GoOn) && !scope.Get(IdentifySlots.GoOn))), "nothing unfinished elsewhere, or it is left alone");
        machine.Configure(GoneOn);
        machine.Configure(Verified);
    }

    protected override void Describe(StateTable<IdentifyStates> states)
    {
        states.At(Claim).Infers(IdentityFacts.TakeOver).Collects(IdentifySlots.Identity, "identify.identity", IdentityFacts.Hear).Asks(AskForProof);
        states.At(Check).Needs(scope => scope.IsVerified || !scope.Knows(IdentifySlots.Identity) ? null : new CustomerByClaim(IdentityFacts.Claim(scope))).Infers(Decide);
        states.At(Unfinished).Needs(Elsewhere.Need).Needs(Elsewhere.Orders).Collects(IdentifySlots.GoOn, "identify.goOn", HearGoOn).Aside().Asks(AskGoOn);
        states.At(GoneOn).Infers(Elsewhere.GoOn).Ends();
        states.At(Verified).Infers(Greet).Ends();
    }

    private static Question AskForProof(DialogScope scope)
    {
        var missing = IdentityFacts.Missing(scope);
        var kinds = missing.SelectMany(lack => lack).Distinct(StringComparer.Ordinal).Select(IdentityFacts.KindOf).ToImmutableArray();
        var ways = Join(scope, "identify.either", Sayable(scope, missing).Select(lack => Join(scope, "identify.both", lack.Select(fact => scope.Words(fact == "name" ? "identify.fullName" : $"identify.{fact}")))).Distinct(StringComparer.Ordinal));
        var begun = IdentityFacts.Given(scope).Length > 0;
        var expecting = begun
            ? new Expectation(IdentifySlots.Identity.Name, kinds[0]) { Alternatives = kinds[1..] }
            : new Expectation(IdentifySlots.Identity.Name, ExpectedKind.Identity) { Alternatives = kinds };
        return new Question(Sentence.Of(begun ? "identify.askRest" : "identify.ask", ("ways", ways)), expecting) { Why = Sentence.Of("identify.why") };
    }

    private static Sentence Greeting(DialogScope scope) => Sentence.Of("identify.verified", ("name", scope.Context.CustomerName ?? ""));

    private static Question AskGoOn(DialogScope scope) =>
        Question.YesNo(IdentifySlots.GoOn.Name, Sentence.Of("identify.unfinished", ("what", Elsewhere.Found(scope) is { } found ? Elsewhere.Matter(scope, found) : ""))) with { Lead = [Greeting(scope)] };

    private static bool HearGoOn(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Answer is not { } answer) return false;
        scope.Set(IdentifySlots.GoOn, answer == YesNo.Yes);
        return true;
    }

    // Whoever was asked whether to go on has been greeted with the question; whoever wanted to, and has nothing unfinished, hears so.
    private static void Greet(DialogScope scope)
    {
        if (!scope.Knows(IdentifySlots.GoOn))
        {
            // Who was proven by another dialog meanwhile was greeted there.
            if (scope.Knows(IdentifySlots.Identity)) scope.Say(Greeting(scope));
        }
        else if (scope.Get(IdentifySlots.GoOn)) scope.Say(Sentence.Of("identify.nothingUnfinished", ("name", scope.Context.CustomerName ?? "")));
    }

    // An e-mail address is a burden to say and cannot be keyed in; it is taken all the same.
    private static ImmutableArray<ImmutableArray<string>> Sayable(DialogScope scope, ImmutableArray<ImmutableArray<string>> missing) =>
        scope.Turn.Channel.Speaks && missing.Any(lack => !lack.Contains("email")) ? missing.RemoveAll(lack => lack.Contains("email")) : missing;

    private static string Join(DialogScope scope, string key, IEnumerable<string> parts) => parts.Aggregate((first, second) => scope.Words(Sentence.Of(key, ("first", first), ("second", second))));

    private static void Decide(DialogScope scope)
    {
        if (scope.IsVerified || !scope.Knows(IdentifySlots.Identity)) return;
        if (scope.Fact(new CustomerByClaim(IdentityFacts.Claim(scope))) is { } customer)
        {
            if (scope.Context.CustomerBefore is { } before && before != customer.Id) Returning.Forget(scope);
            scope.Context.CustomerId = customer.Id;
            scope.Context.CustomerName = customer.Name;
            scope.Context.Assurance = Assurance.Verified;
            scope.Context.Strikes = 0;
            return;
        }
        scope.Context.Strikes++;
        IdentityFacts.Forget(scope);
        if (scope.Context.Strikes < scope.Policy.Identity.Strikes) scope.Say(Sentence.Of("identify.wrong"));
        else
        {
            scope.Say(Sentence.Of("identify.notProven"));
            scope.Set(DialogStack.PersonCause, "identity", SlotSource.System);
        }
    }
}
