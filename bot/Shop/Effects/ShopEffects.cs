using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>
/// Runs the effects of the dialogs: each in one transaction with the row that remembers its key, so that it happens once or not at all.
/// What the conversation checked is checked again here, in the same transaction.
/// </summary>
internal sealed class ShopEffects(IDbContextFactory<ShopDatabase> databases, ShopCalls calls, ShopPolicy policy, PickupNumbers pickups) : IEffects
{
    /// <inheritdoc/>
    /// <exception cref="EffectConflictException">The key was used before for other content.</exception>
    public async Task<Outcome> RunAsync(string key, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        CrashPoint.Reach("effect.begin");
        var hash = EffectHash.Of(effect);
        // A commit whose answer was cut is not run again blindly: the next attempt finds the key, and answers what stands there.
        return await calls.InTurn.ExecuteAsync(async stop => await OnceAsync(key, hash, effect, now, stop), cancellationToken);
    }

    private async Task<Outcome> OnceAsync(string key, string hash, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        // Written first: a second run of the same key waits here until the first has ended, and then finds its outcome.
        var at = UtcText.Of(now);
        var first = await database.Database.ExecuteSqlAsync(
            $"INSERT INTO effects (key, hash, at) VALUES ({key}, {hash}, {at}) ON CONFLICT (key) DO NOTHING", cancellationToken) == 1;
        if (!first) return await EarlierAsync(database, key, hash, effect, cancellationToken);

        const string untouched = "untouched";
        await transaction.CreateSavepointAsync(untouched, cancellationToken);
        var outcome = await ChangeAsync(new(database, key, now, policy, pickups), effect, cancellationToken);
        if (outcome.Kind == OutcomeKind.Refused)
        {
            database.ChangeTracker.Clear();
            await transaction.RollbackToSavepointAsync(untouched, cancellationToken);
        }

        await database.Effects.Where(row => row.Key == key).ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, outcome), cancellationToken);
        CrashPoint.Reach("effect.written");
        await transaction.CommitAsync(cancellationToken);
        CrashPoint.Reach("effect.committed");
        return outcome;
    }

    private static Task<Outcome> ChangeAsync(EffectRun run, Effect effect, CancellationToken cancellationToken) => effect switch
    {
        OpenReturn open => OpeningReturn.RunAsync(run, open, cancellationToken),
        WithdrawReturn withdraw => WithdrawingReturn.RunAsync(run, withdraw, cancellationToken),
        OpenCase open => CaseEffects.OpenAsync(run, open, cancellationToken),
        AddToCase add => CaseEffects.AddAsync(run, add, cancellationToken),
        RecordSatisfaction satisfaction => CaseEffects.RecordAsync(run, satisfaction, cancellationToken),
        _ => throw new NotSupportedException($"The shop knows no effect '{effect.GetType().Name}' (key '{run.Key}')."),
    };

    private static async Task<Outcome> EarlierAsync(ShopDatabase database, string key, string hash, Effect effect, CancellationToken cancellationToken)
    {
        var earlier = await database.Effects.AsNoTracking().SingleAsync(row => row.Key == key, cancellationToken);
        if (!string.Equals(earlier.Hash, hash, StringComparison.Ordinal)) throw new EffectConflictException(key, effect.GetType().Name);
        return earlier.Outcome ?? throw new InvalidDataException($"The effect '{key}' was committed without an outcome.");
    }
}
