using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Shop.Transfer;

namespace ServiceBot.Bot.Shop.Demo;

/// <summary>How much of the demo shop was loaded.</summary>
internal sealed record DemoLoaded(int Customers, int Orders);

/// <summary>A shop of our own making, to try things with: its dates are relative to the day on which it is loaded.</summary>
internal sealed class DemoShop(IDbContextFactory<ShopDatabase> databases, IDatabaseEngine engine, TimeProvider clock)
{
    /// <summary>All of its documents, as of a given time.</summary>
    public static List<IDocument> Write(DateTimeOffset now)
    {
        var books = new DemoBooks(now);
        DemoPeople.Add(books);
        DemoCrowd.Add(books);
        return books.Documents;
    }

    /// <summary>Loads it where the store holds no customer and no product; else does nothing and answers null.</summary>
    public async Task<DemoLoaded?> LoadIntoEmptyAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await engine.HoldAsync(database, cancellationToken);
        if (await database.Customers.AnyAsync(cancellationToken) || await database.Products.AnyAsync(cancellationToken)) return null;

        var documents = Write(clock.GetUtcNow());
        foreach (var document in documents)
        {
            document.Prepare();
            DocumentRules.Demand(document);
        }

        database.AddRange(documents);
        await database.SaveChangesAsync(cancellationToken);
        await ReceiptCounters.RaiseAsync(database, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(documents.OfType<CustomerRow>().Count(), documents.OfType<OrderRow>().Count());
    }
}
