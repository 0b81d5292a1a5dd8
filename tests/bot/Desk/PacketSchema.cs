using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Bot.Desk;
using ServiceBot.Bot.Tests.Shop;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>The schema of docs/handoff-packet.schema.json: the packet as the desk's API writes it, with what the classes say about each field.</summary>
internal static class PacketSchema
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    // As it is written: numbers are numbers.
    private static readonly JsonSerializerOptions Strict = new(DeskJson.Options)
    {
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) =>
        {
            var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
            if (node is not JsonObject schema) return node;
            if (type == typeof(DateTimeOffset)) schema["format"] = "date-time";
            if (context.PropertyInfo?.AttributeProvider is MemberInfo member && DocumentSchemas.Descriptions.GetValueOrDefault($"{member.DeclaringType?.FullName}.{member.Name}") is { } description)
                schema.Insert(0, "description", description);
            return schema;
        },
    };

    /// <summary>The whole file.</summary>
    public static string Text()
    {
        var schema = (JsonObject)Strict.GetJsonSchemaAsNode(typeof(HandoffPacket), Exporter);
        schema.Remove("type");
        // Readers accept additions; the desk itself refuses unknown fields only in what comes in.
        Open(schema);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "What a person is handed who takes a conversation over");
        schema.Insert(2, "type", "object");
        return schema.ToJsonString(Written) + "\n";
    }

    // What is null is left out.
    private static bool MayBeLeftOut(JsonObject schema, JsonNode? name) => schema["properties"]?[(string?)name ?? ""] is JsonObject property && property["type"] is JsonArray types && types.Any(type => (string?)type == "null");

    private static void Open(JsonNode? node)
    {
        if (node is JsonObject entries)
        {
            entries.Remove("additionalProperties");
            if (entries["required"] is JsonArray required) entries["required"] = new JsonArray([.. required.Where(name => !MayBeLeftOut(entries, name)).Select(name => name?.DeepClone())]);
            foreach (var entry in entries.ToArray()) Open(entry.Value);
        }
        else if (node is JsonArray items)
            foreach (var item in items) Open(item);
    }
}
