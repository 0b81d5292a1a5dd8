using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Shop.Transfer;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Shop;

/// <summary>
/// Customers who were erased. What they bought, paid, sent back and complained about stays, for the books and the law, but says nothing of who
/// they were; that is sealed and put apart, each record for as long as its class asks.
/// </summary>
internal sealed class ErasedCustomers(IDbContextFactory<ShopDatabase> databases, ShopCalls calls, IDatabaseEngine engine, DocumentSeal seal, ShopPolicy policy, TimeProvider clock) : IPersonalRecords
{
    /// <summary>What stands where a name or words stood.</summary>
    public const string Erased = "(erased)";

    /// <inheritdoc/>
    public async Task<bool> ForgetCustomerAsync(string customerId, CancellationToken cancellationToken)
    {
        var isKnown = await RunAsync(async (database, stop) =>
        {
            var customer = await database.Customers.AsNoTracking().AsSplitQuery().Include(row => row.Addresses).Include(row => row.PaymentMethods).Include(row => row.ChannelAddresses)
                .FirstOrDefaultAsync(row => row.Id == customerId, stop);
            if (customer is null) return false;
            if (!string.Equals(customer.Name, Erased, StringComparison.Ordinal)) await PutApartAsync(database, customer, stop);
            await StripAsync(database, customerId, stop);
            return true;
        }, cancellationToken);
        if (isKnown) await CleanAsync(cancellationToken);
        return isKnown;
    }

    /// <inheritdoc/>
    public Task ExpireAsync(DateOnly today, CancellationToken cancellationToken) => RunAsync(async (database, stop) =>
    {
        await database.StatutoryRecords.Where(row => row.KeepUntil < today).ExecuteDeleteAsync(stop);
        var complaints = Retention.Over(RetentionClass.Complaint, today);
        await StripCasesAsync(database, database.Cases.Where(row => row.OpenedAt < complaints && row.Summary != Erased), stop);
        var contracts = Retention.Over(RetentionClass.Contract, today);
        await StripOrdersAsync(database, database.Orders.Where(row => row.PlacedAt < contracts), stop);
        return true;
    }, cancellationToken);

    private async Task PutApartAsync(ShopDatabase database, CustomerRow customer, CancellationToken stop)
    {
        var today = policy.DateOf(clock.GetUtcNow());
        var apart = new List<StatutoryRow>();
        var orders = await database.Orders.AsNoTracking().AsSplitQuery().Include(row => row.Lines).Include(row => row.Shipments).Include(row => row.PaymentHistory)
            .Where(row => row.CustomerId == customer.Id).ToListAsync(stop);
        foreach (var order in orders) Add("orders", order.Id, order, RetentionClass.Contract, order.PlacedAt);
        var numbers = orders.ConvertAll(order => order.Id);
        foreach (var entry in await database.Returns.AsNoTracking().Include(row => row.Lines).Where(row => numbers.Contains(row.OrderId)).ToListAsync(stop))
            Add("returns", entry.Number, entry, RetentionClass.Contract, entry.RequestedAt);
        foreach (var matter in await database.Cases.AsNoTracking().Include(row => row.Notes).Where(row => row.CustomerId == customer.Id).ToListAsync(stop))
            Add("cases", matter.Number, matter, RetentionClass.Complaint, matter.OpenedAt);
        // Who it was is kept as long as the last of what they did.
        if (apart.Count > 0) apart.Add(Row("customers", customer.Id, customer, apart.Max(row => row.RecordedOn), apart.Max(row => row.KeepUntil)));
        database.StatutoryRecords.AddRange(apart);
        await database.SaveChangesAsync(stop);

        void Add<T>(string kind, string id, T document, RetentionClass retention, DateTimeOffset? at)
        {
            var recorded = at is { } known ? policy.DateOf(known) : today;
            var until = Retention.Until(retention, recorded);
            if (until >= today) apart.Add(Row(kind, id, document, recorded, until));
        }

        StatutoryRow Row<T>(string kind, string id, T document, DateOnly recorded, DateOnly until) => new()
        {
            Kind = kind, Id = id, CustomerId = customer.Id, RecordedOn = recorded, KeepUntil = until,
            Document = seal.Seal(JsonSerializer.SerializeToUtf8Bytes(document, DocumentJson.Options)),
        };
    }

    private static async Task StripAsync(ShopDatabase database, string customer, CancellationToken stop)
    {
        await StripCasesAsync(database, database.Cases.Where(row => row.CustomerId == customer), stop);
        await StripOrdersAsync(database, database.Orders.Where(row => row.CustomerId == customer), stop);
        await database.Satisfaction.Where(row => row.CustomerId == customer).ExecuteUpdateAsync(set => set.SetProperty(row => row.Comment, (string?)null), stop);
        await database.Set<AddressRow>().Where(row => row.CustomerId == customer).ExecuteDeleteAsync(stop);
        await database.Set<ChannelAddressRow>().Where(row => row.CustomerId == customer).ExecuteDeleteAsync(stop);
        await database.PaymentMethods.Where(row => row.CustomerId == customer)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastFour, (string?)null).SetProperty(row => row.RefundAccount, (string?)null), stop);
        await database.Customers.Where(row => row.Id == customer).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Name, Erased).SetProperty(row => row.GivenName, (string?)null).SetProperty(row => row.FamilyName, (string?)null)
                .SetProperty(row => row.Email, (string?)null).SetProperty(row => row.Phone, (string?)null).SetProperty(row => row.Tier, (string?)null)
                .SetProperty(row => row.NameForm, (string?)null).SetProperty(row => row.EmailForm, (string?)null).SetProperty(row => row.PhoneForm, (string?)null),
            stop);
    }

    private static async Task StripCasesAsync(ShopDatabase database, IQueryable<CaseRow> cases, CancellationToken stop)
    {
        await database.CaseNotes.Where(note => cases.Any(row => row.Number == note.CaseNumber)).ExecuteUpdateAsync(set => set.SetProperty(note => note.Text, Erased), stop);
        await cases.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Phone, (string?)null).SetProperty(row => row.Email, (string?)null).SetProperty(row => row.ConversationId, (string?)null).SetProperty(row => row.Summary, Erased).SetProperty(row => row.Evidence, new List<string>()), stop);
    }

    private static async Task StripOrdersAsync(ShopDatabase database, IQueryable<OrderRow> orders, CancellationToken stop)
    {
        await database.Returns.Where(entry => orders.Any(row => row.Id == entry.OrderId)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PickupFrom, (Dialogs.ShopFacts.Address?)null).SetProperty(row => row.RefundAccount, (string?)null).SetProperty(row => row.Evidence, new List<string>()), stop);
        await database.CashReceipts.Where(receipt => database.Payments.Any(paid => paid.Id == receipt.PaymentId && orders.Any(row => row.Id == paid.OrderId)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IssuedTo, (string?)null), stop);
        await orders.ExecuteUpdateAsync(set => set.SetProperty(row => row.ShipTo, (Dialogs.ShopFacts.Address?)null), stop);
    }

    // What was overwritten may still stand in free pages and in the write-ahead log.
    private Task CleanAsync(CancellationToken cancellationToken) => RunAsync(
        (database, stop) => database.Database.ExecuteSqlRawAsync(engine is SqliteEngine ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM", stop), cancellationToken, inTransaction: false);

    private async Task<T> RunAsync<T>(Func<ShopDatabase, CancellationToken, Task<T>> work, CancellationToken cancellationToken, bool inTransaction = true) => await calls.Behind.ExecuteAsync(
        async stop =>
        {
            await using var database = await databases.CreateDbContextAsync(stop);
            if (!inTransaction) return await work(database, stop);
            await using var transaction = await database.Database.BeginTransactionAsync(stop);
            var done = await work(database, stop);
            await transaction.CommitAsync(stop);
            return done;
        },
        cancellationToken);
}
