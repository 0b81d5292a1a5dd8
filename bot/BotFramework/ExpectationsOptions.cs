namespace ServiceBot.Bot.BotFramework;

/// <summary>Settings of section <c>Expectations</c>.</summary>
internal sealed class ExpectationsOptions
{
    /// <summary>Whether bot messages tell programs, in <c>channelData.servicebot</c>, what is expected. On in Development unless set.</summary>
    public bool? Expose { get; set; }
}
