using Microsoft.EntityFrameworkCore;
using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.Bot.Telephone.Records;

/// <summary>What shall be made once at the company, noted before it is asked for; one row is one thing, whichever node asks.</summary>
internal sealed class RestIntents(IDbContextFactory<TelephoneDatabase> databases) : IRestIntents
{
    /// <inheritdoc/>
    public async Task<RestIntent> TakeUpAsync(string key, DateTimeOffset now, DateTimeOffset abandonedBefore, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(database, key, cancellationToken) is not { } row)
        {
            database.Intents.Add(new IntentRow { Key = key, FirstAt = now, TakenAt = now });
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return new RestIntent(RestIntentState.New, now, null);
            }
            catch (DbUpdateException fault)
            {
                // Another node was first; anything else shows itself here.
                database.ChangeTracker.Clear();
                row = await FindAsync(database, key, cancellationToken) ?? throw new InvalidOperationException($"The intent '{key}' could not be noted.", fault);
            }
        }
        if (row.Sid is { } sid) return new RestIntent(RestIntentState.Fulfilled, row.FirstAt, sid);
        if (row.TakenAt >= abandonedBefore) return new RestIntent(RestIntentState.UnderWay, row.FirstAt, null);
        var taken = await database.Intents.Where(intent => intent.Key == key && intent.Sid == null && intent.TakenAt == row.TakenAt)
            .ExecuteUpdateAsync(set => set.SetProperty(intent => intent.TakenAt, now), cancellationToken);
        return new RestIntent(taken == 1 ? RestIntentState.Doubtful : RestIntentState.UnderWay, row.FirstAt, null);
    }

    /// <inheritdoc/>
    public async Task FulfilAsync(string key, string sid, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Intents.Where(intent => intent.Key == key).ExecuteUpdateAsync(set => set.SetProperty(intent => intent.Sid, sid), cancellationToken);
    }

    private static Task<IntentRow?> FindAsync(TelephoneDatabase database, string key, CancellationToken cancellationToken) =>
        database.Intents.AsNoTracking().FirstOrDefaultAsync(intent => intent.Key == key, cancellationToken);
}
