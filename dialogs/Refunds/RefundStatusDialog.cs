using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using Stateless;
using S = ServiceBot.Dialogs.Refunds.RefundStatusStates;

namespace ServiceBot.Dialogs.Refunds;

/// <summary>Tells how a return or refund stands: what comes when, on which way, and what is owed for lateness.</summary>
internal sealed class RefundStatusDialog() : Dialog<RefundStatusStates>("refund-status", S.Identify)
{
    public override string Purpose => "Tells how a return or refund stands, and what comes when.";

    private static readonly Slot<string> Number = new("return");

    public override ImmutableArray<string> Intents => [Understanding.Intents.RefundStatus, Understanding.Intents.ReturnStatus];

    public override bool IsAnswer => true;

    protected override void Configure(StateMachine<RefundStatusStates, Trigger> machine, Guards when)
    {
        IdentifiesFirst(machine, when, S.Identify, then: S.Choose);
        machine.Configure(S.Choose).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Nothing, when.Holds(scope => OpenReturns.All(scope).IsEmpty), "nothing was ever returned")
            .PermitIf(Trigger.Next, S.Told, when.Holds(scope => scope.Knows(Number) && !OpenReturns.All(scope).IsEmpty), "one return");
    }

    protected override void Describe(StateTable<RefundStatusStates> states)
    {
        states.At(S.Identify).Calls(_ => "identify");
        states.At(S.Choose).Needs(OrderChoice.Orders).Infers(Infer)
            .Collects(Number, "refund-status.return", (scope, heard, asked) => OpenReturns.Hear(scope, Number, OpenReturns.All(scope), heard, asked))
            .Asks(scope => Question.Choose(Number, ExpectedKind.Choice, Sentence.Of("refund-status.ask"), OpenReturns.All(scope).Select(opened => OpenReturns.OptionOf(opened, scope))));
        states.At(S.Nothing).Ends(_ => Question.Tell(Sentence.Of("refund-status.nothing")));
        states.At(S.Told).Needs(OrderChoice.Orders, scope => scope.IsVerified ? new CustomerById(scope.CustomerId) : null)
            .Ends(scope => RefundReport.Of(OpenReturns.All(scope).First(opened => opened.Number == scope.Known(Number)), scope));
    }

    /// <summary>A number or a thing that was named goes before the conclusion that the newest is meant.</summary>
    private static void Infer(DialogScope scope)
    {
        var all = OpenReturns.All(scope);
        if (scope.Knows(Number) || scope.Frame.Heard.Exists(heard => OpenReturns.Hear(scope, Number, all, heard, asked: false))) return;
        var open = OpenReturns.Of(scope);
        if (OpenReturns.Infer(open.IsEmpty ? all : open, scope) is { } meant) scope.Set(Number, meant, SlotSource.Inferred);
    }
}
