using System.Collections.Immutable;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>What people at the desk may do. Each role may do what those before it may.</summary>
internal static class DeskRoles
{
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Manager = "manager";
    public const string Administrator = "administrator";

    public static ImmutableArray<string> All { get; } = [Agent, Supervisor, Manager, Administrator];

    /// <summary>Whether a role includes another.</summary>
    public static bool Includes(string role, string other) => All.IndexOf(role) >= All.IndexOf(other);
}
