using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Rig.Rows;

/// <summary>A1: whatever the provider answers, and however often a yes comes, each refund is made once.</summary>
internal static class RefundOnce
{
    private const int Clients = 50;
    private static readonly string[] Switches = ["failAfterCommit", "dropReply"];

    /// <summary>Customers under a provider that answers badly in turn; then one yes from fifty clients at once, over both nodes.</summary>
    public static async Task RunAsync(RowRun run)
    {
        const int most = 20_000;
        await using var deployment = await Deployment.ServedAsync(2, most + run.Times);
        var provider = (deployment.Backends ?? throw new InvalidOperationException()).Provider;
        var report = await new UnderLoad(deployment, run.AtOnce).RunAsync(most, async _ =>
        {
            for (var (begun, round) = (System.Diagnostics.Stopwatch.StartNew(), 0); begun.Elapsed < run.Time; round++)
            {
                await provider.SwitchAsync(new JsonObject { [Switches[round % Switches.Length]] = 1_000 });
                await Task.Delay(3_000);
                await provider.SwitchAsync([]);
                await Task.Delay(1_000);
            }
        });
        await run.TellAsync($"A1: the provider pays and says 500, or pays and hangs up, three of four seconds, for {run.Time.TotalSeconds:0} s", report);

        for (var time = 0; time < run.Times; time++)
            await AtOnceAsync(run, deployment, most + time);
        var shop = await deployment.ReadShopAsync();
        foreach (var customer in Enumerable.Range(most, run.Times))
        {
            var returns = shop.Returns.Count(entry => BotClient.Text(entry, "orderId") == RigShop.Order(customer));
            run.Demand(returns == 1, $"{Clients} times the same yes made {returns} refunds of {RigShop.Order(customer)}");
        }

        await run.NoteAsync($"one yes from {Clients} clients at once: {run.Times} times");
    }

    private static async Task AtOnceAsync(RowRun run, Deployment deployment, int customer)
    {
        var (bot, chance) = (deployment.Bot, new Random(customer));
        var conversation = await bot.OpenAsync(chance);
        await bot.SayAsync(chance, conversation, "wish", new Story(0).Wishes[0].Opening.Replace(RigShop.Order(0), RigShop.Order(customer), StringComparison.Ordinal).Replace(RigShop.Email(0), RigShop.Email(customer), StringComparison.Ordinal));
        var logged = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => bot.SayAsync(new Random(client), conversation, "yes", "yes")));
        run.Demand(logged.Distinct(StringComparer.Ordinal).Count() == 1, $"the same yes was acknowledged as {string.Join(", ", logged.Distinct(StringComparer.Ordinal))}");
    }
}
