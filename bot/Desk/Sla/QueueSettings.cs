using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Desk.Sla;

/// <summary>Section <c>Desk:Queues:SKILL</c>: what one queue has otherwise than the others. What is left out is as in <c>Desk</c>.</summary>
internal sealed class QueueSettings
{
    /// <summary>Seconds within which its customers should have an agent.</summary>
    [Range(5, 86_400)]
    public int? AnswerSeconds { get; set; }

    /// <summary>The same for those who are pressing: of priority 2 and more.</summary>
    [Range(5, 86_400)]
    public int? UrgentAnswerSeconds { get; set; }

    /// <summary>Minutes within which their matter should be over.</summary>
    [Range(1, 10_080)]
    public int? ResolutionMinutes { get; set; }

    /// <summary>Other skills whose agents get its customers where its own cannot take them in time.</summary>
    public IList<string> OverflowTo { get; set; } = [];

    /// <summary>Seconds of waiting after which they do; where none of its own agents is available, at once.</summary>
    [Range(0, 86_400)]
    public int? OverflowSeconds { get; set; }
}
