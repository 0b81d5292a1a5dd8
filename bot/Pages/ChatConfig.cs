using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Pages;

/// <summary>What the chat page shows of the shop.</summary>
/// <param name="ShopName">As customers know the shop.</param>
/// <param name="AccentColor">The shop's colour, <c>#rrggbb</c>.</param>
internal sealed record ChatConfig(string ShopName, string AccentColor)
{
    /// <summary><c>GET /chat/config</c>.</summary>
    public static JsonHttpResult<ChatConfig> Get(IOptions<ShopFrontSettings> shop, IOptions<ChatSettings> chat, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Json(new ChatConfig(shop.Value.Name, chat.Value.AccentColor), PagesJson.Default.ChatConfig);
    }
}
