using System.ComponentModel.DataAnnotations;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk;

/// <summary>Section <c>Desk</c>: how customers come to agents, and how agents sign in.</summary>
internal sealed class DeskSettings : IValidatableObject
{
    public const string Section = "Desk";
    private const int LongestReason = 40;

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

    /// <summary>Seconds in which an agent says how a conversation ended; until then the place is taken.</summary>
    [Range(5, 3600)]
    public int WrapUpSeconds { get; set; } = 60;

    /// <summary>Minor units up to which an agent allows what the policy would not; null for no limit.</summary>
    [Range(0, long.MaxValue)]
    public long? AgentLimit { get; set; } = 50_000;

    /// <summary>The same for a supervisor.</summary>
    [Range(0, long.MaxValue)]
    public long? SupervisorLimit { get; set; } = 1_000_000;

    /// <summary>The same for managers and administrators.</summary>
    [Range(0, long.MaxValue)]
    public long? ManagerLimit { get; set; }

    /// <summary>Seconds within which customers should have an agent; the wall tells how many do, and warns of those who wait longer.</summary>
    [Range(5, 3600)]
    public int AnswerSeconds { get; set; } = 60;

    /// <summary>The same for those who are pressing, of priority 2 and more; never longer than for the others.</summary>
    [Range(5, 3600)]
    public int UrgentAnswerSeconds { get; set; } = 30;

    /// <summary>Minutes within which a matter should be over, from when the customer began to wait.</summary>
    [Range(1, 10_080)]
    public int ResolutionMinutes { get; set; } = 60;

    /// <summary>After how much of these times supervisors are warned, and who waits is moved forward, in percent.</summary>
    [Range(10, 99)]
    public int WarnPercent { get; set; } = 75;

    /// <summary>Seconds of waiting after which customers go to agents of the skills that <see cref="QueueSettings.OverflowTo"/> names.</summary>
    [Range(0, 86_400)]
    public int OverflowSeconds { get; set; } = 120;

    /// <summary>What single queues have otherwise, by skill.</summary>
    public Dictionary<string, QueueSettings> Queues { get; } = new(StringComparer.Ordinal);

    /// <summary>Minutes in which an agent who was abused gets nobody; 0 for none.</summary>
    [Range(0, 480)]
    public int CoolDownMinutes { get; set; } = 10;

    /// <summary>Reasons for which agents may say that they take nobody; null for break, lunch, training, meeting, after-call and away.</summary>
    [MaxLength(20)]
    public string[]? PresenceReasons { get; set; }

    /// <summary>What agents may choose beside being available.</summary>
    public IReadOnlyList<string> Reasons => PresenceReasons is { Length: > 0 } own ? own : PresenceStates.Reasons;

    /// <summary>The limit of a role in minor units, or null for none.</summary>
    public long? LimitOf(string role) => role switch { SignIn.DeskRoles.Agent => AgentLimit, SignIn.DeskRoles.Supervisor => SupervisorLimit, _ => ManagerLimit };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!AgentPolicies.Names.Contains(Assignment, StringComparer.Ordinal))
            yield return new ValidationResult($"{Section}:{nameof(Assignment)} is '{Assignment}': it must be one of {string.Join(", ", AgentPolicies.Names)}");
        foreach (var (skill, queue) in Queues)
        {
            var path = $"{Section}:{nameof(Queues)}:{skill}";
            if (!EscalationSkills.All.Contains(skill)) yield return new ValidationResult($"{path} is no queue: known are {string.Join(", ", EscalationSkills.All)}");
            foreach (var other in queue.OverflowTo.Where(other => other == skill || !EscalationSkills.All.Contains(other)))
                yield return new ValidationResult($"{path}:{nameof(QueueSettings.OverflowTo)} has '{other}': it must be another of {string.Join(", ", EscalationSkills.All)}");
            var faults = new List<ValidationResult>();
            Validator.TryValidateObject(queue, new ValidationContext(queue), faults, validateAllProperties: true);
            foreach (var fault in faults) yield return new ValidationResult($"{path}: {fault.ErrorMessage}");
        }
        foreach (var reason in Reasons.Where(reason => reason is PresenceStates.Available or PresenceStates.Missed or PresenceStates.CoolDown || string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason))
            yield return new ValidationResult($"{Section}:{nameof(PresenceReasons)} has '{reason}': a reason has 1 to {LongestReason} characters and is none of {PresenceStates.Available}, {PresenceStates.Missed} and {PresenceStates.CoolDown}");
    }
}

/// <summary>The demo shop brings demo agents: section <c>Shop</c>.</summary>
internal sealed class DeskDemoSettings
{
    /// <summary>Whether an empty desk is filled with agents whose passwords are known to everybody.</summary>
    public bool Demo { get; set; }
}
