using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Turns;

/// <summary>
/// An enumeration in a stored document, by the names of its values. While two versions of the program run side by side, the older one meets names that it
/// does not know, and reads them as a value that does no harm where it goes on from there. Effects, proofs and outcomes have no such value: a document in
/// which one of those is not known is not read, so that nobody writes it again without.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="newer">What a name stands for that only a newer version knows.</param>
public abstract class NewerNames<T>(T newer) : JsonConverter<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString(), StringComparer.Ordinal);
    private static readonly FrozenDictionary<T, JsonEncodedText> Names = Values.ToFrozenDictionary(named => named.Value, named => JsonEncodedText.Encode(named.Key));

    /// <inheritdoc/>
    /// <exception cref="JsonException">There is no name.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"A name of {typeof(T).Name} is expected, and not a {reader.TokenType}.");
        return Values.GetValueOrDefault(reader.GetString() ?? "", newer);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Names[value]);
    }
}

/// <summary>What a newer version waits for that this one does not know is free words to it.</summary>
public sealed class NewerExpectedKinds() : NewerNames<ExpectedKind>(ExpectedKind.Text);

/// <summary>A value that only a newer version recognizes is of no type that anybody here looks for.</summary>
public sealed class NewerEntityTypes() : NewerNames<EntityType>(EntityType.Unknown);

/// <summary>What a newer version understands customers to do to the conversation is nothing that anybody here acts on.</summary>
public sealed class NewerDialogActs() : NewerNames<DialogAct>(DialogAct.Unknown);

/// <summary>A mood that only a newer version tells apart is none that stands out.</summary>
public sealed class NewerMoods() : NewerNames<Mood>(Mood.Calm);
