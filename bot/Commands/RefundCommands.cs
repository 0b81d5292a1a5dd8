using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Refunding;

namespace ServiceBot.Bot.Commands;

/// <summary>What an operator does about refunds; all of it may run beside programs that serve. <c>docs/operation.md</c> says when.</summary>
internal static class RefundCommands
{
    private const int Most = 1000;

    /// <summary>refunds and goods.</summary>
    public static IEnumerable<Command> For(Func<WebApplicationBuilder> compose) =>
    [
        new Command("refunds", "Refunds that are under way, failed, or wait for a person.")
        {
            Plain(compose, "list", "Lists them.", ListAsync),
            Plain(compose, "reconcile", "Compares the payment provider's ledger with the shop's, now; ends with 1 where they differ.", ReconcileAsync),
            Plain(compose, "resume", "Lets refunds go on after a difference stopped them.", ResumeAsync),
            WithId(compose, "again", "Sends one again that waits for a person, unless the provider has booked it.", (services, id, stop) => services.GetRequiredService<RefundDesk>().AgainAsync(id, stop)),
            WithId(compose, "paid", "Writes down that one that waits for a person was paid.", (services, id, stop) => services.GetRequiredService<RefundDesk>().SettleAsync(id, isPaid: true, stop)),
            WithId(compose, "unpaid", "Writes down that one that waits for a person will not be paid.", (services, id, stop) => services.GetRequiredService<RefundDesk>().SettleAsync(id, isPaid: false, stop)),
        },
        Goods(compose),
    ];

    private static Command Plain(Func<WebApplicationBuilder> compose, string name, string does, Func<IServiceProvider, TextWriter, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, does);
        command.SetAction(async (parsed, stop) =>
        {
            await using var shop = await OpenAsync(compose(), stop);
            return await run(shop.Services, parsed.InvocationConfiguration.Output, stop);
        });
        return command;
    }

    private static Command WithId(Func<WebApplicationBuilder> compose, string name, string does, Func<IServiceProvider, string, CancellationToken, Task<string>> run)
    {
        var id = new Argument<string>("ID") { Description = "The refund's id, such as rf-1f0c2d." };
        var command = new Command(name, does) { id };
        command.SetAction(async (parsed, stop) =>
        {
            await using var shop = await OpenAsync(compose(), stop);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(await run(shop.Services, parsed.GetRequiredValue(id), stop));
        });
        return command;
    }

    private static Command Goods(Func<WebApplicationBuilder> compose)
    {
        var number = new Argument<string>("NUMBER") { Description = "The return's number, such as R-20001." };
        var status = new Argument<string>("STATUS") { Description = string.Join(", ", ReturnedGoods.Reports) };
        status.AcceptOnlyFromAmong([.. ReturnedGoods.Reports]);
        var command = new Command("goods", "Reports goods that come back.") { number, status };
        command.SetAction(async (parsed, stop) =>
        {
            await using var shop = await OpenAsync(compose(), stop);
            var stands = await shop.Services.GetRequiredService<ReturnedGoods>().ReportAsync(parsed.GetRequiredValue(number), parsed.GetRequiredValue(status), stop)
                ?? throw new StartRefusedException($"There is no return '{parsed.GetRequiredValue(number)}'.");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(stands);
        });
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var intent in await services.GetRequiredService<RefundDesk>().ListAsync(Most, cancellationToken))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{intent.Id} {intent.State} {intent.Amount} {intent.Currency} {intent.ReturnNumber} {intent.Fault}"));
        if (await services.GetRequiredService<RefundStop>().ReasonAsync(cancellationToken) is { } reason) await output.WriteLineAsync($"stopped: {reason}");
        return 0;
    }

    private static async Task<int> ReconcileAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var differences = await services.GetRequiredService<Reconciliation>().RunAsync(cancellationToken);
        foreach (var difference in differences) await output.WriteLineAsync(difference);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{differences.Count} differences"));
        return differences.Count == 0 ? 0 : 1;
    }

    private static async Task<int> ResumeAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<RefundStop>().ResumeAsync(cancellationToken);
        await output.WriteLineAsync("Refunds are paid again.");
        return 0;
    }

    // SQLite's file may be written by two programs, one transaction at a time.
    private static async Task<WebApplication> OpenAsync(WebApplicationBuilder builder, CancellationToken stop)
    {
        builder.Services.AddSingleton(provider => DataDirectory.Share(provider.GetRequiredService<IOptions<HostSettings>>().Value.DataDirectory));
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
