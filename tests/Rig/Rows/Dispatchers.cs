using System.Text.Json.Nodes;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Rig.Rows;

/// <summary>A20: three nodes send refunds, one is killed at every point of it, and to a few intents the provider always says 500: those end with a person, and hold up nobody.</summary>
internal static class Dispatchers
{
    private const int Poison = 3;
    private static readonly TimeSpan Parked = TimeSpan.FromMinutes(6);

    /// <summary>Kills at each point so many times.</summary>
    public static async Task RunAsync(RowRun run)
    {
        const int most = 4_000;
        await using var deployment = await Deployment.ServedAsync(3, most);
        var backends = deployment.Backends ?? throw new InvalidOperationException();
        var points = CrashPoints.Of("Embedded").Where(point => point.StartsWith("refund.", StringComparison.Ordinal)).ToArray();
        IReadOnlyList<string> never = [];
        string[] poison = [];
        var report = await new UnderLoad(deployment, run.AtOnce).RunAsync(most, async load =>
        {
            // The provider keeps its first answer under an intent's key, so that these get the same error for ever.
            await backends.Provider.SwitchAsync(new JsonObject { ["failBeforeCommit"] = Poison });
            await RowRun.UntilAsync(async () => (poison = Lines(await backends.Postgres.AskAsync(Backends.Database, "SELECT id FROM refunds WHERE fault = 'http_500'"))).Length >= Poison, TimeSpan.FromSeconds(90));
            never = await CrashPointKills.RunAsync(deployment, load, points, run.Times, new Random(20));
            await load.EndAsync();
            await RowRun.UntilAsync(async () => (await RowsAsync(backends, poison, "state <> 'manual'")).Length == 0, Parked);
        });
        await run.TellAsync($"A20: three dispatchers, {points.Length} points killed {run.Times} times each, {Poison} intents to which the provider always says 500", report);
        foreach (var row in await RowsAsync(backends, poison, "true"))
            await run.NoteAsync($"poison         {row}");
        var others = (await backends.Postgres.AskAsync(Backends.Database, $"SELECT count(*) FROM refunds WHERE state = 'done' AND NOT ({IsPoison(poison)})")).Trim();
        await run.NoteAsync($"others         {others} done; points never passed: {(never.Count == 0 ? "none" : string.Join(", ", never))}");
        run.Demand(never.Count == 0, $"never passed: {string.Join(", ", never)}");
        run.Demand((await RowsAsync(backends, poison, "state = 'manual' AND strikes <= 10")).Length == Poison, "not every intent that is refused was parked after ten answers");
    }

    private static async Task<string[]> RowsAsync(Backends backends, string[] poison, string where) => Lines(await backends.Postgres.AskAsync(
        Backends.Database, $"SELECT state || ' (' || coalesce(fault, '') || ') after ' || tries || ' tries and ' || strikes || ' strikes' FROM refunds WHERE ({IsPoison(poison)}) AND {where}"));

    private static string IsPoison(string[] poison) => $"id IN ({string.Join(", ", poison.Select(id => $"'{id}'"))})";

    private static string[] Lines(string answer) => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
