using System.Security.Cryptography;
using System.Text.Json;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>
/// What an effect is, as a hash; it is kept with the effect's key, so that no key is ever used for two. While a version replaces another, one node
/// runs again what another of the other version ran, and both must come to the same hash: so whatever effects get in addition is left out while
/// nothing stands in it. A nullable member is; any other needs <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c>.
/// </summary>
internal static class EffectHash
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Of(Effect effect) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(effect, JsonText.Options)));
}
