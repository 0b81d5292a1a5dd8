using System.Text.Json;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Values that slots hold without a customer's word.</summary>
internal static class DialogScopeJson
{
    public static JsonElement True { get; } = JsonElement.Parse("\"true\"");
}
