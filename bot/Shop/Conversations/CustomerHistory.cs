using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Conversations;

/// <summary>What the records hold of a customer beside orders and cases, newest first, a page at a time.</summary>
internal sealed class CustomerHistory(IDbContextFactory<ShopDatabase> databases, ShopCalls calls)
{
    /// <summary>Conversations in which the customer proved who they are, on any channel, live and ended ones; without their journals.</summary>
    public Task<List<ConversationRow>> ContactsAsync(string customerId, int skip, int take, CancellationToken cancellationToken) => ReadAsync(
        database => database.Conversations.Where(row => row.CustomerId == customerId).OrderByDescending(row => row.LastAt).ThenBy(row => row.Id).Skip(skip).Take(take)
            .Select(row => new ConversationRow
            {
                Id = row.Id, CustomerId = row.CustomerId, Channel = row.Channel, Language = row.Language, StartedAt = row.StartedAt, LastAt = row.LastAt, EndedAt = row.EndedAt, Turns = row.Turns, Dialogs = row.Dialogs,
            }),
        cancellationToken);

    /// <summary>One of them, or of anybody's where no customer is named, with its journal where it is archived; null where there is none.</summary>
    public async Task<ConversationRow?> ContactAsync(string? customerId, string conversationId, CancellationToken cancellationToken) =>
        (await ReadAsync(database => database.Conversations.Where(row => row.Id == conversationId && (customerId == null || row.CustomerId == customerId)), cancellationToken)).FirstOrDefault();

    /// <summary>What was promised to the customer, kept or not.</summary>
    public Task<List<PromiseRow>> PromisesAsync(string customerId, int skip, int take, CancellationToken cancellationToken) => ReadAsync(
        database => database.Promises.Where(row => row.CustomerId == customerId || (row.CaseNumber != null && database.Cases.Any(matter => matter.Number == row.CaseNumber && matter.CustomerId == customerId)))
            .OrderByDescending(row => row.MadeAt).ThenBy(row => row.Id).Skip(skip).Take(take),
        cancellationToken);

    /// <summary>What the customer thought.</summary>
    public Task<List<SatisfactionRow>> SatisfactionAsync(string customerId, int skip, int take, CancellationToken cancellationToken) => ReadAsync(
        database => database.Satisfaction.Where(row => row.CustomerId == customerId).OrderByDescending(row => row.At).ThenBy(row => row.Id).Skip(skip).Take(take), cancellationToken);

    private async Task<List<TRow>> ReadAsync<TRow>(Func<ShopDatabase, IQueryable<TRow>> query, CancellationToken cancellationToken) where TRow : class => await calls.InTurn.ExecuteAsync(
        async stop =>
        {
            await using var database = await databases.CreateDbContextAsync(stop);
            return await query(database).AsNoTracking().ToListAsync(stop);
        },
        cancellationToken);
}
