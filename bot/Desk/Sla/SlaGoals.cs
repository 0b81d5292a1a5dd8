using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Sla;

/// <summary>What a deadline does next to a customer, and when.</summary>
/// <param name="Step">One of <see cref="SlaSteps"/>.</param>
/// <param name="At">When; null where nothing is left to do.</param>
internal readonly record struct SlaTimer(string? Step, DateTimeOffset? At);

/// <summary>What deadlines do, in order.</summary>
internal static class SlaSteps
{
    /// <summary>A customer who waits is about to wait too long.</summary>
    public const string AnswerSoon = "answer-soon";
    /// <summary>A customer has waited too long.</summary>
    public const string AnswerLate = "answer-late";
    /// <summary>A matter that an agent has is about to last too long.</summary>
    public const string ResolutionSoon = "resolution-soon";
    /// <summary>It has lasted too long.</summary>
    public const string ResolutionLate = "resolution-late";
    /// <summary>Nothing is left to do: the deadline has passed.</summary>
    public const string Passed = "passed";

    /// <summary>How near the deadline is, by what it does next: soon, late, or null where there is time.</summary>
    public static string? DueOf(string? step) => step switch { AnswerLate or ResolutionLate => "soon", Passed => "late", _ => null };
}

/// <summary>Within what time customers should have an agent and their matter be over, by queue and by how pressing they are.</summary>
internal sealed class SlaGoals(IOptions<DeskSettings> settings)
{
    /// <summary>The highest priority that waiting leads to; the bot gives 0 to 3.</summary>
    public const int HighestPriority = 5;

    private const int Pressing = 2;

    /// <summary>Within what time such a customer should have an agent.</summary>
    public TimeSpan AnswerOf(string skill, int priority)
    {
        var (all, own) = (settings.Value, settings.Value.Queues.GetValueOrDefault(skill));
        var usual = own?.AnswerSeconds ?? all.AnswerSeconds;
        return TimeSpan.FromSeconds(priority < Pressing ? usual : own?.UrgentAnswerSeconds ?? Math.Min(usual, all.UrgentAnswerSeconds));
    }

    /// <summary>Within what time such a matter should be over, from when the customer began to wait.</summary>
    public TimeSpan ResolutionOf(string skill) => TimeSpan.FromMinutes(settings.Value.Queues.GetValueOrDefault(skill)?.ResolutionMinutes ?? settings.Value.ResolutionMinutes);

    /// <summary>The first timer of an escalation as it stands.</summary>
    /// <param name="row">The escalation.</param>
    /// <param name="waitingSince">Since when the customer waits for the next agent, where they do.</param>
    public SlaTimer First(EscalationRow row, DateTimeOffset waitingSince) => row.State switch
    {
        EscalationStates.Waiting => new(SlaSteps.AnswerSoon, waitingSince + Warned(AnswerOf(row.Skill, row.Priority))),
        EscalationStates.Accepted => new(SlaSteps.ResolutionSoon, row.CreatedAt + Warned(ResolutionOf(row.Skill))),
        _ => default,
    };

    /// <summary>The timer after the one that stands in the row.</summary>
    public SlaTimer After(EscalationRow row) => row.SlaStep switch
    {
        SlaSteps.AnswerSoon => new(SlaSteps.AnswerLate, row.SlaAt + Rest(AnswerOf(row.Skill, row.Priority))),
        SlaSteps.ResolutionSoon => new(SlaSteps.ResolutionLate, row.SlaAt + Rest(ResolutionOf(row.Skill))),
        _ => new(SlaSteps.Passed, null),
    };

    private TimeSpan Warned(TimeSpan goal) => goal * settings.Value.WarnPercent / 100;

    private TimeSpan Rest(TimeSpan goal) => goal - Warned(goal);
}
