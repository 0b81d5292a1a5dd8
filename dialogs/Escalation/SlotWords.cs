using System.Globalization;
using System.Text.Json;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>What a slot holds, in words: as its own question would call it, else by its type.</summary>
internal static class SlotWords
{
    /// <summary>The value of a state's slot, which must be known and whose facts must be there.</summary>
    public static string Of(DialogScope scope, StateDetail state)
    {
        var value = scope.Frame.Slots[state.Slot?.Name ?? ""].Value;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0) return scope.Words("handoff.none");
        if (value.ValueKind == JsonValueKind.Array && state.Question?.Invoke(scope).Expecting.Kind == ExpectedKind.Photo) return scope.Words(Sentence.Of("handoff.photos", ("count", value.GetArrayLength())));
        return Of(value, Options(scope, state), scope);
    }

    /// <summary>What may be chosen for a slot; empty where it is asked in free words, or cannot be asked yet.</summary>
    public static IReadOnlyList<Option> Options(DialogScope scope, StateDetail state) => state.Question is { } question ? [.. question(scope).Expecting.Options] : [];

    private static string Of(JsonElement value, IReadOnlyList<Option> options, DialogScope scope) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(each => Of(each, options, scope))),
        JsonValueKind.True => scope.Words("handoff.yes"),
        JsonValueKind.False => scope.Words("handoff.no"),
        JsonValueKind.Object when value.TryGetProperty("line1", out _) => value.Deserialize(Slot<Address>.Json)?.InOneLine() ?? "",
        JsonValueKind.String => Text(value.GetString() ?? "", options, scope),
        _ => value.GetRawText(),
    };

    private static string Text(string value, IReadOnlyList<Option> options, DialogScope scope)
    {
        if (options.FirstOrDefault(option => string.Equals(option.Value, value, StringComparison.Ordinal)) is { } option) return option.Title;
        if (value == Repair.Refusal.LeftOut) return scope.Words("handoff.leftOut");
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? scope.Words(Sentence.Of("handoff.day", ("day", day))) : value;
    }
}
