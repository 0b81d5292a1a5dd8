using ServiceBot.Bot.Shop.Transfer;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Import and export: everything both ways without loss, and nothing at all where anything is wrong.</summary>
public abstract class TransferTests : ShopContract
{
    private protected TransferTests(DatabaseKind kind) : base(kind)
    {
    }

    private const string Product = """{"id":"P9","name":"컵","variants":[{"id":"P9-1","price":1000,"currency":"KRW","available":true}]}""";
    private const string Customer = """{"id":"K9","name":"한가람","paymentMethods":[{"id":"K9-points","kind":"points","balance":0,"currency":"KRW"}]}""";

    [Fact]
    public async Task The_demo_shop_exported_imported_and_exported_again_is_the_same_to_the_byte()
    {
        await using var first = await EmptyAsync();
        await first.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken);
        await first.RunAsync("k1", new OpenCase("complaint", "컵이 \"깨졌어요\" 😢", TemporaryShop.Now) { CustomerId = "K0001" });
        await using var second = await EmptyAsync();
        var (one, two) = (Path.Combine(first.Folder, "out"), Path.Combine(second.Folder, "out"));

        await first.Export.RunAsync(one, TestContext.Current.CancellationToken);
        Assert.Empty((await second.Import.RunAsync([one], TestContext.Current.CancellationToken)).Errors);
        await second.Export.RunAsync(two, TestContext.Current.CancellationToken);

        Assert.Equal(DocumentKinds.All.Count, Directory.GetFiles(two).Length);
        foreach (var file in Directory.GetFiles(one))
            Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(two, Path.GetFileName(file)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_kind_is_in_the_demo_shop_so_that_every_kind_is_tried()
    {
        await using var shop = await EmptyAsync();
        await shop.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken);
        await shop.RunAsync("k1", new RecordSatisfaction("x", 3));

        Assert.All(await shop.Export.RunAsync(Path.Combine(shop.Folder, "out"), TestContext.Current.CancellationToken), kind => Assert.True(kind.Value > 0, kind.Key));
    }

    [Fact]
    public async Task Importing_the_same_again_changes_nothing()
    {
        await using var shop = await EmptyAsync();
        await shop.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken);
        var folder = Path.Combine(shop.Folder, "out");
        var counts = await shop.Export.RunAsync(folder, TestContext.Current.CancellationToken);

        var report = await shop.Import.RunAsync([folder], TestContext.Current.CancellationToken);

        Assert.All(report.Counts, kind => Assert.Equal(new ImportCount(0, 0, counts[kind.Key]), kind.Value));
    }

    [Fact]
    public async Task What_differs_is_replaced_and_counted()
    {
        await using var shop = await EmptyAsync();
        await ImportAsync(shop, ("products", Product));

        var report = await ImportAsync(shop, ("products", Product.Replace("1000", "1200", StringComparison.Ordinal) + "\n" + Product.Replace("P9", "P8", StringComparison.Ordinal)));

        Assert.Equal(new ImportCount(1, 1, 0), report.Counts["products"]);
    }

    [Fact]
    public async Task A_customer_with_orders_can_be_replaced()
    {
        await using var shop = await WithOneOrderAsync();
        var folder = Path.Combine(shop.Folder, "out");
        await shop.Export.RunAsync(folder, TestContext.Current.CancellationToken);
        var file = Path.Combine(folder, "customers.jsonl");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("김 하늘", "김바다", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var report = await shop.Import.RunAsync([file], TestContext.Current.CancellationToken);

        Assert.Equal(new ImportCount(0, 1, 1), report.Counts["customers"]);
        Assert.Equal("김바다", (await shop.CustomerAsync()).Name);
        Assert.Single((await shop.FetchAsync(new Dialogs.ShopFacts.OrdersOf("K1")))!.Orders);
    }

    [Fact]
    public async Task A_balance_of_zero_is_not_lost()
    {
        await using var shop = await EmptyAsync();

        Assert.Empty((await ImportAsync(shop, ("customers", Customer))).Errors);
        await shop.Export.RunAsync(Path.Combine(shop.Folder, "out"), TestContext.Current.CancellationToken);

        Assert.Contains("\"balance\":0", await File.ReadAllTextAsync(Path.Combine(shop.Folder, "out", "customers.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("products", """{"id":"P9","name":"컵","variants":[{"id":"P9-1","price":-5,"currency":"KRW","available":true}]}""", "variants[0].price is '-5', but must be at least 0")]
    [InlineData("products", """{"id":"P9","name":"컵","variants":[{"id":"P9-1","price":"많이","currency":"KRW","available":true}]}""", "variants[0].price is '많이', but must be a whole number")]
    [InlineData("products", """{"id":"P9","name":"컵","variants":[{"id":"P9-1","price":5.5,"currency":"KRW","available":true}]}""", "variants[0].price is '5.5', but must be a whole number")]
    [InlineData("products", """{"id":"P9","name":"컵","variants":[{"id":"P9-1","price":5,"currency":"won","available":true}]}""", "variants[0].currency is 'won', but must be an ISO 4217 code in capitals")]
    [InlineData("products", """{"id":"P9"}""", "name is missing")]
    [InlineData("products", """{"id":"P9","name":"컵","colour":"red"}""", "colour is not a field that is known here")]
    [InlineData("products", """{"id":"P9","name":"컵","name":"접시"}""", "name stands twice")]
    [InlineData("products", """{"id":"P9","name":"컵","traits":["tasty"]}""", "must hold only")]
    [InlineData("products", """{"id":"P9","name":"컵","sellerId":"S-none"}""", "sellerId is 'S-none', but there is no such seller")]
    [InlineData("products", """{"id":"P9","name":""", "is not JSON")]
    [InlineData("products", "null", "is null")]
    [InlineData("customers", """{"id":"K9","name":"한가람","paymentMethods":[{"id":"M","kind":"gold"}]}""", "paymentMethods[0].kind is 'gold', but must be one of card, bank_transfer")]
    [InlineData("customers", """{"id":"K9","name":"한가람","paymentMethods":[{"id":"M","kind":"points"}]}""", "paymentMethods[0].balance must be given for gift cards and points")]
    [InlineData("customers", """{"id":"K9","name":"한가람","createdAt":"gestern"}""", "createdAt is 'gestern', but must be a time such as")]
    [InlineData("orders", """{"id":"O9","customerId":"K1","status":"lost","currency":"KRW","lines":[{"id":"1","productId":"P1","variantId":"P1-1","name":"컵","unitPrice":1}]}""", "status is 'lost', but must be one of pending")]
    [InlineData("payments", """{"id":"PAY-9","orderId":"20261118-0000001","methodId":"K1-card","kind":"card","currency":"KRW","paid":5,"refunded":6}""", "refunded is '6', but with the 0 reserved is more than the 5 paid")]
    [InlineData("returns", """{"number":"R-1","orderId":"20261118-0000001","status":"requested","requestedAt":"2026-11-20T00:00:00Z","orderStatusBefore":"delivered","lines":[{"lineId":"77"}]}""", "is '77', but order 20261118-0000001 has no such line")]
    public async Task An_error_names_file_line_field_and_value_and_nothing_is_imported(string kind, string line, string expected)
    {
        await using var shop = await WithOneOrderAsync();
        var before = await ExportedAsync(shop);

        var report = await ImportAsync(shop, ("carriers", """{"id":"new","name":"새 택배"}"""), (kind, "\n" + line));

        var error = Assert.Single(report.Errors);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(kind == "returns" ? "returns" : $"{kind}.jsonl:2: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await ExportedAsync(shop));
    }

    [Fact]
    public async Task All_errors_are_told_at_once()
    {
        await using var shop = await EmptyAsync();

        var report = await ImportAsync(shop, ("products", "{}\n{}"), ("customers", "[]"));

        Assert.Equal(3, report.Errors.Count);
    }

    [Fact]
    public async Task The_same_id_twice_names_both_places()
    {
        await using var shop = await EmptyAsync();

        var report = await ImportAsync(shop, ("products", Product + "\n" + Product));

        Assert.Contains("products.jsonl:2: is 'P9', but stands already in", Assert.Single(report.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_in_two_products_names_both_places()
    {
        await using var shop = await EmptyAsync();

        var report = await ImportAsync(shop, ("products", Product + "\n" + Product.Replace("\"P9\"", "\"P8\"", StringComparison.Ordinal)));

        Assert.Contains("products.jsonl:2: is 'P9-1', but stands already in", Assert.Single(report.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_that_another_product_in_the_store_has_is_an_error_at_its_line()
    {
        await using var shop = await EmptyAsync();
        await ImportAsync(shop, ("products", Product));

        var report = await ImportAsync(shop, ("products", "\n" + Product.Replace("\"P9\"", "\"P8\"", StringComparison.Ordinal)));

        Assert.Contains("products.jsonl:2: cannot stand beside what is there", Assert.Single(report.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_and_one_whose_name_says_no_kind_are_errors()
    {
        await using var shop = await EmptyAsync();
        var other = Path.Combine(shop.Folder, "things.jsonl");
        await File.WriteAllTextAsync(other, "", TestContext.Current.CancellationToken);

        var report = await shop.Import.RunAsync([Path.Combine(shop.Folder, "orders.jsonl"), other], TestContext.Current.CancellationToken);

        Assert.Contains("there is no such file", report.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("the name says no kind", report.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_numbers_go_on_after_the_imported_ones()
    {
        await using var shop = await EmptyAsync();
        await ImportAsync(shop, ("cases", """{"number":"C-77777","kind":"complaint","status":"open","openedAt":"2026-11-01T00:00:00Z","summary":"?"}"""));

        Assert.Equal("C-77778", (await shop.RunAsync("k1", new OpenCase("complaint", "?", TemporaryShop.Now))).Receipt?.Number);
    }

    private static async Task<ImportReport> ImportAsync(TemporaryShop shop, params (string Kind, string Lines)[] files)
    {
        foreach (var (kind, lines) in files) await File.WriteAllTextAsync(Path.Combine(shop.Folder, kind + ".jsonl"), lines, TestContext.Current.CancellationToken);
        return await shop.Import.RunAsync([.. files.Select(file => Path.Combine(shop.Folder, file.Kind + ".jsonl"))], TestContext.Current.CancellationToken);
    }

    private static async Task<string> ExportedAsync(TemporaryShop shop)
    {
        var folder = Path.Combine(shop.Folder, "out");
        await shop.Export.RunAsync(folder, TestContext.Current.CancellationToken);
        return string.Concat(Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }
}

/// <inheritdoc/>
public sealed class TransferOnSqliteTests() : TransferTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class TransferOnPostgreSqlTests() : TransferTests(DatabaseKind.PostgreSQL);
