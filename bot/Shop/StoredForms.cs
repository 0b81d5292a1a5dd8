using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceBot.Bot.Shop;

/// <summary>An instant as text of fixed width in UTC, which sorts like time in every database.</summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
    instant => Of(instant),
    text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>An instant as it is stored, for a statement in words.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>A value that is never searched, as JSON text.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonText.Options), text => JsonText.Read<T>(text)) where T : class;

/// <summary>Compares such values by their JSON.</summary>
internal sealed class JsonTextComparer<T>() : ValueComparer<T>(
    (left, right) => string.Equals(JsonSerializer.Serialize(left, JsonText.Options), JsonSerializer.Serialize(right, JsonText.Options), StringComparison.Ordinal),
    value => JsonSerializer.Serialize(value, JsonText.Options).GetHashCode(StringComparison.Ordinal),
    value => JsonText.Read<T>(JsonSerializer.Serialize(value, JsonText.Options))) where T : class;

/// <summary>How JSON columns are written.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException($"A JSON column holds '{text}' where a {typeof(T).Name} was stored.");
}
