using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Migrations;

namespace ServiceBot.Bot.Shop;

/// <summary>Makes the shop's store ready: what it lies in, and its tables.</summary>
internal sealed class ShopStore(IDbContextFactory<ShopDatabase> databases, IDatabaseEngine engine, TimeProvider clock)
{
    /// <summary>Creates or upgrades the store. Safe to call again, and by several nodes at once.</summary>
    /// <exception cref="StartRefusedException">It cannot be used; the message says why.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await engine.PrepareAsync(database, cancellationToken);
            await ShopMigrations.ApplyAsync(database, engine, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception fault) when (engine.Explain(fault) is { } reason)
        {
            throw new StartRefusedException(reason, fault);
        }
    }
}
