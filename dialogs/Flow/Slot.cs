using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Something that a dialog must know, by name.</summary>
/// <param name="Name">As it appears in the context and as <c>expecting.slot</c>.</param>
public abstract record Slot(string Name)
{
    /// <summary>Slots that hang on this one: when it changes, they are forgotten.</summary>
    public IReadOnlyList<Slot> Forgets { get; init; } = [];
    /// <summary>Whether its value is personal, to be sealed where it is stored.</summary>
    public bool IsPersonal { get; init; }
}

/// <summary>A slot with a type.</summary>
/// <typeparam name="T">One of the types that <see cref="SlotJson"/> knows.</typeparam>
/// <param name="Name">See <see cref="Slot.Name"/>.</param>
public sealed record Slot<T>(string Name) : Slot(Name) where T : notnull
{
    internal static JsonTypeInfo<T> Json { get; } = (JsonTypeInfo<T>?)SlotJson.Default.GetTypeInfo(typeof(T))
        ?? throw new NotSupportedException($"Slots of type '{typeof(T)}' are not registered in SlotJson.");
}

/// <summary>Who said a fact.</summary>
public enum SlotSource
{
    /// <summary>The customer said it.</summary>
    Said,
    /// <summary>The shop's records say it.</summary>
    System,
    /// <summary>It was concluded.</summary>
    Inferred,
    /// <summary>A person of the shop set it.</summary>
    Agent,
}

/// <summary>What a slot holds, with who said it, when, and whether it was confirmed.</summary>
/// <param name="Value">The value as JSON.</param>
/// <param name="Source">Who said it.</param>
/// <param name="At">When.</param>
public sealed record SlotValue(JsonElement Value, SlotSource Source, DateTimeOffset At)
{
    /// <summary>Whether it was read back and agreed to.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>The types that slots may have.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(LineQuantity[]))]
[JsonSerializable(typeof(Returns.ShownEvidence[]))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(IdentityClaim))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
internal sealed partial class SlotJson : JsonSerializerContext;
