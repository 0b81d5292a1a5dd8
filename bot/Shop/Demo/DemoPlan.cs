namespace ServiceBot.Bot.Shop.Demo;

/// <summary>How far an order of the demo shop has come.</summary>
internal enum DemoStage
{
    /// <summary>A virtual account waits for the money.</summary>
    AwaitingPayment,
    /// <summary>Paid.</summary>
    Paid,
    /// <summary>Being packed.</summary>
    Preparing,
    /// <summary>Its items were changed once.</summary>
    ItemModified,
    /// <summary>On the road.</summary>
    InTransit,
    /// <summary>On the courier's round.</summary>
    OutForDelivery,
    /// <summary>Later than promised.</summary>
    Delayed,
    /// <summary>The carrier cannot find it.</summary>
    Lost,
    /// <summary>Two parcels: one came, one is on the road.</summary>
    HalfDelivered,
    /// <summary>Delivered.</summary>
    Delivered,
    /// <summary>Delivered in two parcels.</summary>
    DeliveredInTwo,
    /// <summary>Cancelled and refunded.</summary>
    Cancelled,
    /// <summary>A return is under way, the courier is booked.</summary>
    ReturnRequested,
    /// <summary>Returned and refunded.</summary>
    Returned,
    /// <summary>An exchange was asked for.</summary>
    ExchangeRequested,
}

/// <summary>Some of one variant.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Variant">Which variant, from zero.</param>
/// <param name="Quantity">How many.</param>
internal sealed record DemoGoods(string Product, int Variant = 0, int Quantity = 1);

/// <summary>An order to be put into the demo shop.</summary>
/// <param name="CustomerId">Whose.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="DaysAgo">Days since it arrived, or since it was placed where it has not arrived.</param>
/// <param name="Goods">What was bought.</param>
internal sealed record DemoPlan(string CustomerId, DemoStage Stage, int DaysAgo, params DemoGoods[] Goods)
{
    /// <summary>Won paid by points.</summary>
    public long Points { get; init; }
    /// <summary>Which of the customer's payment methods, of those that are no points.</summary>
    public int Method { get; init; }
    /// <summary>A coupon that was used, or null.</summary>
    public string? Coupon { get; init; }
    /// <summary>Which of the customer's addresses it went to, from zero.</summary>
    public int Address { get; init; }
    /// <summary>Which carrier, from zero.</summary>
    public int Carrier { get; init; }
}
