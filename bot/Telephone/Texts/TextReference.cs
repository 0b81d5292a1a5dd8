using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.Telephone.Texts;

/// <summary>How somebody who wrote a text message is reached.</summary>
/// <param name="Customer">Their number.</param>
/// <param name="Shop">The number of ours that they wrote to.</param>
internal sealed record TextReference(string Customer, string Shop)
{
    /// <summary>Reads <see cref="Write"/>.</summary>
    /// <exception cref="JsonException">It is no reference.</exception>
    public static TextReference Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, TextJson.Default.TextReference) ?? throw new JsonException("A text conversation's reference is null.");

    /// <summary>The reference as JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, TextJson.Default.TextReference);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TextReference))]
internal sealed partial class TextJson : JsonSerializerContext;
