using System.Security.Claims;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>Who is signed in.</summary>
/// <param name="Id">The agent.</param>
/// <param name="Name">What customers read.</param>
/// <param name="Role">One of <see cref="DeskRoles"/>.</param>
/// <param name="Session">The hash of the session's token.</param>
internal sealed record DeskUser(string Id, string Name, string Role, string Session)
{
    private const string SessionClaim = "session";

    public AgentIdentity Identity => new(Id, Name);

    public bool MaySee(string role) => DeskRoles.Includes(Role, role);

    public static DeskUser Of(AgentRow row, string session) => new(row.Id, row.Name, row.Role, session);

    /// <summary>The signed-in user of a principal that our own handler made.</summary>
    /// <exception cref="InvalidOperationException">It is none of those: nobody is let in by accident.</exception>
    public static DeskUser From(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id && principal.FindFirstValue(ClaimTypes.Name) is { } name
        && principal.FindFirstValue(ClaimTypes.Role) is { } role && principal.FindFirstValue(SessionClaim) is { Length: > 0 } session
            ? new DeskUser(id, name, role, session)
            : throw new InvalidOperationException("Nobody is signed in where somebody must be.");

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role), new(SessionClaim, Session)], scheme));
}
