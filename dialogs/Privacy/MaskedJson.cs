using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ServiceBot.Dialogs.Privacy;

/// <summary>A channel's own document with every word in it masked, wherever a sender put it: any text, any name of a field, any number.</summary>
internal static class MaskedJson
{
    private static readonly JsonWriterOptions AsItWas = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = 64 };

    /// <summary>Masks a document.</summary>
    /// <param name="json">Any JSON; what is no JSON is masked as text.</param>
    /// <param name="mask">Masks one text.</param>
    public static string Of(string json, Func<string, string> mask)
    {
        var output = new ArrayBufferWriter<byte>(json.Length + 256);
        try
        {
            using var writer = new Utf8JsonWriter(output, AsItWas);
            Copy(Encoding.UTF8.GetBytes(json), writer, mask);
        }
        catch (JsonException)
        {
            return mask(json);
        }
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer, Func<string, string> mask)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        var isKey = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    isKey = IsKey(ref reader);
                    writer.WritePropertyName(isKey ? reader.GetString() ?? "" : mask(reader.GetString() ?? ""));
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(isKey ? reader.GetString() : mask(reader.GetString() ?? ""));
                    break;
                case JsonTokenType.Number:
                    WriteNumber(reader.ValueSpan, writer, mask);
                    break;
                case JsonTokenType.StartObject: writer.WriteStartObject(); break;
                case JsonTokenType.EndObject: writer.WriteEndObject(); break;
                case JsonTokenType.StartArray: writer.WriteStartArray(); break;
                case JsonTokenType.EndArray: writer.WriteEndArray(); break;
                case JsonTokenType.True: writer.WriteBooleanValue(true); break;
                case JsonTokenType.False: writer.WriteBooleanValue(false); break;
                case JsonTokenType.Null: writer.WriteNullValue(); break;
                default: throw new JsonException($"A document holds no '{reader.TokenType}'.");
            }
            if (reader.TokenType is not JsonTokenType.PropertyName) isKey = false;
        }
    }

    private static void WriteNumber(ReadOnlySpan<byte> number, Utf8JsonWriter writer, Func<string, string> mask)
    {
        var written = Encoding.ASCII.GetString(number);
        var masked = number.Length < 9 ? written : mask(written);
        if (masked == written) writer.WriteRawValue(number);
        else writer.WriteStringValue(masked);
    }

    // What programs find things by: random signs among which a number may stand by chance.
    private static bool IsKey(ref Utf8JsonReader name) =>
        name.ValueTextEquals("id"u8) || name.ValueTextEquals("clientActivityID"u8) || name.ValueTextEquals("contentUrl"u8) || name.ValueTextEquals("thumbnailUrl"u8)
        || name.ValueTextEquals("timestamp"u8) || name.ValueTextEquals("localTimestamp"u8) || name.ValueTextEquals("clientTimestamp"u8)
        || name.ValueTextEquals("type"u8) || name.ValueTextEquals("role"u8) || name.ValueTextEquals("contentType"u8);
}
