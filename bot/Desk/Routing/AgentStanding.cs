using System.Collections.Immutable;
using ServiceBot.Bot.Desk.Queues;

namespace ServiceBot.Bot.Desk.Routing;

/// <summary>What decides whether an agent gets a customer.</summary>
/// <param name="Id">The agent.</param>
/// <param name="Skills">Skill to level, 1 to 5.</param>
/// <param name="Languages">ko, en.</param>
internal sealed record AgentStanding(string Id, ImmutableDictionary<string, int> Skills, ImmutableArray<string> Languages)
{
    /// <summary>Whether the agent wants customers now: signed in, connected and available.</summary>
    public bool IsAvailable { get; init; }

    /// <summary>Chats that the agent has or is offered.</summary>
    public int Chats { get; init; }

    /// <summary>Calls that the agent has or is offered.</summary>
    public int Calls { get; init; }

    /// <summary>How many chats at once at most.</summary>
    public int ChatsAtMost { get; init; } = 1;

    /// <summary>Since when the agent has had no new customer.</summary>
    public DateTimeOffset IdleSince { get; init; }

    /// <summary>Whether the agent could ever take customers of that lane.</summary>
    public bool Knows(Lane lane) => Skills.ContainsKey(lane.Skill) && Languages.Contains(lane.Language, StringComparer.Ordinal);

    /// <summary>Whether there is room now. A call counts whole: it needs an agent with nothing else, and leaves room for nothing else.</summary>
    public bool HasRoomFor(QueueEntry entry) => entry.IsCall ? HasRoomForCall : HasRoomForChat;

    /// <summary>Whether the agent could take a chat now.</summary>
    public bool HasRoomForChat => IsAvailable && Calls == 0 && Chats < ChatsAtMost;

    /// <summary>Whether the agent could take a call now.</summary>
    public bool HasRoomForCall => HasRoomForChat && Chats == 0;
}

/// <summary>Whether an agent takes customers, and if not, why.</summary>
internal static class PresenceStates
{
    public const string Available = "available";
    public const string Away = "away";
    /// <summary>Set by the desk after an offer was missed.</summary>
    public const string Missed = "missed";
    /// <summary>Set by the desk after the agent was abused; it ends by itself.</summary>
    public const string CoolDown = "cool-down";

    /// <summary>Reasons for which an agent takes nobody, where the shop names none of its own. The page has names for these; others are shown as they are.</summary>
    public static ImmutableArray<string> Reasons { get; } = ["break", "lunch", "training", "meeting", "after-call", Away];
}
