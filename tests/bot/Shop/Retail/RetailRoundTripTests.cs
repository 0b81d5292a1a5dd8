using System.Text.Json.Nodes;
using ServiceBot.Tests.Retail;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop.Retail;

/// <summary>A real shop's data goes in and comes out unchanged.</summary>
public abstract class RetailRoundTripTests : ShopContract
{
    private protected RetailRoundTripTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task Five_hundred_customers_a_thousand_orders_and_fifty_products_come_back_as_they_went_in()
    {
        var folder = Folder();

        await ReturnsAsync(RetailConverter.Read(folder, "users.json"), RetailConverter.Read(folder, "orders.json"), RetailConverter.Read(folder, "products.json"), 500, 1000);
    }

    [Fact]
    public async Task So_do_returned_exchanged_cancelled_and_changed_orders()
    {
        var folder = Folder();
        var (users, orders) = (RetailConverter.Read(folder, "users.json"), RetailConverter.Read(folder, "orders.json"));
        foreach (var end in JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "endstates.json"), TestContext.Current.CancellationToken))!.AsArray())
        {
            foreach (var order in end!["changed"]!["orders"]!.AsObject()) orders[order.Key] = order.Value!.DeepClone();
            foreach (var user in end["changed"]!["users"]!.AsObject()) users[user.Key] = user.Value!.DeepClone();
        }

        Assert.Contains(orders, order => order.Value!["exchange_items"] is not null);
        Assert.Contains(orders, order => order.Value!["return_items"] is not null);
        Assert.Contains(orders, order => order.Value!["cancel_reason"] is not null);
        await ReturnsAsync(users, orders, RetailConverter.Read(folder, "products.json"), 500, 1000);
    }

    private async Task ReturnsAsync(JsonObject users, JsonObject orders, JsonObject products, int customers, int placed)
    {
        await using var shop = await EmptyAsync();
        var files = RetailConverter.Write(Path.Combine(shop.Folder, "in"), users, orders, products);

        var report = await shop.Import.RunAsync(files, TestContext.Current.CancellationToken);
        Assert.Empty(report.Errors);
        Assert.Equal((customers, placed), (report.Counts["customers"].New, report.Counts["orders"].New));
        var exported = Path.Combine(shop.Folder, "out");
        await shop.Export.RunAsync(exported, TestContext.Current.CancellationToken);

        AssertSame(users, RetailConverter.UsersFrom(exported));
        AssertSame(orders, RetailConverter.OrdersFrom(exported));
        AssertSame(products, RetailConverter.ProductsFrom(exported));
    }

    private static void AssertSame(JsonObject expected, JsonObject actual)
    {
        Assert.Equal(expected.Select(entry => entry.Key).Order(StringComparer.Ordinal), actual.Select(entry => entry.Key).Order(StringComparer.Ordinal));
        foreach (var (id, value) in expected)
            if (!RetailConverter.Same(value, actual[id])) Assert.Equal(value!.ToJsonString(), actual[id]!.ToJsonString());
    }

    private static string Folder()
    {
        var shared = Environment.GetEnvironmentVariable("SERVICEBOT_SHARED") is { Length: > 0 } named ? named : Path.Combine(Root(), "..", "shared");
        var folder = Path.Combine(shared, "data", "retail");
        if (!File.Exists(Path.Combine(folder, "orders.json"))) Assert.Skip($"The retail data is not at '{Path.GetFullPath(folder)}'; set SERVICEBOT_SHARED.");
        return folder;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}

/// <inheritdoc/>
public sealed class RetailRoundTripOnSqliteTests() : RetailRoundTripTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class RetailRoundTripOnPostgreSqlTests() : RetailRoundTripTests(DatabaseKind.PostgreSQL);
