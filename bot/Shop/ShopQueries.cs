using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Shop;

/// <summary>The shop's answers to the needs of the dialogs. Its compiled queries belong to one database.</summary>
internal sealed class ShopQueries(IDbContextFactory<ShopDatabase> databases, ShopCalls calls) : IFacts
{
    private readonly CustomerQueries customers = new();
    private readonly OrderQueries orders = new();
    private readonly CaseQueries cases = new();
    private readonly Func<ShopDatabase, string, Task<ConversationRow?>> conversation = EF.CompileAsyncQuery((ShopDatabase database, string id) => database.Conversations
        .AsNoTracking().Where(row => row.Id == id)
        .Select(row => new ConversationRow { Id = row.Id, CustomerId = row.CustomerId, Channel = row.Channel, Language = row.Language, StartedAt = row.StartedAt, LastAt = row.LastAt }).FirstOrDefault());

    /// <inheritdoc/>
    public async Task<object?> FetchAsync(Need need, CancellationToken cancellationToken) =>
        await calls.InTurn.ExecuteAsync(async stop => await OnceAsync(need, stop), cancellationToken);

    private async Task<object?> OnceAsync(Need need, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // Several queries on one connection, which is settled once.
        await database.Database.OpenConnectionAsync(cancellationToken);
        return need switch
        {
            CustomerByClaim { Claim: var claim } => (await customers.ProvenByAsync(database, claim, cancellationToken))?.ToFact(),
            CustomerById { CustomerId: var id } => (await customers.ById(database, id))?.ToFact(),
            OrdersOf { CustomerId: var id } => new OrderList([.. await orders.OfAsync(database, id, cancellationToken)]),
            CasesOf { CustomerId: var id } => new CaseList([.. await cases.OfAsync(database, id, cancellationToken)]),
            CaseByNumber { Number: var number } => (await cases.ByNumber(database, number.Trim().ToUpperInvariant()))?.ToFact(),
            ConversationOf { ConversationId: var id } => (await conversation(database, id))?.ToFact(),
            DeskStandingFor => null, // a shop by itself has no desk
            _ => throw new NotSupportedException($"The shop knows no need '{need.GetType().Name}'."),
        };
    }
}

/// <summary>Who a customer is.</summary>
internal sealed class CustomerQueries
{
    private readonly Func<ShopDatabase, string, IAsyncEnumerable<CustomerRow>> ofOrder = EF.CompileAsyncQuery((ShopDatabase database, string number) => database.Customers
        .AsNoTracking().AsSingleQuery().Include(row => row.Addresses).Include(row => row.PaymentMethods)
        .Where(row => database.Orders.Where(placed => placed.NumberForm == number).Select(placed => placed.CustomerId).Contains(row.Id)));

    private readonly Func<ShopDatabase, string, IAsyncEnumerable<CustomerRow>> ofPhone = EF.CompileAsyncQuery((ShopDatabase database, string phone) => database.Customers
        .AsNoTracking().AsSingleQuery().Include(row => row.Addresses).Include(row => row.PaymentMethods)
        .Where(row => row.PhoneForm == phone));

    private readonly Func<ShopDatabase, string, IAsyncEnumerable<CustomerRow>> ofEmail = EF.CompileAsyncQuery((ShopDatabase database, string email) => database.Customers
        .AsNoTracking().AsSingleQuery().Include(row => row.Addresses).Include(row => row.PaymentMethods)
        .Where(row => row.EmailForm == email));

    private readonly Func<ShopDatabase, string, string, IAsyncEnumerable<CustomerRow>> ofNameAt = EF.CompileAsyncQuery((ShopDatabase database, string name, string postcode) => database.Customers
        .AsNoTracking().AsSingleQuery().Include(row => row.Addresses).Include(row => row.PaymentMethods)
        .Where(row => row.NameForm == name && row.Addresses.Any(address => address.Postcode == postcode)));

    /// <summary>The customer with that id, or null.</summary>
    public Func<ShopDatabase, string, Task<CustomerRow?>> ById { get; } = EF.CompileAsyncQuery((ShopDatabase database, string id) => database.Customers
        .AsNoTracking().AsSingleQuery().Include(row => row.Addresses).Include(row => row.PaymentMethods)
        .FirstOrDefault(row => row.Id == id));

    /// <summary>
    /// The one customer whom every given part of the claim fits, or null. A single part proves somebody only where it is an e-mail
    /// address or a telephone number: a name, a postcode or an order number alone is known to too many.
    /// </summary>
    public async Task<CustomerRow?> ProvenByAsync(ShopDatabase database, IdentityClaim claim, CancellationToken cancellationToken)
    {
        var (order, phone, email, name, postcode) = (SearchForms.OrderNumber(claim.OrderId), SearchForms.Phone(claim.Phone),
            SearchForms.Email(claim.Email), SearchForms.Name(claim.Name), claim.Postcode?.Trim());
        if (postcode is { Length: 0 }) postcode = null;
        if (phone is null && email is null && new[] { order, name, postcode }.Count(part => part is not null) < 2) return null;

        // Sought by the part that the fewest share, and held against all others.
        var candidates = (order, phone, email, name, postcode) switch
        {
            ({ } number, _, _, _, _) => ofOrder(database, number),
            (_, { } number, _, _, _) => ofPhone(database, number),
            (_, _, { } address, _, _) => ofEmail(database, address),
            (_, _, _, { } called, { } at) => ofNameAt(database, called, at),
            _ => throw new InvalidOperationException("A name or a postcode alone proves nobody."),
        };
        CustomerRow? found = null;
        await foreach (var row in candidates.WithCancellation(cancellationToken))
        {
            var fits = (phone is null || row.PhoneForm == phone) && (email is null || row.EmailForm == email) && (name is null || row.NameForm == name)
                && (postcode is null || row.Addresses.Exists(address => address.Postcode == postcode));
            if (!fits) continue;
            if (found is not null) return null;
            found = row;
        }
        return found;
    }
}

/// <summary>What a customer ordered.</summary>
internal sealed class OrderQueries
{
    private readonly Func<ShopDatabase, string, IAsyncEnumerable<OrderRow>> placed = EF.CompileAsyncQuery((ShopDatabase database, string customer) =>
        database.Orders.AsNoTracking().AsSplitQuery().Where(row => row.CustomerId == customer)
            .Include(row => row.Lines).ThenInclude(line => line.Product)
            .Include(row => row.Lines).ThenInclude(line => line.Variant).Include(row => row.Shipments).ThenInclude(parcel => parcel.Carrier).AsQueryable());

    // Joined from the customer's few orders, so that the time does not grow with the shop.
    private readonly Func<ShopDatabase, string, IAsyncEnumerable<PaymentRow>> paid = EF.CompileAsyncQuery((ShopDatabase database, string customer) =>
        database.Orders.Where(order => order.CustomerId == customer).Join(database.Payments, order => order.Id, row => row.OrderId, (order, row) => row)
            .AsNoTracking().Include(row => row.CashReceipts).AsQueryable());

    private readonly Func<ShopDatabase, string, IAsyncEnumerable<ReturnRow>> returned = EF.CompileAsyncQuery((ShopDatabase database, string customer) =>
        database.Orders.Where(order => order.CustomerId == customer).Join(database.Returns, order => order.Id, row => row.OrderId, (order, row) => row)
            .AsNoTracking().AsSingleQuery().Include(row => row.Lines).Include(row => row.Refunds).AsQueryable());

    /// <summary>All orders of a customer, newest first.</summary>
    public async Task<IEnumerable<Order>> OfAsync(ShopDatabase database, string customer, CancellationToken cancellationToken)
    {
        var orders = await placed(database, customer).ToListAsync(cancellationToken);
        if (orders.Count == 0) return [];
        var payments = (await paid(database, customer).ToListAsync(cancellationToken)).ToLookup(row => row.OrderId, StringComparer.Ordinal);
        var returns = (await returned(database, customer).ToListAsync(cancellationToken)).ToLookup(row => row.OrderId, StringComparer.Ordinal);
        return orders.OrderByDescending(row => row.PlacedAt).ThenByDescending(row => row.Position).ThenByDescending(row => row.Id, StringComparer.Ordinal)
            .Select(row => row.ToFact(payments[row.Id], returns[row.Id]));
    }
}

/// <summary>What people at the shop work on.</summary>
internal sealed class CaseQueries
{
    private readonly Func<ShopDatabase, string, IAsyncEnumerable<CaseRow>> opened = EF.CompileAsyncQuery((ShopDatabase database, string customer) =>
        database.Cases.AsNoTracking().AsSplitQuery().Include(row => row.Notes).Include(row => row.Promises).Where(row => row.CustomerId == customer));

    /// <summary>The case of that number, or null.</summary>
    public Func<ShopDatabase, string, Task<CaseRow?>> ByNumber { get; } = EF.CompileAsyncQuery((ShopDatabase database, string number) => database.Cases
        .AsNoTracking().AsSplitQuery().Include(row => row.Notes).Include(row => row.Promises).FirstOrDefault(row => row.Number == number));

    /// <summary>All cases of a customer, newest first.</summary>
    public async Task<IEnumerable<Case>> OfAsync(ShopDatabase database, string customer, CancellationToken cancellationToken) =>
        (await opened(database, customer).ToListAsync(cancellationToken))
            .OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Number, StringComparer.Ordinal).Select(row => row.ToFact());
}
