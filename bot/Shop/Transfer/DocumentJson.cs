using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>How documents are written as lines: camelCase, times in UTC, nothing for what is empty; and how strictly they are read.</summary>
internal static class DocumentJson
{
    /// <summary>The options for reading, writing and for the schemas.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 16,
            Converters = { new UtcConverter(), new TraitsConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsEmpty } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => !property.IsRequired))
        {
            // Zero is nothing only where nothing cannot be said otherwise.
            var zeroIsNothing = Nullable.GetUnderlyingType(property.PropertyType) is null;
            property.ShouldSerialize = (_, value) => value switch
            {
                null => false,
                false or 0 or 0L or GoodsTraits.None => !zeroIsNothing,
                ICollection { Count: 0 } => false,
                _ => true,
            };
        }
    }

    // An instant has one way of being written, so the same document is the same line.
    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }

    // As a list of words, not as a number whose bits mean something.
    private sealed class TraitsConverter : JsonConverter<GoodsTraits>
    {
        public override GoodsTraits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("must be a list of words");
            var traits = GoodsTraits.None;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                traits |= reader.TokenType == JsonTokenType.String && GoodsTraitWords.Parse(reader.GetString()) is { } trait
                    ? trait : throw new JsonException($"must hold only {string.Join(", ", GoodsTraitWords.All)}");
            return traits;
        }

        public override void Write(Utf8JsonWriter writer, GoodsTraits value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var word in GoodsTraitWords.Of(value)) writer.WriteStringValue(word);
            writer.WriteEndArray();
        }
    }
}

/// <summary>The traits of goods as the words that are exchanged.</summary>
internal static class GoodsTraitWords
{
    private static readonly (GoodsTraits Trait, string Word)[] Words =
        [.. Enum.GetValues<GoodsTraits>().Where(trait => trait != GoodsTraits.None).Select(trait => (trait, JsonNamingPolicy.SnakeCaseLower.ConvertName(trait.ToString())))];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => Words.Select(word => word.Word);

    /// <summary>The words of those that are set.</summary>
    public static IEnumerable<string> Of(GoodsTraits traits) => Words.Where(word => traits.HasFlag(word.Trait)).Select(word => word.Word);

    /// <summary>The trait of a word, or null.</summary>
    public static GoodsTraits? Parse(string? word) => Words.Where(known => string.Equals(known.Word, word, StringComparison.Ordinal)).Select(known => (GoodsTraits?)known.Trait).FirstOrDefault();
}
