using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceBot.Tests.Retail;

/// <summary>
/// The retail data set (users, orders and products as JSON objects by id) as the files of <c>servicebot import</c>, and back from the files of
/// <c>servicebot export</c>. It knows only the two forms, so it can be linked into any test project.
/// </summary>
public static class RetailConverter
{
    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["pending"] = "pending", ["pending (item modified)"] = "item_modified", ["processed"] = "preparing", ["delivered"] = "delivered",
        ["cancelled"] = "cancelled", ["return requested"] = "return_requested", ["exchange requested"] = "exchange_requested",
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal) { ["credit_card"] = "card", ["gift_card"] = "gift_card", ["paypal"] = "paypal" };
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes users.json, orders.json and products.json of a folder as import files into another.</summary>
    /// <returns>The files, in no particular order.</returns>
    public static IReadOnlyList<string> ConvertFolder(string from, string into) =>
        Write(into, Read(from, "users.json"), Read(from, "orders.json"), Read(from, "products.json"));

    /// <summary>Reads one of the data set's files.</summary>
    public static JsonObject Read(string folder, string file) => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!;

    /// <summary>Writes the data set as import files.</summary>
    public static IReadOnlyList<string> Write(string folder, JsonObject users, JsonObject orders, JsonObject products)
    {
        var places = users.SelectMany(user => user.Value!["orders"]!.AsArray().Select((order, i) => (Order: order!.GetValue<string>(), Place: i))).ToDictionary(entry => entry.Order, entry => entry.Place, StringComparer.Ordinal);
        var converted = orders.Select(order => new RetailOrder(order.Value!.AsObject(), users, places.GetValueOrDefault(order.Key))).ToList();
        var files = new Dictionary<string, IEnumerable<JsonObject>>(StringComparer.Ordinal)
        {
            ["customers"] = users.Select(user => Customer(user.Key, user.Value!.AsObject())),
            ["products"] = products.Select(product => Product(product.Value!.AsObject())),
            ["orders"] = converted.Select(order => order.Order),
            ["payments"] = converted.SelectMany(order => order.Payments),
            ["returns"] = converted.SelectMany(order => order.Returns),
            ["refunds"] = converted.SelectMany(order => order.Refunds),
            ["exchanges"] = converted.SelectMany(order => order.Exchanges),
        };
        Directory.CreateDirectory(folder);
        return [.. files.Select(file =>
        {
            var path = Path.Combine(folder, file.Key + ".jsonl");
            File.WriteAllLines(path, file.Value.Select(document => document.ToJsonString(Plain)));
            return path;
        })];
    }

    /// <summary>The users of an export.</summary>
    public static JsonObject UsersFrom(string folder)
    {
        var orders = Lines(folder, "orders").ToLookup(order => Text(order, "customerId"), StringComparer.Ordinal);
        return ById(Lines(folder, "customers").Select(customer => (Text(customer, "id"), new JsonObject
        {
            ["name"] = new JsonObject { ["first_name"] = Text(customer, "givenName"), ["last_name"] = Text(customer, "familyName") },
            ["address"] = RetailAddress(customer["addresses"]![0]!.AsObject()),
            ["email"] = Text(customer, "email"),
            ["payment_methods"] = ById(customer["paymentMethods"]!.AsArray().Select(method => (Text(method!, "id"), Method(method!)))),
            ["orders"] = new JsonArray([.. orders[Text(customer, "id")].OrderBy(order => (int?)order["position"] ?? 0).Select(order => (JsonNode)Text(order, "id"))]),
        })));
    }

    /// <summary>The products of an export.</summary>
    public static JsonObject ProductsFrom(string folder) => ById(Lines(folder, "products").Select(product => (Text(product, "id"), new JsonObject
    {
        ["name"] = Text(product, "name"),
        ["product_id"] = Text(product, "id"),
        ["variants"] = ById(product["variants"]!.AsArray().Select(variant => (Text(variant!, "id"), new JsonObject
        {
            ["item_id"] = Text(variant!, "id"), ["options"] = Options(variant!), ["available"] = variant!["available"]!.DeepClone(), ["price"] = Amount(variant!["price"]),
        }))),
    })));

    /// <summary>The orders of an export, with the fields that returns, exchanges and cancellations add.</summary>
    public static JsonObject OrdersFrom(string folder)
    {
        var returns = Lines(folder, "returns").Where(entry => Text(entry, "status") is not ("withdrawn" or "rejected")).ToLookup(entry => Text(entry, "orderId"), StringComparer.Ordinal);
        var refunds = Lines(folder, "refunds").Where(refund => refund["returnNumber"] is not null).ToLookup(refund => Text(refund, "returnNumber"), StringComparer.Ordinal);
        var exchanges = Lines(folder, "exchanges").ToLookup(entry => Text(entry, "orderId"), StringComparer.Ordinal);
        return ById(Lines(folder, "orders").Select(order =>
        {
            var items = order["lines"]!.AsArray().ToDictionary(line => Text(line!, "id"), line => Text(line!, "variantId"), StringComparer.Ordinal);
            var back = new JsonObject
            {
                ["order_id"] = Text(order, "id"),
                ["user_id"] = Text(order, "customerId"),
                ["address"] = RetailAddress(order["shipTo"]!.AsObject()),
                ["items"] = new JsonArray([.. order["lines"]!.AsArray().Select(line => (JsonNode)Item(line!))]),
                ["fulfillments"] = new JsonArray([.. Array(order, "shipments").Select(parcel => (JsonNode)new JsonObject
                {
                    ["tracking_id"] = parcel!["waybills"]?.DeepClone() ?? new JsonArray(),
                    ["item_ids"] = new JsonArray([.. Array(parcel, "lineIds").Select(line => (JsonNode)items[line!.GetValue<string>()])]),
                })]),
                ["status"] = Statuses.Single(status => status.Value == Text(order, "status")).Key,
                ["payment_history"] = new JsonArray([.. Array(order, "paymentHistory").Select(movement => (JsonNode)new JsonObject
                {
                    ["transaction_type"] = Text(movement!, "type"), ["amount"] = Amount(movement!["amount"]), ["payment_method_id"] = Text(movement!, "methodId"),
                })]),
            };
            if (order["cancelReason"] is { } reason) back["cancel_reason"] = reason.DeepClone();
            foreach (var entry in returns[Text(order, "id")])
            {
                back["return_items"] = Sorted(Array(entry, "lines").SelectMany(line => Enumerable.Repeat(items[Text(line!, "lineId")], (int?)line!["quantity"] ?? 1)));
                if (refunds[Text(entry, "number")].OrderBy(refund => (int?)refund["position"] ?? 0).FirstOrDefault() is { } refund) back["return_payment_method_id"] = Text(refund, "methodId");
            }

            foreach (var entry in exchanges[Text(order, "id")])
            {
                back["exchange_items"] = Sorted(Array(entry, "lines").Select(line => items[Text(line!, "lineId")]));
                back["exchange_new_items"] = Sorted(Array(entry, "lines").Select(line => Text(line!, "newVariantId")));
                back["exchange_payment_method_id"] = Text(entry, "methodId");
                back["exchange_price_difference"] = Amount(entry["priceDifference"]);
            }

            return (Text(order, "id"), back);
        }));
    }

    /// <summary>Whether two trees say the same: numbers equal to the cent, lists in order, an absent field unlike a present one.</summary>
    public static bool Same(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(field => b.ContainsKey(field.Key) && Same(field.Value, b[field.Key])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) when a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number => Cents(a) == Cents(b),
        _ => JsonNode.DeepEquals(left, right),
    };

    internal static long Cents(JsonNode? amount) => (long)Math.Round(decimal.Parse(amount!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) * 100, MidpointRounding.AwayFromZero);

    internal static JsonObject Address(JsonNode retail) => new()
    {
        ["line1"] = Text(retail, "address1"), ["line2"] = Text(retail, "address2"), ["city"] = Text(retail, "city"), ["region"] = Text(retail, "state"),
        ["postcode"] = Text(retail, "zip"), ["country"] = Text(retail, "country"),
    };

    internal static string Status(string retail) => Statuses[retail];

    internal static string Kind(string source) => Kinds[source];

    internal static string Text(JsonNode node, string field) => node[field]?.GetValue<string>() ?? "";

    private static JsonObject Customer(string id, JsonObject user)
    {
        var (first, last) = (Text(user["name"]!, "first_name"), Text(user["name"]!, "last_name"));
        return new()
        {
            ["id"] = id, ["name"] = $"{first} {last}", ["givenName"] = first, ["familyName"] = last, ["email"] = Text(user, "email"), ["language"] = "en",
            ["addresses"] = new JsonArray(Address(user["address"]!)),
            ["paymentMethods"] = new JsonArray([.. user["payment_methods"]!.AsObject().Select(method => (JsonNode)PaymentMethod(method.Value!))]),
        };
    }

    private static JsonObject PaymentMethod(JsonNode retail)
    {
        var method = new JsonObject { ["id"] = Text(retail, "id"), ["kind"] = Kinds[Text(retail, "source")] };
        if (retail["brand"] is not null) (method["brand"], method["lastFour"]) = (Text(retail, "brand"), Text(retail, "last_four"));
        if (retail["balance"] is not null) (method["balance"], method["currency"]) = (Cents(retail["balance"]), "USD");
        return method;
    }

    private static JsonObject Method(JsonNode method)
    {
        var retail = new JsonObject { ["source"] = Kinds.Single(kind => kind.Value == Text(method, "kind")).Key, ["id"] = Text(method, "id") };
        if (method["brand"] is not null) (retail["brand"], retail["last_four"]) = (Text(method, "brand"), Text(method, "lastFour"));
        if (method["balance"] is not null) retail["balance"] = Amount(method["balance"]);
        return retail;
    }

    private static JsonObject Product(JsonObject product) => new()
    {
        ["id"] = Text(product, "product_id"),
        ["name"] = Text(product, "name"),
        ["variants"] = new JsonArray([.. product["variants"]!.AsObject().Select(variant => (JsonNode)new JsonObject
        {
            ["id"] = Text(variant.Value!, "item_id"), ["options"] = Options(variant.Value!), ["price"] = Cents(variant.Value!["price"]), ["currency"] = "USD",
            ["available"] = variant.Value!["available"]!.DeepClone(),
        })]),
    };

    private static JsonObject Item(JsonNode line) => new()
    {
        ["name"] = Text(line, "name"), ["product_id"] = Text(line, "productId"), ["item_id"] = Text(line, "variantId"), ["price"] = Amount(line["unitPrice"]), ["options"] = Options(line),
    };

    private static JsonObject RetailAddress(JsonObject address) => new()
    {
        ["address1"] = Text(address, "line1"), ["address2"] = Text(address, "line2"), ["city"] = Text(address, "city"), ["country"] = Text(address, "country"),
        ["state"] = Text(address, "region"), ["zip"] = Text(address, "postcode"),
    };

    private static JsonNode Options(JsonNode of) => of["options"]?.DeepClone() ?? new JsonObject();

    private static JsonNode Amount(JsonNode? cents) => (((long?)cents ?? 0) / 100m)!;

    private static JsonArray Sorted(IEnumerable<string> ids) => new([.. ids.Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]);

    private static JsonArray Array(JsonNode node, string field) => node[field] as JsonArray ?? [];

    private static JsonObject ById(IEnumerable<(string Id, JsonObject Value)> entries) => new(entries.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Id, entry.Value)));

    private static List<JsonObject> Lines(string folder, string kind) =>
        Path.Combine(folder, kind + ".jsonl") is var file && File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => (JsonObject)JsonNode.Parse(line)!)] : [];

    // One order, and what our form keeps beside it.
    private sealed class RetailOrder
    {
        private readonly JsonObject retail;
        private readonly List<(string Line, string Item, string Product)> lines;

        public RetailOrder(JsonObject retail, JsonObject users, int place)
        {
            this.retail = retail;
            lines = [.. retail["items"]!.AsArray().Select((item, i) => ((i + 1).ToString(CultureInfo.InvariantCulture), Text(item!, "item_id"), Text(item!, "product_id")))];
            var returned = Pick(Ids("return_items"));
            Order = new()
            {
                ["id"] = Id, ["customerId"] = Text(retail, "user_id"), ["position"] = place, ["status"] = Status(Text(retail, "status")), ["currency"] = "USD", ["shipTo"] = Address(retail["address"]!),
                ["lines"] = new JsonArray([.. retail["items"]!.AsArray().Select((item, i) => (JsonNode)new JsonObject
                {
                    ["id"] = lines[i].Line, ["productId"] = lines[i].Product, ["variantId"] = lines[i].Item, ["name"] = Text(item!, "name"), ["unitPrice"] = Cents(item!["price"]),
                    ["returned"] = returned.Contains(lines[i].Line) ? 1 : 0, ["options"] = Options(item!),
                })]),
                ["shipments"] = new JsonArray([.. retail["fulfillments"]!.AsArray().Select((parcel, i) => (JsonNode)new JsonObject
                {
                    ["id"] = (i + 1).ToString(CultureInfo.InvariantCulture), ["status"] = Delivered ? "delivered" : "preparing", ["waybills"] = parcel!["tracking_id"]!.DeepClone(),
                    ["lineIds"] = new JsonArray([.. Pick(parcel!["item_ids"]!.AsArray().Select(id => id!.GetValue<string>())).Select(line => (JsonNode)line)]),
                })]),
                ["paymentHistory"] = new JsonArray([.. History.Select(row => (JsonNode)new JsonObject { ["type"] = row.Type, ["amount"] = row.Amount, ["methodId"] = row.Method })]),
            };
            if (retail["cancel_reason"] is { } reason) Order["cancelReason"] = reason.DeepClone();
            Pay(users[Text(retail, "user_id")]!["payment_methods"]!);
            if (returned.Count > 0) SendBack(returned, users[Text(retail, "user_id")]!["payment_methods"]!);
            if (retail["exchange_items"] is not null) Swap();
        }

        public JsonObject Order { get; }
        public List<JsonObject> Payments { get; } = [];
        public List<JsonObject> Returns { get; } = [];
        public List<JsonObject> Refunds { get; } = [];
        public List<JsonObject> Exchanges { get; } = [];

        private string Id => Text(retail, "order_id");
        private bool Delivered => Text(retail, "status") is "delivered" or "return requested" or "exchange requested";

        private IEnumerable<(string Type, long Amount, string Method)> History =>
            retail["payment_history"]!.AsArray().Select(row => (Text(row!, "transaction_type"), Cents(row!["amount"]), Text(row!, "payment_method_id")));

        private void Pay(JsonNode methods)
        {
            foreach (var (type, amount, method) in History)
            {
                if (type == "payment")
                    Payments.Add(new()
                    {
                        ["id"] = $"{Id}-{Payments.Count + 1}", ["orderId"] = Id, ["position"] = Payments.Count, ["methodId"] = method,
                        ["kind"] = Kind(Text(methods[method]!, "source")), ["currency"] = "USD", ["paid"] = amount, ["refunded"] = 0L,
                    });
                else if (Payments.Find(payment => Text(payment, "methodId") == method && (long)payment["refunded"]! + amount <= (long)payment["paid"]!) is { } paid)
                    paid["refunded"] = (long)paid["refunded"]! + amount;
            }
        }

        private void SendBack(List<string> returned, JsonNode methods)
        {
            var method = Text(retail, "return_payment_method_id");
            var amount = retail["items"]!.AsArray().Where((_, i) => returned.Contains(lines[i].Line)).Sum(item => Cents(item!["price"]));
            var payment = Payments.Find(paid => Text(paid, "methodId") == method && (long)paid["refunded"]! + amount <= (long)paid["paid"]!);
            if (payment is not null) payment["reserved"] = amount;
            Returns.Add(new()
            {
                ["number"] = $"{Id}-R", ["orderId"] = Id, ["status"] = "requested", ["requestedAt"] = "2024-05-15T00:00:00Z", ["orderStatusBefore"] = "delivered",
                ["lines"] = new JsonArray([.. returned.Select(line => (JsonNode)new JsonObject { ["lineId"] = line })]),
            });
            Refunds.Add(new()
            {
                ["id"] = $"{Id}-R-1", ["key"] = $"{Id}-R/1", ["orderId"] = Id, ["returnNumber"] = $"{Id}-R", ["paymentId"] = payment?["id"]!.DeepClone(), ["methodId"] = method,
                ["kind"] = Kind(Text(methods[method]!, "source")), ["amount"] = amount, ["currency"] = "USD", ["state"] = "planned", ["createdAt"] = "2024-05-15T00:00:00Z",
            });
        }

        // The data set sorts old and new items apart, so which became which is lost; any pairing says the same.
        private void Swap() => Exchanges.Add(new()
        {
            ["number"] = $"{Id}-X", ["orderId"] = Id, ["status"] = "requested", ["requestedAt"] = "2024-05-15T00:00:00Z", ["orderStatusBefore"] = "delivered",
            ["methodId"] = Text(retail, "exchange_payment_method_id"), ["priceDifference"] = Cents(retail["exchange_price_difference"]),
            ["lines"] = new JsonArray([.. Pick(Ids("exchange_items")).Zip(Ids("exchange_new_items"), (line, item) => (JsonNode)new JsonObject { ["lineId"] = line, ["newVariantId"] = item })]),
        });

        private IEnumerable<string> Ids(string field) => Array(retail, field).Select(id => id!.GetValue<string>());

        // Lines by item id, each line once although an order may hold the same item twice.
        private List<string> Pick(IEnumerable<string> items)
        {
            var left = lines.ToList();
            var picked = new List<string>();
            foreach (var item in items)
            {
                var line = left.First(entry => entry.Item == item);
                left.Remove(line);
                picked.Add(line.Line);
            }

            return picked;
        }
    }
}
