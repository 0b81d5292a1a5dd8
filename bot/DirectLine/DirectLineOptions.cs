using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Settings of section <c>DirectLine</c>.</summary>
internal sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>The secret with which another server asks for tokens; empty: only the page's own back end makes them.</summary>
    [DataType(DataType.Password)]
    public string Secret { get; set; } = "";

    /// <summary>Origins from which tokens may be used, such as https://shop.example; empty: those that the token names, or any.</summary>
    public List<string> TrustedOrigins { get; set; } = [];

    /// <summary>Whether a token that names origins may be used without any, as programs do; in Development unless set.</summary>
    public bool? AllowWithoutOrigin { get; set; }

    /// <summary>The address under which clients reach this server, where it differs from that of the request.</summary>
    [Url]
    public string? PublicBaseUrl { get; set; }

    /// <summary>How long a token is good; clients refresh every 15 minutes.</summary>
    [Range(16, 24 * 60)]
    public int TokenMinutes { get; set; } = 30;

    /// <summary>How long a stream's address is good for connecting.</summary>
    [Range(5, 600)]
    public int StreamTokenSeconds { get; set; } = 60;

    /// <summary>How often an idle stream is kept alive, and the log looked at in case that a notice was lost.</summary>
    [Range(1, 60)]
    public int KeepAliveSeconds { get; set; } = 15;

    /// <summary>The largest activity, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxActivityBytes { get; set; } = 256 * 1024;

    /// <summary>The largest upload, all photographs together, in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxUploadBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How many tokens and conversations one address may ask for in a minute; generous in Development unless set.</summary>
    [Range(1, 1_000_000)]
    public int? StartsPerMinute { get; set; }

    /// <summary>How many messages one conversation may send in a minute; generous in Development unless set.</summary>
    [Range(1, 1_000_000)]
    public int? MessagesPerMinute { get; set; }
}
