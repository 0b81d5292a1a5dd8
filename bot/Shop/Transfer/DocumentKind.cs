using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>How many documents of a kind an import found new, changed and unchanged.</summary>
internal sealed record ImportCount(int New, int Changed, int Unchanged)
{
    /// <summary>Both together.</summary>
    public static ImportCount operator +(ImportCount left, ImportCount right) => new(left.New + right.New, left.Changed + right.Changed, left.Unchanged + right.Unchanged);
}

/// <summary>One kind of document: the file that holds it, and how it is read from the store and written into it.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Type">The document's class.</param>
internal abstract record DocumentKind(string Name, Type Type)
{
    /// <summary>Writes documents, replacing those that differ.</summary>
    public abstract Task<ImportCount> WriteAsync(ShopDatabase database, IReadOnlyList<IDocument> documents, CancellationToken cancellationToken);

    /// <summary>The next documents in the order of their ids, each as its line.</summary>
    /// <param name="database">The store.</param>
    /// <param name="ordinal">The collation of that order, see <see cref="Databases.IDatabaseEngine.Ordinal"/>.</param>
    /// <param name="after">The id before the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public abstract Task<List<(string Id, string Line)>> ReadAsync(ShopDatabase database, string ordinal, string after, int most, CancellationToken cancellationToken);
}

/// <inheritdoc cref="DocumentKind"/>
internal sealed record DocumentKind<T>(string Name, Func<IQueryable<T>, IQueryable<T>> Whole) : DocumentKind(Name, typeof(T)) where T : class, IDocument
{
    /// <inheritdoc/>
    public override async Task<ImportCount> WriteAsync(ShopDatabase database, IReadOnlyList<IDocument> documents, CancellationToken cancellationToken)
    {
        var key = KeyOf(database);
        var ids = documents.Select(document => document.DocumentId).ToList();
        var stored = await Whole(database.Set<T>().AsTracking().AsSplitQuery()).Where(row => ids.Contains(EF.Property<string>(row, key))).ToDictionaryAsync(row => row.DocumentId, StringComparer.Ordinal, cancellationToken);

        var written = documents.Where(document => !stored.TryGetValue(document.DocumentId, out var old) || !string.Equals(Line(old), Line(document), StringComparison.Ordinal)).ToList();
        var replaced = written.Where(document => stored.ContainsKey(document.DocumentId)).Select(document => stored[document.DocumentId]).ToList();
        // A changed document goes and comes again as a whole: what points at it is checked when the transaction ends.
        database.RemoveRange(replaced);
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        database.AddRange(written);
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return new(written.Count - replaced.Count, replaced.Count, documents.Count - written.Count);
    }

    /// <inheritdoc/>
    public override async Task<List<(string Id, string Line)>> ReadAsync(ShopDatabase database, string ordinal, string after, int most, CancellationToken cancellationToken)
    {
        var key = KeyOf(database);
        var rows = await Whole(database.Set<T>().AsNoTracking().AsSplitQuery())
            .Where(row => string.Compare(EF.Functions.Collate(EF.Property<string>(row, key), ordinal), after) > 0)
            .OrderBy(row => EF.Functions.Collate(EF.Property<string>(row, key), ordinal)).Take(most).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.DocumentId, Line(row)));
    }

    private static string Line(IDocument document) => JsonSerializer.Serialize(document, typeof(T), DocumentJson.Options);

    private static string KeyOf(ShopDatabase database) => database.Model.FindEntityType(typeof(T))?.FindPrimaryKey()?.Properties is [var only]
        ? only.Name : throw new InvalidOperationException($"{typeof(T).Name} has no single key.");
}

/// <summary>All kinds of document, each after those that it names.</summary>
internal static class DocumentKinds
{
    /// <summary>In the order in which they are imported and exported.</summary>
    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        new DocumentKind<SellerRow>("sellers", rows => rows),
        new DocumentKind<CarrierRow>("carriers", rows => rows),
        new DocumentKind<CustomerRow>("customers", rows => rows.Include(row => row.Addresses.OrderBy(address => address.Position))
            .Include(row => row.PaymentMethods.OrderBy(method => method.Position)).Include(row => row.ChannelAddresses.OrderBy(address => address.Position))),
        new DocumentKind<CouponRow>("coupons", rows => rows),
        new DocumentKind<ProductRow>("products", rows => rows.Include(row => row.Variants.OrderBy(variant => variant.Position))),
        new DocumentKind<OrderRow>("orders", rows => rows.Include(row => row.Lines.OrderBy(line => line.Position))
            .Include(row => row.Shipments.OrderBy(parcel => parcel.Position)).Include(row => row.PaymentHistory.OrderBy(movement => movement.Position))),
        new DocumentKind<PaymentRow>("payments", rows => rows),
        new DocumentKind<CashReceiptRow>("cash_receipts", rows => rows),
        new DocumentKind<ReturnRow>("returns", rows => rows.Include(row => row.Lines.OrderBy(line => line.Position))),
        new DocumentKind<RefundRow>("refunds", rows => rows),
        new DocumentKind<ExchangeRow>("exchanges", rows => rows.Include(row => row.Lines.OrderBy(line => line.Position))),
        new DocumentKind<CaseRow>("cases", rows => rows.Include(row => row.Notes.OrderBy(note => note.Position))),
        new DocumentKind<PromiseRow>("promises", rows => rows),
        new DocumentKind<SatisfactionRow>("satisfaction", rows => rows),
        new DocumentKind<EffectRow>("effects", rows => rows),
    ];

    /// <summary>The kind that a file holds by its name, such as orders.jsonl or orders.2026-11.jsonl; or null.</summary>
    public static DocumentKind? Of(string file) =>
        All.FirstOrDefault(kind => string.Equals(kind.Name, Path.GetFileName(file).Split('.')[0], StringComparison.Ordinal));
}
