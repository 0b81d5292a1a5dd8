using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Archive;

/// <summary>Settings of section <c>Archive</c>.</summary>
internal sealed class ArchiveSettings
{
    public const string Section = "Archive";

    /// <summary>After how many hours without a word a conversation has ended and is archived.</summary>
    [Range(1, 24 * 30)]
    public int IdleHours { get; set; } = 24;

    /// <summary>How many days a conversation is kept that left nothing behind: no return, refund or case.</summary>
    [Range(1, 3_650)]
    public int KeepDays { get; set; } = 180;

    /// <summary>How long after its last word a conversation has ended.</summary>
    public TimeSpan Idle => TimeSpan.FromHours(IdleHours);
}
