using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ServiceBot.Bot.BotFramework;

/// <summary>
/// How activities are read and written: names exactly as they stand, nulls left out, no property twice (two readers of one document
/// must not see different values), at most 64 levels deep.
/// </summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivityBatch))]
[JsonSerializable(typeof(ResourceId))]
[JsonSerializable(typeof(ServiceBotData))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = 64)]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>For writing: as read, with Korean as it is rather than in escapes of six characters each; what could end a script or a tag stays escaped.</summary>
    public static ActivityJson Wire => wire ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    private static ActivityJson? wire;

    /// <summary>Reads one activity.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="activity">The activity, with a type.</param>
    /// <param name="problem">What is wrong with the document, for whoever sent it.</param>
    public static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out Activity? activity, [NotNullWhen(false)] out string? problem)
    {
        if (!IsText(utf8))
        {
            activity = null;
            problem = "The body holds bytes or escapes that are no text, such as half of a surrogate pair.";
            return false;
        }
        try
        {
            activity = JsonSerializer.Deserialize(utf8, Default.Activity);
        }
        catch (JsonException error)
        {
            activity = null;
            problem = string.Create(CultureInfo.InvariantCulture, $"The body is not a valid activity at '{error.Path ?? "$"}', line {error.LineNumber + 1}, byte {error.BytePositionInLine}.");
            return false;
        }
        problem = activity is null ? "The body must be a JSON object, but is null."
            : string.IsNullOrWhiteSpace(activity.Type) ? "The activity has no 'type'."
            : null;
        if (problem is not null) activity = null;
        else activity?.More?.Remove("callerId"); // A2251: only the channel's own edge may set it
        return problem is null;
    }

    // Fields that nobody reads are kept as they are, and fail only when they are written: so all text is looked at here.
    private static bool IsText(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8)) return false;
        if (utf8.IndexOf("\\u"u8) < 0) return true;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            while (reader.Read())
                if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true }) _ = reader.GetString();
            return true;
        }
        catch (JsonException) // malformed otherwise: the reading says where
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Writes one activity.</summary>
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Wire.Activity);
}

/// <summary>Activities in order, as an answer to <c>expectReplies</c> and as a frame of a Direct Line stream.</summary>
internal sealed record ActivityBatch(IReadOnlyList<Activity> Activities)
{
    /// <summary>Direct Line's cursor after the last activity, or null.</summary>
    public string? Watermark { get; init; }
}

/// <summary>The id that a channel gave to an activity.</summary>
internal sealed record ResourceId(string Id);
