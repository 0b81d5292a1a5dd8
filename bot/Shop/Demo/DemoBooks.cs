using System.Globalization;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Demo;

/// <summary>Writes the demo shop's books: each plan becomes an order with its parcels, payments, and what followed from it.</summary>
internal sealed class DemoBooks(DateTimeOffset now)
{
    private const long FreeFrom = 50_000, Postage = 3_000;
    private static readonly Dictionary<string, DemoProduct> Products = DemoCatalog.Products.ToDictionary(product => product.Id, StringComparer.Ordinal);
    private static readonly string[] CarrierIds = [.. DemoCatalog.Carriers().Select(carrier => carrier.Id)];

    private readonly Dictionary<string, CustomerRow> customers = new(StringComparer.Ordinal);
    private int orders = 1000, returns = 20_000, exchanges = 40_000, cases = 10_000;

    /// <summary>Everything that was written, in the order in which references allow it to be read.</summary>
    public List<IDocument> Documents { get; } = [.. DemoCatalog.Sellers(), .. DemoCatalog.Carriers(), .. DemoCatalog.Products.Select(product => product.ToRow())];

    /// <summary>Noon in Seoul, so many days ago.</summary>
    public DateTimeOffset Noon(int daysAgo) => new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(9)).ToUniversalTime();

    /// <summary>Today in Seoul.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(9)).DateTime);

    /// <summary>Adds a customer.</summary>
    public void Add(CustomerRow customer)
    {
        customers.Add(customer.Id, customer);
        Documents.Add(customer);
    }

    /// <summary>Adds an order and all that belongs to it.</summary>
    public OrderRow Place(DemoPlan plan)
    {
        var arrived = plan.Stage is DemoStage.Delivered or DemoStage.DeliveredInTwo or DemoStage.ReturnRequested or DemoStage.Returned or DemoStage.ExchangeRequested;
        var placed = Noon(plan.DaysAgo + (arrived ? 2 : 0)).AddMinutes(orders % 360);
        var customer = customers[plan.CustomerId];
        var english = string.Equals(customer.Language, "en", StringComparison.Ordinal);
        var lines = plan.Goods.Select((goods, i) => Line(goods, i, english)).ToList();
        var goods = lines.Sum(line => line.UnitPrice * line.Quantity);
        var discount = plan.Coupon is null ? 0 : 3_000;
        var digital = plan.Goods.All(bought => Products[bought.Product].Traits.HasFlag(GoodsTraits.Digital));
        var free = digital || goods - discount >= FreeFrom;
        var order = new OrderRow
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{placed.ToOffset(TimeSpan.FromHours(9)):yyyyMMdd}-{++orders:0000000}"),
            CustomerId = customer.Id,
            Position = orders,
            Status = StatusOf(plan.Stage),
            Currency = "KRW",
            PlacedAt = placed,
            ContractDocumentAt = placed.AddMinutes(1),
            ShipTo = customer.Addresses[plan.Address].ToFact() with { Recipient = customer.Name, Phone = customer.Phone },
            ShippingFee = free ? 0 : Postage,
            FreeShippingFrom = FreeFrom,
            ShippingFeeWaived = free && !digital ? Postage : 0,
            ReturnFeesShown = true,
            CouponId = plan.Coupon,
            CouponDiscount = discount,
            CancelReason = plan.Stage == DemoStage.Cancelled ? "단순 변심" : null,
            Lines = lines,
        };
        order.Shipments.AddRange(digital ? [Arrived(order, "1", lines, placed.AddMinutes(2), carrier: null)] : Parcels(order, plan, placed));
        Documents.Add(order);

        var payments = plan.Stage == DemoStage.AwaitingPayment ? [] : Pay(order, customer, plan, goods - discount + order.ShippingFee);
        if (plan.Stage == DemoStage.Cancelled) foreach (var payment in payments) Refund(order, payment, payment.Paid, placed.AddHours(3));
        if (plan.Stage is DemoStage.ReturnRequested or DemoStage.Returned) SendBack(order, payments[^1], plan);
        if (plan.Stage == DemoStage.ExchangeRequested) Swap(order, plan);
        return order;
    }

    /// <summary>Opens a case with its promise.</summary>
    public void Complain(OrderRow order, string category, string severity, string summary, int daysAgo, bool resolved)
    {
        var number = $"C-{++cases}";
        var at = Noon(daysAgo);
        Documents.Add(new CaseRow
        {
            Number = number,
            Kind = CaseKinds.Complaint,
            Status = resolved ? CaseStatuses.Resolved : CaseStatuses.InProgress,
            OpenedAt = at,
            ResolvedAt = resolved ? at.AddHours(20) : null,
            CustomerId = order.CustomerId,
            OrderId = order.Id,
            Category = category,
            Severity = severity,
            Wish = CaseWishes.Explanation,
            Summary = summary,
            Language = "ko",
            Notes = [new() { At = at.AddHours(1), Author = "agent-01", Text = "확인 후 다시 안내드리겠다고 말씀드림" }],
        });
        Documents.Add(new PromiseRow { Id = $"{number}-P1", CustomerId = order.CustomerId, CaseNumber = number, Kind = "answer", MadeAt = at, DueAt = at.AddDays(resolved ? 1 : 3), Owner = "agent-01", KeptAt = resolved ? at.AddHours(20) : null });
        if (resolved) Documents.Add(new SatisfactionRow { Id = $"S-{cases + 20_000}", About = number, Score = 1 + (cases % 5), CustomerId = order.CustomerId, At = at.AddHours(21) });
    }

    private DateTimeOffset Past(DateTimeOffset at) => at <= now ? at : now;

    private static OrderLineRow Line(DemoGoods goods, int index, bool english)
    {
        var product = Products[goods.Product];
        var options = product.Variants[goods.Variant];
        return new()
        {
            Id = (index + 1).ToString(CultureInfo.InvariantCulture),
            ProductId = product.Id,
            VariantId = product.VariantId(goods.Variant),
            Name = english ? product.English : product.Name,
            UnitPrice = product.PriceOf(goods.Variant),
            Quantity = goods.Quantity,
            Options = english ? new(options.Select(option => KeyValuePair.Create(DemoWords.English(option.Key), DemoWords.English(option.Value)))) : new(options),
        };
    }

    private static string StatusOf(DemoStage stage) => stage switch
    {
        DemoStage.AwaitingPayment => OrderStatuses.Pending,
        DemoStage.Paid => OrderStatuses.Paid,
        DemoStage.Preparing => OrderStatuses.Preparing,
        DemoStage.ItemModified => OrderStatuses.ItemModified,
        DemoStage.Delivered or DemoStage.DeliveredInTwo => OrderStatuses.Delivered,
        DemoStage.Cancelled => OrderStatuses.Cancelled,
        DemoStage.ReturnRequested => OrderStatuses.ReturnRequested,
        DemoStage.Returned => OrderStatuses.Returned,
        DemoStage.ExchangeRequested => OrderStatuses.ExchangeRequested,
        _ => OrderStatuses.Shipped,
    };

    private IEnumerable<ShipmentRow> Parcels(OrderRow order, DemoPlan plan, DateTimeOffset placed)
    {
        var half = Math.Max(1, order.Lines.Count / 2);
        var carrier = CarrierIds[plan.Carrier % CarrierIds.Length];
        var due = DateOnly.FromDateTime(placed.ToOffset(TimeSpan.FromHours(9)).DateTime).AddDays(2);
        return plan.Stage switch
        {
            DemoStage.AwaitingPayment or DemoStage.Paid or DemoStage.Cancelled or DemoStage.ItemModified => [],
            DemoStage.Preparing => [new() { Id = "1", Status = ShipmentStatuses.Preparing, ExpectedOn = Today.AddDays(2), LineIds = Ids(order.Lines) }],
            DemoStage.InTransit => [Moving(order, "1", order.Lines, ShipmentStatuses.InTransit, placed, due, carrier, "대전 허브")],
            DemoStage.OutForDelivery => [Moving(order, "1", order.Lines, ShipmentStatuses.OutForDelivery, placed, Today, carrier, "고객님 지역 영업소")],
            DemoStage.Delayed => [Moving(order, "1", order.Lines, ShipmentStatuses.Delayed, placed, due, carrier, "옥천 허브")],
            DemoStage.Lost => [Moving(order, "1", order.Lines, ShipmentStatuses.Lost, placed, due, carrier, "곤지암 허브")],
            DemoStage.HalfDelivered =>
            [
                Arrived(order, "1", order.Lines[..half], Noon(plan.DaysAgo - 1), carrier),
                Moving(order, "2", order.Lines[half..], ShipmentStatuses.InTransit, placed.AddDays(1), Today.AddDays(1), carrier, "대전 허브"),
            ],
            DemoStage.DeliveredInTwo when order.Lines.Count > 1 =>
                [Arrived(order, "1", order.Lines[..half], Noon(plan.DaysAgo + 1), carrier), Arrived(order, "2", order.Lines[half..], Noon(plan.DaysAgo), carrier)],
            _ => [Arrived(order, "1", order.Lines, Noon(plan.DaysAgo), carrier)],
        };
    }

    private ShipmentRow Arrived(OrderRow order, string id, List<OrderLineRow> lines, DateTimeOffset at, string? carrier) => new()
    {
        Id = id,
        Status = ShipmentStatuses.Delivered,
        CarrierId = carrier,
        Waybills = carrier is null ? [] : [Waybill(order, id)],
        ShippedAt = carrier is null ? at : at.AddDays(-1),
        ExpectedOn = DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(9)).DateTime),
        DeliveredAt = at,
        LineIds = Ids(lines),
    };

    private ShipmentRow Moving(OrderRow order, string id, List<OrderLineRow> lines, string status, DateTimeOffset placed, DateOnly due, string carrier, string seen) => new()
    {
        Id = id,
        Status = status,
        CarrierId = carrier,
        Waybills = [Waybill(order, id)],
        ShippedAt = placed.AddHours(5),
        ExpectedOn = due,
        LastSeen = seen,
        LastSeenNames = new() { ["en"] = DemoWords.English(seen) },
        LineIds = Ids(lines),
    };

    private string Waybill(OrderRow order, string id) => string.Create(CultureInfo.InvariantCulture, $"6000{order.Position:000000}{id}{orders % 10}");

    private static List<string> Ids(IEnumerable<OrderLineRow> lines) => [.. lines.Select(line => line.Id)];

    private List<PaymentRow> Pay(OrderRow order, CustomerRow customer, DemoPlan plan, long total)
    {
        var points = customer.PaymentMethods.Find(method => method.Kind == PaymentKinds.Points);
        var others = customer.PaymentMethods.FindAll(method => method.Kind != PaymentKinds.Points);
        var byPoints = points is null ? 0 : Math.Min(plan.Points, total - 1_000);
        var payments = new List<PaymentRow>();
        if (points is not null && byPoints > 0) payments.Add(Payment(order, points, byPoints, payments.Count));
        payments.Add(Payment(order, others[plan.Method % others.Count], total - byPoints, payments.Count));
        foreach (var payment in payments)
        {
            Documents.Add(payment);
            order.PaymentHistory.Add(new() { Type = PaymentMovements.Payment, Amount = payment.Paid, MethodId = payment.MethodId, At = order.PlacedAt });
            if (payment.Kind is PaymentKinds.VirtualAccount or PaymentKinds.BankTransfer)
                Documents.Add(new CashReceiptRow { Id = $"G{order.Position}{payment.Position}", PaymentId = payment.Id, Amount = payment.Paid, Purpose = CashReceiptPurposes.IncomeDeduction, IssuedTo = "010-****-" + customer.Phone?[^4..], IssuedAt = order.PlacedAt });
        }

        return payments;
    }

    private static PaymentRow Payment(OrderRow order, PaymentMethodRow method, long amount, int position) => new()
    {
        Id = $"PAY-{order.Position}-{position + 1}",
        OrderId = order.Id,
        Position = position,
        MethodId = method.Id,
        Kind = method.Kind,
        Currency = order.Currency,
        Paid = amount,
    };

    private void Refund(OrderRow order, PaymentRow payment, long amount, DateTimeOffset at)
    {
        payment.Refunded += amount;
        order.PaymentHistory.Add(new() { Type = PaymentMovements.Refund, Amount = amount, MethodId = payment.MethodId, At = at });
        foreach (var receipt in Documents.OfType<CashReceiptRow>().Where(receipt => receipt.PaymentId == payment.Id)) receipt.Cancelled = Math.Min(receipt.Amount, receipt.Cancelled + amount);
    }

    private void SendBack(OrderRow order, PaymentRow payment, DemoPlan plan)
    {
        var line = order.Lines[0];
        line.Returned = 1;
        var done = plan.Stage == DemoStage.Returned;
        if (done) foreach (var every in order.Lines) every.Returned = every.Quantity;
        var amount = done ? payment.Paid : Math.Min(line.UnitPrice, payment.Paid);
        var asked = Past(Noon(Math.Max(0, plan.DaysAgo - 1)));
        var entry = new ReturnRow
        {
            Number = $"R-{++returns}",
            OrderId = order.Id,
            Status = done ? ReturnStatuses.Refunded : ReturnStatuses.PickupBooked,
            RequestedAt = asked,
            OrderStatusBefore = OrderStatuses.Delivered,
            Reason = "defect",
            PickupFrom = order.ShipTo,
            PickupOn = done ? Today.AddDays(1 - plan.DaysAgo) : Today.AddDays(1),
            PickupNumber = $"7000{returns}",
            CarrierId = CarrierIds[0],
            ReceivedAt = done ? asked.AddDays(2) : null,
            RefundDue = done ? DateOnly.FromDateTime(asked.AddDays(5).DateTime) : null,
            Rule = "C04",
            Lines = [.. order.Lines.Where(each => each.Returned > 0).Select(each => new ReturnLineRow { LineId = each.Id, Quantity = each.Returned })],
        };
        Documents.Add(entry);
        Documents.Add(new RefundRow
        {
            Id = $"{entry.Number}-1",
            Key = $"demo/{entry.Number}/1",
            OrderId = order.Id,
            ReturnNumber = entry.Number,
            PaymentId = payment.Id,
            MethodId = payment.MethodId,
            Kind = payment.Kind,
            Amount = amount,
            Currency = order.Currency,
            State = done ? RefundStates.Done : RefundStates.Planned,
            CreatedAt = asked,
            DoneAt = done ? asked.AddDays(3) : null,
        });
        if (done) Refund(order, payment, amount, asked.AddDays(3));
        else payment.Reserved += amount;
    }

    private void Swap(OrderRow order, DemoPlan plan) => Documents.Add(new ExchangeRow
    {
        Number = $"X-{++exchanges}",
        OrderId = order.Id,
        Status = ExchangeStatuses.Requested,
        RequestedAt = Past(Noon(Math.Max(0, plan.DaysAgo - 1))),
        OrderStatusBefore = OrderStatuses.Delivered,
        Reason = "size",
        Lines = [new() { LineId = "1", NewVariantId = Products[order.Lines[0].ProductId].VariantId((plan.Goods[0].Variant + 1) % Products[order.Lines[0].ProductId].Variants.Length) }],
    });
}
