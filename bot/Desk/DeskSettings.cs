using System.ComponentModel.DataAnnotations;
using ServiceBot.Bot.Desk.Routing;

namespace ServiceBot.Bot.Desk;

/// <summary>Section <c>Desk</c>: how customers come to agents, and how agents sign in.</summary>
internal sealed class DeskSettings : IValidatableObject
{
    public const string Section = "Desk";

    /// <summary>How an agent is chosen among those who are free: LongestIdle (the fastest) or BestSkill.</summary>
    [Required]
    public string Assignment { get; set; } = AgentPolicies.LongestIdle;

    /// <summary>Seconds that an offer stands before it goes to the next agent.</summary>
    [Range(5, 300)]
    public int OfferSeconds { get; set; } = 20;

    /// <summary>Seconds that a lost connection may last before an agent's customers go to others.</summary>
    [Range(1, 600)]
    public int GraceSeconds { get; set; } = 30;

    /// <summary>Minutes of waiting that each step of priority is worth; waiting outweighs any priority in the end.</summary>
    [Range(0, 120)]
    public int PriorityMinutes { get; set; } = 5;

    /// <summary>Seconds that a customer waits for the agent who knows them, while that agent is at work but busy.</summary>
    [Range(0, 3600)]
    public int StickySeconds { get; set; } = 60;

    /// <summary>Hours after which a sign-in ends.</summary>
    [Range(1, 168)]
    public int SessionHours { get; set; } = 12;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!AgentPolicies.Names.Contains(Assignment, StringComparer.Ordinal))
            yield return new ValidationResult($"{Section}:{nameof(Assignment)} is '{Assignment}': it must be one of {string.Join(", ", AgentPolicies.Names)}");
    }
}

/// <summary>The demo shop brings demo agents: section <c>Shop</c>.</summary>
internal sealed class DeskDemoSettings
{
    /// <summary>Whether an empty desk is filled with agents whose passwords are known to everybody.</summary>
    public bool Demo { get; set; }
}
