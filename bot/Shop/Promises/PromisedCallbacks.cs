using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Promises;

/// <summary>A customer to whom somebody promised to be in touch. Personal.</summary>
/// <param name="Number">The case.</param>
/// <param name="MadeAt">When it was promised.</param>
/// <param name="DueAt">By when.</param>
/// <param name="Owner">Who answers for it: an agent's id, or null while nobody has taken it.</param>
/// <param name="Summary">What it is about, in the customer's words and the bot's.</param>
internal sealed record PromisedCallback(string Number, DateTimeOffset MadeAt, DateTimeOffset DueAt, string? Owner, string Summary)
{
    /// <summary>The conversation in which it was promised, or null where that is not known.</summary>
    public string? ConversationId { get; init; }
    /// <summary>The customer's name, or null where nobody has proven who they are.</summary>
    public string? CustomerName { get; init; }
    /// <summary>The language to answer in: ko or en.</summary>
    public string Language { get; init; } = "ko";
    /// <summary>Where to call, in digits as they were said; or null.</summary>
    public string? Phone { get; init; }
    /// <summary>Where to write, or null.</summary>
    public string? Email { get; init; }
    /// <summary>How often an agent tried in vain by other means than a call of the desk's.</summary>
    public int TriedOtherwise { get; init; }
    /// <summary>How many calls of the desk's had been in vain when it was taken last.</summary>
    public int CalledBefore { get; init; }
}

/// <summary>Callbacks that were promised and not made yet: who takes them, and what came of it. Each change is made only where things still stand as whoever makes it believes.</summary>
internal sealed class PromisedCallbacks(IDbContextFactory<ShopDatabase> databases, ShopCalls calls)
{
    private const string Kind = "callback";

    /// <summary>Those that are not kept, the most pressing first.</summary>
    public Task<List<PromisedCallback>> OpenAsync(int most, CancellationToken cancellationToken) =>
        RunAsync((database, stop) => Read(database, Open(database).OrderBy(promise => promise.DueAt).ThenBy(promise => promise.Id).Take(most)).ToListAsync(stop), cancellationToken);

    /// <summary>One of them by its case, or null.</summary>
    public Task<PromisedCallback?> FindAsync(string number, CancellationToken cancellationToken) =>
        RunAsync((database, stop) => Read(database, Open(database).Where(promise => promise.CaseNumber == number)).FirstOrDefaultAsync(stop), cancellationToken);

    /// <summary>Somebody takes one that nobody has.</summary>
    /// <param name="number">The case.</param>
    /// <param name="agent">Who takes it.</param>
    /// <param name="called">How many calls of the desk's were in vain so far.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where somebody else has it, or it is over.</returns>
    public Task<bool> TakeAsync(string number, string agent, int called, CancellationToken cancellationToken) => RunAsync(
        async (database, stop) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(stop);
            if (await Open(database).Where(promise => promise.CaseNumber == number && (promise.Owner == PromiseRow.Desk || promise.Owner == agent)).ExecuteUpdateAsync(set => set.SetProperty(promise => promise.Owner, agent).SetProperty(promise => promise.CalledBefore, called), stop) == 0) return false;
            await database.Cases.Where(matter => matter.Number == number).ExecuteUpdateAsync(set => set.SetProperty(matter => matter.Status, CaseStatuses.InProgress), stop);
            await transaction.CommitAsync(stop);
            return true;
        },
        cancellationToken);

    /// <summary>Somebody gives one back that they had, for others to take.</summary>
    /// <param name="number">The case.</param>
    /// <param name="agent">Who has it.</param>
    /// <param name="tries">How often they tried in vain by other means than a call of the desk's.</param>
    /// <param name="isGivenUp">Whether it is tried no more: then the customer has to be in touch.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where they did not have it.</returns>
    public Task<bool> GiveBackAsync(string number, string agent, int tries, bool isGivenUp, CancellationToken cancellationToken) => RunAsync(
        async (database, stop) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(stop);
            if (await Open(database).Where(promise => promise.CaseNumber == number && promise.Owner == agent)
                .ExecuteUpdateAsync(set => set.SetProperty(promise => promise.Owner, PromiseRow.Desk).SetProperty(promise => promise.TriedOtherwise, promise => promise.TriedOtherwise + tries), stop) == 0) return false;
            await database.Cases.Where(matter => matter.Number == number).ExecuteUpdateAsync(set => set.SetProperty(matter => matter.Status, isGivenUp ? CaseStatuses.WaitingCustomer : CaseStatuses.Open), stop);
            await transaction.CommitAsync(stop);
            return true;
        },
        cancellationToken);

    /// <summary>The customer was reached: the promise is kept, and the case resolved.</summary>
    /// <returns>False where that agent did not have it.</returns>
    public Task<bool> KeepAsync(string number, string agent, DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(
        async (database, stop) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(stop);
            if (await Open(database).Where(promise => promise.CaseNumber == number && promise.Owner == agent).ExecuteUpdateAsync(set => set.SetProperty(promise => promise.KeptAt, now), stop) == 0) return false;
            await database.Cases.Where(matter => matter.Number == number)
                .ExecuteUpdateAsync(set => set.SetProperty(matter => matter.Status, CaseStatuses.Resolved).SetProperty(matter => matter.ResolvedAt, now), stop);
            await transaction.CommitAsync(stop);
            return true;
        },
        cancellationToken);

    // A case that waits for the customer asks nothing of the desk until they are in touch.
    private static IQueryable<PromiseRow> Open(ShopDatabase database) => database.Promises.Where(promise => promise.Kind == Kind && promise.KeptAt == null && database.Cases.Any(
        matter => matter.Number == promise.CaseNumber && matter.Kind == CaseKinds.Callback && (matter.Status == CaseStatuses.Open || matter.Status == CaseStatuses.InProgress || matter.Status == CaseStatuses.Reopened)));

    private static IQueryable<PromisedCallback> Read(ShopDatabase database, IQueryable<PromiseRow> promises) =>
        from promise in promises
        join matter in database.Cases on promise.CaseNumber equals matter.Number
        select new PromisedCallback(matter.Number, promise.MadeAt, promise.DueAt, promise.Owner == PromiseRow.Desk ? null : promise.Owner, matter.Summary)
        {
            ConversationId = matter.ConversationId, CustomerName = database.Customers.Where(customer => customer.Id == matter.CustomerId).Select(customer => customer.Name).FirstOrDefault(),
            Language = matter.Language ?? "ko", Phone = matter.Phone, Email = matter.Email, TriedOtherwise = promise.TriedOtherwise, CalledBefore = promise.CalledBefore,
        };

    private async Task<T> RunAsync<T>(Func<ShopDatabase, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => await calls.InTurn.ExecuteAsync(
        async stop =>
        {
            await using var database = await databases.CreateDbContextAsync(stop);
            return await work(database, stop);
        },
        cancellationToken);
}
