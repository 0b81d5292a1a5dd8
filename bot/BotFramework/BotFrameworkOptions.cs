using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.BotFramework;

/// <summary>Settings of section <c>BotFramework</c>.</summary>
internal sealed class BotFrameworkOptions
{
    public const string Section = "BotFramework";

    /// <summary>The bot's id, the audience of the channel's tokens. Empty switches authentication off, in Development only.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The secret with which the bot fetches its own tokens.</summary>
    [DataType(DataType.Password)]
    public string AppPassword { get; set; } = "";

    /// <summary>Who issues the channel's tokens.</summary>
    [Required]
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the issuer's keys are found.</summary>
    [Required, Url]
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the bot fetches its own tokens.</summary>
    [Required, Url]
    public string TokenUrl { get; set; } = "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token";

    /// <summary>What the bot's own tokens are for.</summary>
    [Required]
    public string TokenScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The largest activity that is read, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxActivityBytes { get; set; } = 256 * 1024;

    /// <summary>Hosts beside the channel's own service from which photographs may be fetched.</summary>
    public List<string> AttachmentHosts { get; set; } = [];

    /// <summary>Ids of channels that bring people in themselves: a customer there is handed over by the event <c>handoff.initiate</c>.</summary>
    public List<string> HandoffChannels { get; set; } = [];

    /// <summary>Whether channels must prove who they are.</summary>
    public bool Authenticates => AppId.Length > 0;
}
