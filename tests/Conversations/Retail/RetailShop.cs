using System.Text.Json.Nodes;
using ServiceBot.Bot.Tests;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Tests.Retail;

namespace ServiceBot.Conversations.Retail;

/// <summary>The retail shop in the real program: imported by <c>servicebot import</c>, served as a process, and read back by <c>servicebot export</c>.</summary>
internal sealed class RetailShop : IDisposable
{
    public const string Secret = "the-secret-of-the-retail-shop";
    private static readonly string Policy = Path.Combine(AppContext.BaseDirectory, "Retail", "policy.json");
    private readonly TemporaryDirectory directory = new();

    /// <summary>A program with all customers, orders and products of the data set.</summary>
    public static async Task<RetailShop> ImportAsync(RetailData data)
    {
        var shop = new RetailShop();
        var files = RetailConverter.ConvertFolder(data.Folder, shop.directory.File("import"));
        await RunAsync(["import", .. files, .. shop.Settings]);
        return shop;
    }

    /// <summary>Serves the shop while a test talks to it.</summary>
    public async Task ServeAsync(Func<Uri, Task> act) => Assert.Equal(0, await ServiceBotProcess.WhileServingAsync(
        Data, act, "--Shop:Policy", Policy, "--Expectations:Expose", "true", "--DirectLine:Secret", Secret));

    /// <summary>The shop's orders and users as the data set writes them.</summary>
    public async Task<(JsonObject Orders, JsonObject Users)> ExportAsync()
    {
        var folder = directory.File("export");
        await RunAsync(["export", folder, .. Settings]);
        return (RetailConverter.OrdersFrom(folder), RetailConverter.UsersFrom(folder));
    }

    private string Data => directory.File("data");

    // What is judged here is what the shop holds in the end, on however slow a machine.
    private string[] Settings => ["--DataDirectory", Data, "--Shop:Policy", Policy, "--Database:TurnDeadline", "00:01:00"];

    private static async Task RunAsync(string[] arguments)
    {
        var (code, output, error) = await ServiceBotProcess.RunAsync(arguments);
        Assert.True(code == 0, $"servicebot {arguments[0]} ended with {code}: {error}{output}");
    }

    public void Dispose() => directory.Dispose();
}
