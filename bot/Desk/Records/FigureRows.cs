namespace ServiceBot.Bot.Desk.Records;

/// <summary>That a deadline came near or passed; one row for each time that it did.</summary>
internal sealed class AlarmRow
{
    /// <summary>The escalation, the step and when it was due: the same again is the same alarm.</summary>
    public required string Id { get; set; }
    public required string EscalationId { get; set; }
    public required string ConversationId { get; set; }
    /// <summary>One of <see cref="Sla.SlaSteps"/>.</summary>
    public required string Step { get; set; }
    public required string Skill { get; set; }
    /// <summary>ko or en.</summary>
    public required string Language { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>How honest the told waits of one day were.</summary>
internal sealed class CalibrationRow
{
    /// <summary>The shop's day, as yyyy-MM-dd.</summary>
    public required string Day { get; set; }
    /// <summary>Customers who were told a range and got an agent that day.</summary>
    public required int Told { get; set; }
    /// <summary>How many of them waited no shorter and no longer than they were told.</summary>
    public required int Held { get; set; }
    public required int Sooner { get; set; }
    public required int Later { get; set; }
}

/// <summary>That an agent wrote something; what it was is not kept here.</summary>
internal sealed class AgentMessageRow
{
    /// <summary>The agent and the page's own id of the message: the same again counts once.</summary>
    public required string Id { get; set; }
    public required string EscalationId { get; set; }
    public required string AgentId { get; set; }
    public required string Skill { get; set; }
    public required DateTimeOffset At { get; set; }
    /// <summary>The slot that it asks for although it is known, or null.</summary>
    public string? AskedAgain { get; set; }
}
