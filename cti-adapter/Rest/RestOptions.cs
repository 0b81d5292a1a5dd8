using System.ComponentModel.DataAnnotations;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Settings of section <c>Twilio</c> by which we ask something of the company.</summary>
public sealed class RestOptions
{
    /// <summary>Where its REST interface is, without a slash at the end.</summary>
    [Required, RegularExpression("https?://[^/?#]+[^?#]*[^/?#]", ErrorMessage = "it must be an address such as https://api.twilio.com, without a slash at the end")]
    public string RestBaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>A key of the account, SK and 32 hexadecimal digits, which can be withdrawn without touching the account's own token; empty: that token is used.</summary>
    [RegularExpression("SK[0-9a-fA-F]{32}", ErrorMessage = "a key is SK and 32 hexadecimal digits")]
    public string ApiKeySid { get; set; } = "";

    /// <summary>The key's secret.</summary>
    [DataType(DataType.Password)]
    public string ApiKeySecret { get; set; } = "";
}
