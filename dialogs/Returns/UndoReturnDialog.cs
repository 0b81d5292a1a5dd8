using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Refunds;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using Stateless;
using S = ServiceBot.Dialogs.Returns.UndoReturnStates;

namespace ServiceBot.Dialogs.Returns;

/// <summary>Takes back a return that was opened, as long as the shop allows it.</summary>
internal sealed class UndoReturnDialog() : Dialog<UndoReturnStates>("return-undo", S.Identify)
{
    public override string Purpose => "Takes back a return that was opened, as long as the shop allows it.";

    private static readonly Slot<string> Number = new("return");

    public override ImmutableArray<string> Intents => [Understanding.Intents.ReturnUndo];

    protected override void Configure(StateMachine<UndoReturnStates, Trigger> machine, Guards when)
    {
        IdentifiesFirst(machine, when, S.Identify, then: S.Choose);
        machine.Configure(S.Choose).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.TooLate, when.Holds(scope => Undoable(scope).IsEmpty), "no return can be taken back any more")
            .PermitIf(Trigger.Next, S.ReadBack, when.Holds(scope => scope.Knows(Number) && !Undoable(scope).IsEmpty), "one return");
        machine.Configure(S.ReadBack).SubstateOf(S.Open)
            .Permit(Trigger.Yes, S.Committing)
            .Permit(Trigger.No, S.Kept);
        CommitsOnce(machine, S.Committing, done: S.Undone, pending: S.Undone, refused: S.NotUndone);
    }

    protected override void Describe(StateTable<UndoReturnStates> states)
    {
        states.At(S.Identify).Calls(_ => "identify");
        states.At(S.Choose).Needs(OrderChoice.Orders)
            .Infers(scope => { if (!scope.Knows(Number) && OpenReturns.Infer(Undoable(scope), scope) is { } meant) scope.Set(Number, meant, SlotSource.Inferred); })
            .Collects(Number, "return-undo.return", (scope, heard, asked) => OpenReturns.Hear(scope, Number, Undoable(scope), heard, asked))
            .Asks(scope => Question.Choose(Number, ExpectedKind.Choice, Sentence.Of("return-undo.ask"), Undoable(scope).Select(opened => OpenReturns.OptionOf(opened, scope))));
        states.At(S.TooLate).Needs(OrderChoice.Orders).Ends(_ => Question.Tell(Sentence.Of("return-undo.tooLate")));
        states.At(S.ReadBack).Needs(OrderChoice.Orders).Asks(scope => Question.YesNo("confirm", Sentence.Of("return-undo.confirm", ("number", scope.Known(Number)))) with { IsReadBack = true });
        states.At(S.Kept).Ends(scope => Question.Tell(Sentence.Of("return-undo.kept", ("number", scope.Known(Number)))));
        states.At(S.Committing).Commits(scope => new WithdrawReturn(scope.CustomerId, scope.Known(Number)));
        states.At(S.Undone).Ends(scope => Question.Tell(Sentence.Of("return-undo.undone", ("number", scope.Known(Number)))) with { Receipt = scope.Get(Outcomes.Receipt) });
        states.At(S.NotUndone).Ends(_ => Question.Tell(Sentence.Of("return-undo.tooLate")));
    }

    private static ImmutableArray<Return> Undoable(DialogScope scope) => [.. OpenReturns.All(scope).Where(scope.Policy.Returns.MayUndo)];
}
