using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Pages;

/// <summary>How the shop presents itself: section <c>Shop</c>.</summary>
internal sealed class ShopFrontSettings
{
    public const string Section = "Shop";

    /// <summary>The shop's name as customers know it, at most 60 characters.</summary>
    [Required, StringLength(60)]
    public string Name { get; set; } = "ServiceBot Shop";
}

/// <summary>The chat page: section <c>Chat</c>.</summary>
internal sealed class ChatSettings
{
    public const string Section = "Chat";

    /// <summary>The shop's colour, such as #2457d6; texts upon it turn black or white by themselves.</summary>
    [Required, RegularExpression("^#[0-9a-fA-F]{6}$", ErrorMessage = "it must be a colour of the form #rrggbb")]
    public string AccentColor { get; set; } = "#2457d6";
}
