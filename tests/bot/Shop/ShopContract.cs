using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>What holds on every database that can keep the shop; each class of tests is run once on each.</summary>
public abstract class ShopContract
{
    private protected ShopContract(DatabaseKind kind) => Kind = kind;

    /// <summary>The database of this run.</summary>
    private protected DatabaseKind Kind { get; }

    private protected Task<TemporaryShop> EmptyAsync() => TemporaryShop.EmptyAsync(Kind);

    private protected Task<TemporaryShop> WithOneOrderAsync(Action<OrderRow>? order = null, params IDocument[] more) => TemporaryShop.WithOneOrderAsync(Kind, order, more);
}
