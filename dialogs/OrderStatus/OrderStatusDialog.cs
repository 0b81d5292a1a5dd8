using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.ShopFacts;
using Stateless;
using S = ServiceBot.Dialogs.OrderStatus.OrderStatusStates;

namespace ServiceBot.Dialogs.OrderStatus;

/// <summary>Tells how an order stands and where its parcels are. Whoever has one order under way is told about that one without being asked.</summary>
internal sealed class OrderStatusDialog() : Dialog<OrderStatusStates>("order-status", S.Identify)
{
    public override string Purpose => "Tells how an order stands and where its parcels are.";

    public override ImmutableArray<string> Intents => [Understanding.Intents.OrderStatus];

    public override bool IsAnswer => true;

    protected override void Configure(StateMachine<OrderStatusStates, Trigger> machine, Guards when)
    {
        IdentifiesFirst(machine, when, S.Identify, then: S.ChooseOrder);
        machine.Configure(S.ChooseOrder).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.NoOrders, when.Holds(scope => OrderChoice.All(scope).IsEmpty), "there are no orders")
            .PermitIf(Trigger.Next, S.Told, when.Holds(scope => scope.Knows(OrderStatusSlots.Order) && !OrderChoice.All(scope).IsEmpty), "one order");
    }

    protected override void Describe(StateTable<OrderStatusStates> states)
    {
        states.At(S.Identify).Calls(_ => "identify");
        states.At(S.ChooseOrder).Needs(OrderChoice.Orders).Infers(InferOrder)
            .Collects(OrderStatusSlots.Order, "order-status.order", (scope, heard, asked) => OrderChoice.Hear(scope, OrderStatusSlots.Order, OrderChoice.All(scope), heard, asked))
            .Asks(scope => OrderChoice.Ask(OrderStatusSlots.Order, Sentence.Of("order-status.askOrder"), OrderChoice.All(scope), scope));
        states.At(S.NoOrders).Ends(_ => Question.Tell(Sentence.Of("order-status.noOrders")));
        states.At(S.Told).Needs(OrderChoice.Orders).Ends(scope => OrderReport.Of(OrderChoice.Chosen(scope, OrderStatusSlots.Order), scope));
    }

    /// <summary>Words that name an order go before the conclusion that the one under way is meant.</summary>
    private static void InferOrder(DialogScope scope)
    {
        var orders = OrderChoice.All(scope);
        if (scope.Knows(OrderStatusSlots.Order) || scope.Frame.Heard.Exists(heard => OrderChoice.Hear(scope, OrderStatusSlots.Order, orders, heard, asked: false))) return;
        var underWay = orders.Where(order => order.Status is OrderStatuses.Shipped or OrderStatuses.Preparing or OrderStatuses.Paid or OrderStatuses.Pending or OrderStatuses.ItemModified).ToArray();
        if (underWay is [var one]) scope.Set(OrderStatusSlots.Order, one.Id, SlotSource.Inferred);
        else if (orders is [var only]) scope.Set(OrderStatusSlots.Order, only.Id, SlotSource.Inferred);
    }
}
