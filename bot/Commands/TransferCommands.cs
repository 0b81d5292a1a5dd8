using System.CommandLine;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Transfer;

namespace ServiceBot.Bot.Commands;

/// <summary>The commands that bring the shop's data in and out; <c>docs/data.md</c> describes the files.</summary>
internal static class TransferCommands
{
    /// <summary>import and export.</summary>
    public static IEnumerable<Command> For(Func<WebApplicationBuilder> compose)
    {
        var files = new Argument<string[]>("file") { Arity = ArgumentArity.OneOrMore, Description = "JSON Lines files such as orders.jsonl, or folders of them." };
        var import = new Command("import", "Brings the shop's data in: all of it, or nothing where anything is wrong.") { files };
        import.SetAction((parsed, stop) => ImportAsync(compose(), parsed.GetValue(files) ?? [], stop));

        var folder = new Argument<string>("folder") { Description = "Where the files go; made where it is missing." };
        var export = new Command("export", "Writes all of the shop's data as JSON Lines, one file a kind.") { folder };
        export.SetAction((parsed, stop) => ExportAsync(compose(), parsed.GetValue(folder) ?? "", stop));
        return [import, export];
    }

    private static async Task ImportAsync(WebApplicationBuilder builder, string[] paths, CancellationToken stop)
    {
        await using var shop = await OpenAsync(builder, stop);
        var report = await shop.Services.GetRequiredService<ShopImport>().RunAsync(paths, stop);
        if (report.Errors.Count > 0)
            throw new StartRefusedException($"Nothing was imported, for {report.Errors.Count} error{(report.Errors.Count == 1 ? "" : "s")}:{Environment.NewLine}{string.Join(Environment.NewLine, report.Errors)}");
        foreach (var (kind, count) in report.Counts)
            await Console.Out.WriteLineAsync($"{kind}: {count.New} new, {count.Changed} changed, {count.Unchanged} unchanged");
    }

    private static async Task ExportAsync(WebApplicationBuilder builder, string folder, CancellationToken stop)
    {
        // It only reads, and so may run beside a program that serves.
        builder.Services.AddSingleton(provider => DataDirectory.Share(provider.GetRequiredService<IOptions<HostSettings>>().Value.DataDirectory));
        await using var shop = await OpenAsync(builder, stop);
        foreach (var (kind, count) in await shop.Services.GetRequiredService<ShopExport>().RunAsync(folder, stop))
            await Console.Out.WriteLineAsync($"{kind}: {count}");
    }

    // The store alone: nothing is served, and no demo shop is loaded.
    private static async Task<WebApplication> OpenAsync(WebApplicationBuilder builder, CancellationToken stop)
    {
        var shop = builder.BuildChecked();
        try
        {
            await shop.Services.GetRequiredService<ShopStore>().PrepareAsync(stop);
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }
}
