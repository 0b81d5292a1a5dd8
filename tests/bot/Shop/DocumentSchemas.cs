using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Shop.Transfer;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>The schemas of docs/data.md: what the reader of imports accepts, with what the classes say about each field.</summary>
internal static class DocumentSchemas
{
    private const int Widest = 200;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    /// <summary>What the code says of each class and field, by its full name.</summary>
    public static Dictionary<string, string> Descriptions { get; } = ReadDescriptions();

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) =>
        {
            var schema = Simple(context.TypeInfo.Type) ?? node as JsonObject ?? [];
            if (context.PropertyInfo?.AttributeProvider is not MemberInfo member) return schema;
            foreach (var rule in member.GetCustomAttributes()) Annotate(schema, rule);
            if (Descriptions.GetValueOrDefault($"{member.DeclaringType?.FullName}.{member.Name}") is { } description) schema.Insert(0, "description", description);
            return schema;
        },
    };

    /// <summary>One section for each kind.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var kind in DocumentKinds.All)
        {
            var schema = (JsonObject)DocumentJson.Options.GetJsonSchemaAsNode(kind.Type, Exporter);
            schema.Remove("type");
            schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.Insert(1, "type", "object");
            text.Append("### ").Append(kind.Name).Append(".jsonl\n\n").Append(Descriptions.GetValueOrDefault(kind.Type.FullName ?? "")).Append("\n\n```json\n")
                .Append(Shown(schema, "")).Append("\n```\n\n");
        }

        return text.ToString();
    }

    // A field is a line where it fits.
    private static string Shown(JsonNode? node, string margin)
    {
        var line = node?.ToJsonString(Plain) ?? "null";
        var inner = margin + "  ";
        if (margin.Length > 0 && line.Length <= Widest && !line.Contains("\"properties\"", StringComparison.Ordinal)) return line;
        return node switch
        {
            JsonObject entries => $"{{\n{string.Join(",\n", entries.Select(entry => $"{inner}\"{entry.Key}\": {Shown(entry.Value, inner)}"))}\n{margin}}}",
            JsonArray entries => $"[\n{string.Join(",\n", entries.Select(entry => inner + Shown(entry, inner)))}\n{margin}]",
            _ => line,
        };
    }

    // Values with a converter of their own, which the exporter cannot look into.
    private static JsonObject? Simple(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var time when time == typeof(DateTimeOffset) => new() { ["type"] = Nullable.GetUnderlyingType(type) is null ? "string" : new JsonArray("string", "null"), ["format"] = "date-time" },
        var traits when traits == typeof(GoodsTraits) => new() { ["type"] = "array", ["items"] = new JsonObject { ["enum"] = new JsonArray([.. GoodsTraitWords.All.Select(word => (JsonNode)word)]) } },
        _ => null,
    };

    private static void Annotate(JsonObject schema, Attribute rule)
    {
        switch (rule)
        {
            case OneOfAttribute oneOf: schema["enum"] = new JsonArray([.. oneOf.Values.Select(value => (JsonNode?)value), .. Null(schema)]); break;
            case AmountAttribute amount: schema["minimum"] = amount.AtLeast; break;
            case RangeAttribute range: (schema["minimum"], schema["maximum"]) = ((int)range.Minimum, (int)range.Maximum); break;
            case IdentifierAttribute: (schema["minLength"], schema["maxLength"]) = (1, 400); break;
            case CurrencyAttribute: schema["pattern"] = "^[A-Z]{3}$"; break;
            case RegularExpressionAttribute expression: schema["pattern"] = $"^({expression.Pattern})$"; break;
            case EmailAddressAttribute: schema["format"] = "email"; break;
            case RefersToAttribute refers: schema["x-refersTo"] = DocumentKinds.All.FirstOrDefault(kind => kind.Type == refers.Document)?.Name ?? (refers.Document == typeof(VariantRow) ? "products.variants" : "customers.paymentMethods"); break;
            default: break;
        }
    }

    private static IEnumerable<JsonNode?> Null(JsonObject schema) => schema["type"] is JsonArray ? [null] : [];

    private static Dictionary<string, string> ReadDescriptions()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in new[] { typeof(CustomerRow).Assembly, typeof(Address).Assembly })
        {
            var members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member");
            foreach (var member in members)
            {
                var name = member.Attribute("name")?.Value[2..] ?? "";
                if (member.Element("summary") is { } summary) found[name] = Words(summary);
                foreach (var parameter in member.Elements("param")) found[$"{name}.{parameter.Attribute("name")?.Value}"] = Words(parameter);
            }
        }

        return found;
    }

    private static string Words(XElement element)
    {
        foreach (var see in element.Descendants("see").ToList()) see.ReplaceWith(JsonNamingPolicy.CamelCase.ConvertName(see.Attribute("cref")?.Value.Split('.')[^1] ?? ""));
        return Regex.Replace(element.Value.Trim(), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
