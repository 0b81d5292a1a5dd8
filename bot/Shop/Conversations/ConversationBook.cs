using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Conversations;

/// <summary>The records of conversations in the system of record: written rarely while they live, whole when they have ended.</summary>
internal sealed class ConversationBook(IDbContextFactory<ShopDatabase> databases, ShopCalls calls)
{
    private const string Noting =
        """
        INSERT INTO conversations (id, customer_id, channel, language, started_at, last_at, check_at, turns, dialogs, words)
        VALUES (@id, @customer, @channel, @language, @at, @at, @check, 0, '', '')
        ON CONFLICT (id) DO UPDATE SET customer_id = COALESCE(excluded.customer_id, conversations.customer_id), language = excluded.language,
            last_at = excluded.last_at, check_at = excluded.check_at, ended_at = NULL
        """;

    // Asked for with every proof of identity.
    private readonly Func<ShopDatabase, string, DateTimeOffset, int, IAsyncEnumerable<string>> latest = EF.CompileAsyncQuery((ShopDatabase database, string customer, DateTimeOffset since, int most) =>
        database.Conversations.Where(row => row.CustomerId == customer && row.EndedAt == null && row.LastAt >= since)
            .OrderByDescending(row => row.LastAt).ThenBy(row => row.Id).Select(row => row.Id).Take(most));

    /// <summary>Writes notes; of one conversation, what is already known stays, and a customer once known too.</summary>
    /// <param name="notes">The notes, oldest first.</param>
    /// <param name="idle">How long after a note to look whether the conversation has ended.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task NoteAsync(IReadOnlyCollection<ConversationNote> notes, TimeSpan idle, CancellationToken cancellationToken) => RunAsync(
        async (database, stop) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(stop);
            // One statement for all, prepared once: there may be thousands of them a minute.
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText = Noting;
            var values = new[] { "@id", "@customer", "@channel", "@language", "@at", "@check" }.Select(name => Add(command, name)).ToArray();
            foreach (var note in notes)
            {
                object[] fields = [note.Id, note.CustomerId ?? (object)DBNull.Value, note.Channel, note.Language.ToString(), UtcText.Of(note.At), UtcText.Of(note.At + idle)];
                for (var field = 0; field < fields.Length; field++) values[field].Value = fields[field];
                await command.ExecuteNonQueryAsync(stop);
            }
            await transaction.CommitAsync(stop);
        },
        cancellationToken);

    /// <summary>Conversations of which it is time to look whether they have ended, longest waiting first.</summary>
    public Task<List<ConversationRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => RunAsync(
        (database, stop) => database.Conversations.AsNoTracking().Where(row => row.CheckAt <= now).OrderBy(row => row.CheckAt).Take(most).ToListAsync(stop),
        cancellationToken);

    /// <summary>Looks again later.</summary>
    public Task PostponeAsync(string id, DateTimeOffset lastAt, DateTimeOffset checkAt, CancellationToken cancellationToken) => RunAsync(
        (database, stop) => database.Conversations.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastAt, lastAt).SetProperty(row => row.CheckAt, checkAt), stop),
        cancellationToken);

    /// <summary>Writes a conversation that has ended, over what was noted or archived of it before.</summary>
    public Task ArchiveAsync(ConversationRow ended, CancellationToken cancellationToken) => RunAsync(
        (database, stop) =>
        {
            database.Conversations.Update(ended);
            return database.SaveChangesAsync(stop);
        },
        cancellationToken);

    /// <summary>Archived conversations, newest first.</summary>
    public Task<List<ConversationRow>> SearchAsync(ConversationQuery query, CancellationToken cancellationToken) => RunAsync(
        (database, stop) =>
        {
            var found = database.Conversations.AsNoTracking().Where(row => row.Journal != null);
            if (query.CustomerId is { } customer) found = found.Where(row => row.CustomerId == customer);
            if (query.Dialog is { } dialog) found = found.Where(row => row.Dialogs.Contains(" " + dialog + " "));
            if (query.From is { } from) found = found.Where(row => row.LastAt >= from);
            if (query.To is { } to) found = found.Where(row => row.LastAt < to);
            foreach (var word in (query.Words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                found = found.Where(row => row.Words.Contains(word));
            return found.OrderByDescending(row => row.LastAt).ThenBy(row => row.Id).Take(query.Most).ToListAsync(stop);
        },
        cancellationToken);

    /// <summary>The ids of all conversations of a customer, archived or not.</summary>
    public Task<List<string>> OfAsync(string customerId, CancellationToken cancellationToken) =>
        RunAsync((database, stop) => database.Conversations.Where(row => row.CustomerId == customerId).Select(row => row.Id).ToListAsync(stop), cancellationToken);

    /// <summary>The ids of a customer's conversations that have not ended and were noted lately, newest first.</summary>
    public Task<List<string>> LatestOfAsync(string customerId, DateTimeOffset since, int most, CancellationToken cancellationToken) =>
        RunAsync((database, stop) => latest(database, customerId, since, most).ToListAsync(stop).AsTask(), cancellationToken);

    /// <summary>The ids of conversations that the archive need keep no longer than before a day.</summary>
    public Task<List<string>> ExpiredAsync(DateOnly before, int most, CancellationToken cancellationToken) => RunAsync(
        (database, stop) => database.Conversations.Where(row => row.KeepUntil < before).OrderBy(row => row.KeepUntil).Select(row => row.Id).Take(most).ToListAsync(stop), cancellationToken);

    /// <summary>Removes all that is known of a conversation.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        RunAsync((database, stop) => database.Conversations.Where(row => row.Id == id).ExecuteDeleteAsync(stop), cancellationToken);

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = (name, DbType.String);
        command.Parameters.Add(parameter);
        return parameter;
    }

    private async Task<T> RunAsync<T>(Func<ShopDatabase, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => await calls.Behind.ExecuteAsync(
        async stop =>
        {
            await using var database = await databases.CreateDbContextAsync(stop);
            return await work(database, stop);
        },
        cancellationToken);

    private Task RunAsync(Func<ShopDatabase, CancellationToken, Task> work, CancellationToken cancellationToken) => RunAsync(
        async (database, stop) =>
        {
            await work(database, stop);
            return true;
        },
        cancellationToken);
}
