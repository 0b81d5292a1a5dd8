namespace ServiceBot.Bot.Desk.Records;

/// <summary>Somebody who may sign in at the desk.</summary>
internal sealed class AgentRow
{
    public required string Id { get; set; }
    /// <summary>What they sign in with, in lower case.</summary>
    public required string Login { get; set; }
    /// <summary>What customers read.</summary>
    public required string Name { get; set; }
    /// <summary>One of <see cref="SignIn.DeskRoles"/>.</summary>
    public required string Role { get; set; }
    /// <summary>As the framework's password hasher writes it.</summary>
    public required string PasswordHash { get; set; }
    /// <summary>Wrong passwords in a row.</summary>
    public int Failures { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public bool IsDisabled { get; set; }
    /// <summary>Skill to level, 1 to 5.</summary>
    public Dictionary<string, int> Skills { get; set; } = [];
    /// <summary>ko, en.</summary>
    public List<string> Languages { get; set; } = [];
    public required int ChatsAtMost { get; set; }
    /// <summary>available, or why not: one of <see cref="Routing.PresenceStates"/>.</summary>
    public required string Presence { get; set; }
    /// <summary>Since when; null where it has never changed.</summary>
    public DateTimeOffset? PresenceSince { get; set; }
    /// <summary>Where the agent is rung: a number, browser, or null for nowhere.</summary>
    public string? Telephone { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
}

/// <summary>One sign-in; deleted when it is over.</summary>
internal sealed class SessionRow
{
    /// <summary>SHA-256 of the cookie's token, in hexadecimal: who reads the table cannot sign in with it.</summary>
    public required string TokenHash { get; set; }
    public required string AgentId { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public required DateTimeOffset EndsAt { get; set; }
}

/// <summary>A link that makes the first administrator, once.</summary>
internal sealed class InvitationRow
{
    public required string TokenHash { get; set; }
    public required DateTimeOffset EndsAt { get; set; }
}

/// <summary>Who saw or did what. Rows are only ever added.</summary>
internal sealed class AuditRow
{
    public required long Sequence { get; set; }
    public required DateTimeOffset At { get; set; }
    /// <summary>Who, or null where nobody was signed in.</summary>
    public string? AgentId { get; set; }
    /// <summary>Such as signed-in, read, said, corrected.</summary>
    public required string Action { get; set; }
    /// <summary>What it was about: a conversation's, an escalation's or an agent's id.</summary>
    public required string About { get; set; }
    /// <summary>More, never the customer's words; or null.</summary>
    public string? Detail { get; set; }
}

/// <summary>Something that open desks show, in one order for all.</summary>
internal sealed class EventRow
{
    public required long Sequence { get; set; }
    public required DateTimeOffset At { get; set; }
    /// <summary>Whose desk shows it; null for all.</summary>
    public string? AgentId { get; set; }
    /// <summary>One of <see cref="Live.DeskEventKinds"/>.</summary>
    public required string Kind { get; set; }
    /// <summary>JSON, sealed.</summary>
    public required string Body { get; set; }
}
