using System.ComponentModel.DataAnnotations;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.CtiAdapter;

/// <summary>Settings of section <c>Twilio</c> by which the telephone's requests are known.</summary>
public sealed class TwilioOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Twilio";

    /// <summary>Our account: AC and 32 hexadecimal digits. Requests of another are refused.</summary>
    [RegularExpression("AC[0-9a-fA-F]{32}", ErrorMessage = "an account is AC and 32 hexadecimal digits")]
    public string AccountSid { get; set; } = "";

    /// <summary>Tokens with which requests may be signed; several while one takes the place of another. Empty: the telephone is off, but in Development a token of this process's own is made, so that the simulator works.</summary>
    [DataType(DataType.Password)]
    public List<string> AuthTokens { get; set; } = [];

    /// <summary>The address under which Twilio reaches this server, without a slash at the end; it is what requests are signed for. Empty, in Development only: that of the request.</summary>
    [RegularExpression("https?://[^/?#]+[^?#]*[^/?#]", ErrorMessage = "it must be an address such as https://bot.example.com, without a slash at the end")]
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>The telephone of a person who takes calls in working hours, one at a time: a number with + and the country, or <c>client:name</c> for a browser; empty for none.</summary>
    [RegularExpression(AgentAddress.Pattern, ErrorMessage = "it must be a number such as +82212345678, or client:name")]
    public string AgentNumber { get; set; } = "";

    /// <summary>The shop's own number, from which customers are called who wrote and were promised a call; empty: agents call them by a telephone of their own.</summary>
    [RegularExpression(@"\+[1-9][0-9]{6,14}", ErrorMessage = "it must be a number such as +82212345678")]
    public string Number { get; set; } = "";

    /// <summary>Whether calls are spoken over a socket of ours (ConversationRelay): on, or off.</summary>
    [RegularExpression("on|off", ErrorMessage = "it must be on or off")]
    public string Relay { get; set; } = "off";

    /// <summary>What customers read of who answers that telephone.</summary>
    [Required]
    public string AgentName { get; set; } = "전화 담당";

    /// <summary>Whether talks with a person are recorded, caller and person apart; callers are told.</summary>
    public bool RecordTalks { get; set; } = true;

    /// <summary>The address of the music for whoever waits for a person; empty for none.</summary>
    [Url]
    public string? HoldMusicUrl { get; set; }

    /// <summary>The music's address, or nothing.</summary>
    internal string HoldMusic => HoldMusicUrl ?? "";

    /// <summary>The voice that speaks Korean.</summary>
    [Required]
    public string KoreanVoice { get; set; } = "Polly.Seoyeon-Neural";

    /// <summary>The voice that speaks English.</summary>
    [Required]
    public string EnglishVoice { get; set; } = "Polly.Joanna-Neural";
}
