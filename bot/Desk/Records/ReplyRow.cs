namespace ServiceBot.Bot.Desk.Records;

/// <summary>A reply that is ready to be used; fields such as <c>{customer}</c> are filled in by the page.</summary>
internal sealed class ReplyRow
{
    public required string Id { get; set; }
    /// <summary>ko or en.</summary>
    public required string Language { get; set; }
    /// <summary>What it is found by.</summary>
    public required string Name { get; set; }
    public required string Words { get; set; }
}
