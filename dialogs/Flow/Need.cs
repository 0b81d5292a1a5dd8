using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServiceBot.Dialogs.Flow;

/// <summary>A fact that a state must have before its guards are evaluated; the pipeline fetches it and steps again.</summary>
/// <param name="Key">What is needed, such as <c>orders:C-17</c>; the same key is fetched once a turn and stands in the journal.</param>
public abstract record Need(string Key)
{
    /// <summary>
    /// Whether the fact may be taken again by a turn of the same conversation that follows within moments. What is committed always stands on facts
    /// of its own turn.
    /// </summary>
    public virtual bool Lasts => false;

    internal abstract JsonElement ToJson(object? fact);

    internal abstract object? FromJson(JsonElement json);
}

/// <summary>A need whose fact has a known shape.</summary>
/// <typeparam name="TFact">What is fetched. Null stands for "there is none".</typeparam>
/// <param name="Key">See <see cref="Need.Key"/>.</param>
public abstract record Need<TFact>(string Key) : Need(Key) where TFact : class
{
    /// <summary>How the fact is written into the journal and read back for a replay.</summary>
    public abstract JsonTypeInfo<TFact> Json { get; }

    internal sealed override JsonElement ToJson(object? fact) => fact is null ? JsonElement.Parse("null") : JsonSerializer.SerializeToElement((TFact)fact, Json);

    internal sealed override object? FromJson(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.Deserialize(Json);
}
