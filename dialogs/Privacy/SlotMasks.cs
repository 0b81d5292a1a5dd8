using System.Text.Json;

namespace ServiceBot.Dialogs.Privacy;

/// <summary>What a slot holds, in words for a summary: personal values are shown in part, by what the slot's name says that they are.</summary>
internal static class SlotMasks
{
    /// <summary>The value in words.</summary>
    /// <param name="slot">The slot's name.</param>
    /// <param name="value">Its value as it is kept.</param>
    public static string Words(string slot, JsonElement value) => (slot, value.ValueKind) switch
    {
        ("name", JsonValueKind.String) => FieldMasks.Name(Text(value)),
        ("phone", JsonValueKind.String) => FieldMasks.Phone(Text(value)),
        ("email", JsonValueKind.String) => FieldMasks.Email(Text(value)),
        ("contact", JsonValueKind.String) when Text(value).Contains('@', StringComparison.Ordinal) => FieldMasks.Email(Text(value)),
        ("contact", JsonValueKind.String) when Text(value).Any(char.IsAsciiDigit) => FieldMasks.Phone(Text(value)),
        ("account", JsonValueKind.String) => FieldMasks.Account(Text(value)),
        ("postcode", _) => "***",
        ("pickupAddress", JsonValueKind.Object) => FieldMasks.Address(value.TryGetProperty("line1", out var line) ? Text(line) : ""),
        (_, JsonValueKind.String) => Text(value),
        (_, JsonValueKind.Array) => string.Join(", ", value.EnumerateArray().Select(one => Words("", one))),
        _ => value.GetRawText(),
    };

    private static string Text(JsonElement value) => value.GetString() ?? "";
}
