using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Wall;

/// <summary>The desk as a supervisor sees it.</summary>
/// <param name="Now">The server's time.</param>
/// <param name="Queues">Who waits, longest wait first.</param>
/// <param name="Agents">Everybody with an account that is open.</param>
/// <param name="Conversations">Everything that an agent has, after those who wait: the longest, 200 of them.</param>
/// <param name="Alarms">What somebody should see to.</param>
/// <param name="Service">How the last twelve hours went.</param>
/// <param name="Figures">The same by queue and agent, and how honest told waits were.</param>
internal sealed record WallView(
    DateTimeOffset Now, ImmutableArray<QueueLine> Queues, ImmutableArray<WallAgent> Agents, ImmutableArray<WallConversation> Conversations, ImmutableArray<WallAlarm> Alarms, WallService Service,
    FiguresView Figures);

/// <summary>An agent on the wall.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As customers read it.</param>
/// <param name="Role">One of <see cref="SignIn.DeskRoles"/>.</param>
/// <param name="Presence">One of <see cref="Routing.PresenceStates"/>.</param>
/// <param name="Since">Since when, or null.</param>
/// <param name="IsConnected">Whether a desk is open.</param>
/// <param name="Load">Conversations that the agent has.</param>
/// <param name="ChatsAtMost">How many chats at once at most.</param>
/// <param name="Skills">Skill to level.</param>
/// <param name="Languages">ko, en.</param>
internal sealed record WallAgent(
    string Id, string Name, [property: AllowedValues(DeskRoles.Agent, DeskRoles.Supervisor, DeskRoles.Manager, DeskRoles.Administrator)] string Role, string Presence, DateTimeOffset? Since, bool IsConnected, int Load, int ChatsAtMost, IReadOnlyDictionary<string, int> Skills, IReadOnlyList<string> Languages);

/// <summary>A conversation on the wall.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="State">waiting or accepted.</param>
/// <param name="CustomerName">Who, or null.</param>
/// <param name="Skill">What must be known.</param>
/// <param name="Mood">The mood when the person was needed.</param>
/// <param name="Since">Since when it waits, or has its agent.</param>
/// <param name="AgentName">Who has it, or null.</param>
/// <param name="Due">soon or late where its deadline is near or has passed; else null.</param>
internal sealed record WallConversation(
    string Id, [property: AllowedValues("waiting", "accepted")] string State, string? CustomerName, string Skill, string Mood, DateTimeOffset Since, string? AgentName, [property: AllowedValues("soon", "late")] string? Due);

/// <summary>Something to see to.</summary>
/// <param name="Kind">slow: somebody has waited too long; unattended: nobody who could take them is available.</param>
/// <param name="Skill">In which lane.</param>
/// <param name="Language">ko or en.</param>
internal sealed record WallAlarm([property: AllowedValues("slow", "unattended")] string Kind, string Skill, string Language);

/// <summary>How well customers were served.</summary>
/// <param name="Answered">How many got an agent.</param>
/// <param name="InTime">How many of them within the time that is aimed at.</param>
/// <param name="Seconds">That time.</param>
/// <param name="MedianWait">Seconds that half of them waited at most, or null where there were none.</param>
/// <param name="LongestWait">Seconds that the last of them waited, or null.</param>
internal sealed record WallService(int Answered, int InTime, int Seconds, int? MedianWait, int? LongestWait);
