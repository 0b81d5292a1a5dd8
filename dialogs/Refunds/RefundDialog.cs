using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using S = ServiceBot.Dialogs.Refunds.RefundStates;

namespace ServiceBot.Dialogs.Refunds;

/// <summary>Money back: whoever has a refund under way is asked whether it is about that one; everybody else returns something, or is refunded without a return where the policy says so.</summary>
internal sealed class RefundDialog() : Dialog<RefundStates>("refund", S.Identify)
{
    public override string Purpose => "Finds out whether a wish for money is about a refund under way or a new one, and goes on there.";

    private const string UnderWay = "under_way";
    private const string Another = "another";

    public override ImmutableArray<string> Intents => [Understanding.Intents.Refund];

    protected override void Configure(StateMachine<RefundStates, Trigger> machine, Guards when)
    {
        IdentifiesFirst(machine, when, S.Identify, then: S.Wish);
        machine.Configure(S.Wish).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Return, when.Holds(scope => scope.Get(RefundSlots.Wish) == Another), "something else is to be refunded")
            .PermitIf(Trigger.Next, S.Status, when.Holds(scope => scope.Get(RefundSlots.Wish) == UnderWay), "it is about the refund under way");
    }

    protected override void Describe(StateTable<RefundStates> states)
    {
        states.At(S.Identify).Calls(_ => "identify");
        states.At(S.Wish).Needs(OrderChoice.Orders).Infers(InferWish).Collects(RefundSlots.Wish, "refund.wish", HearWish).Asks(AskWish);
        states.At(S.Return).Becomes("return");
        states.At(S.Status).Becomes("refund-status");
    }

    /// <summary>Nothing is under way, or the customer has said what is wrong with something: then it is a new refund.</summary>
    private static void InferWish(DialogScope scope)
    {
        if (scope.Knows(RefundSlots.Wish)) return;
        if (OpenReturns.Of(scope).IsEmpty || scope.Frame.Heard.Exists(heard => heard.Of(EntityType.Reason).Any())) scope.Set(RefundSlots.Wish, Another, SlotSource.Inferred);
    }

    private static bool HearWish(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Chosen.IsEmpty || scope.Context.Asked is not { } question) return false;
        scope.Set(RefundSlots.Wish, question.Expecting.Options[heard.Chosen[0]].Value);
        return true;
    }

    private static Question AskWish(DialogScope scope) => Question.Choose(RefundSlots.Wish, ExpectedKind.Choice,
        Sentence.Of("refund.askWish", ("numbers", (IReadOnlyList<string>)[.. OpenReturns.Of(scope).Select(opened => opened.Number)])),
        [new Option(UnderWay, scope.Words("refund.underWay")), new Option(Another, scope.Words("refund.another"))]);
}
