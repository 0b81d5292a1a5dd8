namespace ServiceBot.Bot.Shop;

/// <summary>What this shop demands of every effect, whatever the conversation believed.</summary>
internal sealed record ShopRules
{
    /// <summary>Whether an order can be returned only once, even in part.</summary>
    public bool OneReturnPerOrder { get; init; }

    /// <summary>Who answers for what the bot promises, until somebody takes the case.</summary>
    public string PromiseOwner { get; init; } = "desk";
}
