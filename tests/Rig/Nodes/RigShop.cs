using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Nodes;

/// <summary>The rig's shop: customers with one delivered order of two things each, paid by one card, in the form of <c>servicebot import</c>.</summary>
internal static class RigShop
{
    /// <summary>Lines of every order: what it is called, and what it cost in won.</summary>
    public static readonly IReadOnlyList<(string Line, string Name, long Price)> Goods = [("1", "Blue Kettle", 39_000), ("2", "Desk Lamp", 21_000)];

    // The rig's shop knows no deadline, so any day will do.
    private const string Arrived = "2026-11-20T03:00:00Z";

    /// <summary>The rules of the shop.</summary>
    public static string Policy => Path.Combine(AppContext.BaseDirectory, "policy.json");

    public static string Email(int customer) => $"c{customer:000000}@rig.example";

    public static string Order(int customer) => $"RIG-{customer:000000}";

    /// <summary>Writes the files of an import.</summary>
    /// <returns>Their folder.</returns>
    public static async Task<string> WriteAsync(string folder, int customers)
    {
        Directory.CreateDirectory(folder);
        await WriteAsync("products", [Product()]);
        await WriteAsync("customers", Enumerable.Range(0, customers).Select(Customer));
        await WriteAsync("orders", Enumerable.Range(0, customers).Select(OrderOf));
        await WriteAsync("payments", Enumerable.Range(0, customers).Select(Payment));
        return folder;

        Task WriteAsync(string kind, IEnumerable<JsonObject> documents) =>
            File.WriteAllLinesAsync(Path.Combine(folder, kind + ".jsonl"), documents.Select(document => document.ToJsonString()));
    }

    private static JsonObject Product() => new()
    {
        ["id"] = "P",
        ["name"] = "Things for the rig",
        ["variants"] = new JsonArray([.. Goods.Select(goods => (JsonNode)new JsonObject
        {
            ["id"] = $"V{goods.Line}", ["options"] = new JsonObject(), ["price"] = goods.Price, ["currency"] = "KRW", ["available"] = true,
        })]),
    };

    private static JsonObject Customer(int customer) => new()
    {
        ["id"] = $"C{customer:000000}",
        ["name"] = $"Rig Customer {customer:000000}",
        ["email"] = Email(customer),
        ["language"] = "en",
        ["addresses"] = new JsonArray(Address()),
        ["paymentMethods"] = new JsonArray(new JsonObject { ["id"] = $"M{customer:000000}", ["kind"] = "card", ["brand"] = "rig", ["lastFour"] = "4242" }),
    };

    private static JsonObject OrderOf(int customer) => new()
    {
        ["id"] = Order(customer),
        ["customerId"] = $"C{customer:000000}",
        ["status"] = "delivered",
        ["currency"] = "KRW",
        ["placedAt"] = Arrived,
        ["shipTo"] = Address(),
        ["lines"] = new JsonArray([.. Goods.Select(goods => (JsonNode)new JsonObject
        {
            ["id"] = goods.Line, ["productId"] = "P", ["variantId"] = $"V{goods.Line}", ["name"] = goods.Name, ["unitPrice"] = goods.Price,
        })]),
        ["shipments"] = new JsonArray(new JsonObject { ["id"] = "1", ["status"] = "delivered", ["deliveredAt"] = Arrived, ["lineIds"] = new JsonArray([.. Goods.Select(goods => (JsonNode)goods.Line)]) }),
        ["paymentHistory"] = new JsonArray(new JsonObject { ["type"] = "payment", ["amount"] = Goods.Sum(goods => goods.Price), ["methodId"] = $"M{customer:000000}" }),
    };

    private static JsonObject Payment(int customer) => new()
    {
        ["id"] = $"PAY-{customer:000000}", ["orderId"] = Order(customer), ["methodId"] = $"M{customer:000000}", ["kind"] = "card", ["currency"] = "KRW", ["paid"] = Goods.Sum(goods => goods.Price),
    };

    private static JsonObject Address() => new() { ["line1"] = "1 Rig Street", ["postcode"] = "04524" };
}
