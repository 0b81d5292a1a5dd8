using Microsoft.EntityFrameworkCore;
using Polly.Timeout;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Photographs in the system of record: every node sees them, and evidence lasts as long as the records of the matter.</summary>
internal sealed class ShopShelf(IDbContextFactory<PhotoDatabase> databases, ShopCalls calls, IDatabaseEngine engine) : IPhotoShelf, IPersonalRecords
{
    /// <inheritdoc/>
    public Task PutAsync(PhotoRow photo, CancellationToken cancellationToken) => AskAsync(
        async (database, stop) =>
        {
            // A commit whose answer was cut may have happened; the id is random, so what stands there is this.
            if (await database.Photos.AnyAsync(row => row.Id == photo.Id, stop)) return 0;
            database.Photos.Add(photo);
            return await database.SaveChangesAsync(stop);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]?> FindAsync(string id, string conversation, CancellationToken cancellationToken) => AskAsync(
        (database, stop) => database.Photos.Where(row => row.Id == id && row.ConversationId == conversation).Select(row => row.Picture).FirstOrDefaultAsync(stop), cancellationToken);

    /// <inheritdoc/>
    public Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken) =>
        BehindAsync((database, stop) => database.Photos.Where(row => conversations.Contains(row.ConversationId)).ExecuteDeleteAsync(stop), cancellationToken);

    /// <inheritdoc/>
    // Whatever became of its conversation, no photograph outlives the records of the dispute that it may be evidence of.
    public Task ExpireAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var over = Retention.Over(RetentionClass.Complaint, today);
        return BehindAsync((database, stop) => database.Photos.Where(row => row.At < over).ExecuteDeleteAsync(stop), cancellationToken);
    }

    private async Task<T> AskAsync<T>(Func<PhotoDatabase, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.InTurn.ExecuteAsync(async stop => await WithDatabaseAsync(work, stop), cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutRejectedException || engine.Explain(fault) is not null)
        {
            throw new StoreUnavailableException(engine.Explain(fault) ?? "The shop's store does not answer in time.", fault);
        }
    }

    private async Task BehindAsync(Func<PhotoDatabase, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        await calls.Behind.ExecuteAsync(async stop => await WithDatabaseAsync(work, stop), cancellationToken);

    private async Task<T> WithDatabaseAsync<T>(Func<PhotoDatabase, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await work(database, cancellationToken);
    }
}
