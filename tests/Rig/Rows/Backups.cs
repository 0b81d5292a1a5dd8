using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Rows;

/// <summary>A22: Redis and PostgreSQL are backed up under load, one some seconds before the other, and restored together. That makes no effect, and what follows is right.</summary>
internal static class Backups
{
    private const int Before = 600;
    private const int After = 200;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(8);
    // Longer than an effect without an outcome, or a refund's lease, is left alone.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(45);

    /// <summary>Redis first, and then the database first.</summary>
    public static async Task RunAsync(RowRun run)
    {
        using var folder = new ServerFolder("backup");
        await ServerProcess.RunAsync("chmod", "755", folder.Path);
        Backup older, newer;
        await using (var deployment = await Deployment.ServedAsync(2, Before + After))
        {
            var backends = deployment.Backends ?? throw new InvalidOperationException();
            var report = await new UnderLoad(deployment, run.AtOnce).RunAsync(Before, async load =>
            {
                await load.NextConfirmationAsync();
                await Task.Delay(Apart);
                await CopyAsync(backends.Redis, folder.Path, "older");
                await Task.Delay(Apart);
                await backends.Postgres.BackUpAsync(Backends.Database, Path.Combine(folder.Path, "shop.dump"));
                await Task.Delay(Apart);
                await CopyAsync(backends.Redis, folder.Path, "newer");
                await Task.Delay(Apart);
            });
            await run.TellAsync($"A22: while backups are made, {Apart.TotalSeconds:0} s apart", report);
            var books = Path.Combine(folder.Path, "books.jsonl");
            File.Copy(backends.Provider.Books, books);
            older = new Backup(Path.Combine(folder.Path, "shop.dump"), Path.Combine(folder.Path, "older"), books, backends.SealKey);
            newer = older with { Redis = Path.Combine(folder.Path, "newer") };
        }

        await RestoreAsync(run, "Redis is older than the database", older);
        await RestoreAsync(run, "Redis is newer than the database", newer);
    }

    private static async Task RestoreAsync(RowRun run, string what, Backup backup)
    {
        await using var deployment = await Deployment.ServedAsync(2, 0, new Ground { Backup = backup });
        var backends = deployment.Backends ?? throw new InvalidOperationException();
        var (paid, before) = (References(backends), await deployment.ReadShopAsync());
        await Task.Delay(Quiet);
        var after = await deployment.ReadShopAsync();
        var own = after.Refunds.Select(intent => BotClient.Text(intent, "id")).ToHashSet(StringComparer.Ordinal);
        run.Demand(References(backends).SetEquals(paid), $"{what}: the provider paid {string.Join(", ", References(backends).Except(paid))} because of the restore");
        run.Demand(backends.Provider.Ledger.CountBy(booked => BotClient.Text(booked, "reference")).All(one => one.Value == 1), $"{what}: the provider paid something twice");

        var report = await new UnderLoad(deployment, run.AtOnce, mayForget: true, first: Before).RunAsync(
            After, async load => await Task.WhenAny(load.AllAsync(), Task.Delay(TimeSpan.FromSeconds(30))), paid);
        await run.TellAsync($"A22: {what}; then new customers come", report);
        await run.NoteAsync($"restored       {before.Returns.Count} refunds, {after.Returns.Count} after {Quiet.TotalSeconds:0} s without customers; the provider knows {paid.Count(reference => !own.Contains(reference))} that the database does not");
    }

    private static HashSet<string> References(Backends backends) => [.. backends.Provider.Ledger.Select(booked => BotClient.Text(booked, "reference"))];

    private static Task CopyAsync(RedisServer redis, string folder, string name) => ServerProcess.RunAsync("cp", "-r", redis.Folder, Path.Combine(folder, name));
}
