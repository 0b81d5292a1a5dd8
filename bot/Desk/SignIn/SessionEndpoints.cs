using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn.OpenId;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>A name and a password.</summary>
internal sealed record SignInRequest([property: Required, StringLength(100, MinimumLength = 1)] string Login, [property: Required, StringLength(200, MinimumLength = 1)] string Password);

/// <summary>The first administrator, by the link that the first start printed.</summary>
internal sealed record FirstRequest(
    [property: Required, StringLength(100)] string Token, [property: Required, StringLength(100, MinimumLength = 1)] string Login,
    [property: Required, StringLength(60, MinimumLength = 1)] string Name, [property: Required, StringLength(200, MinimumLength = Accounts.ShortestPassword)] string Password);

/// <summary>Who is signed in.</summary>
internal sealed record Me(string Id, string Name, [property: AllowedValues(DeskRoles.Agent, DeskRoles.Supervisor, DeskRoles.Manager, DeskRoles.Administrator)] string Role, string Presence);

/// <summary>That the session here is over, and not yet the one at the company's provider.</summary>
/// <param name="Next">Where the browser ends that too.</param>
internal sealed record SignedOut(string Next);

/// <summary>By which ways one may sign in here.</summary>
/// <param name="Local">By a name and a password.</param>
/// <param name="OpenId">With the company's account.</param>
internal sealed record SignInWays(bool Local, bool OpenId);

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    public static async Task<Results<Ok<Me>, ProblemHttpResult>> SignInAsync(
        SignInRequest request, HttpContext http, Accounts accounts, Sessions sessions, AuditTrail audit, IOptions<OpenIdSettings> openId, CancellationToken cancellationToken)
    {
        if (!openId.Value.LocalSignIn) return TypedResults.Problem("Sign in with the company's account.", statusCode: StatusCodes.Status403Forbidden);
        var (agent, isLocked) = await accounts.CheckAsync(request.Login, request.Password, cancellationToken);
        if (agent is null)
        {
            await audit.WriteAsync(null, AuditActions.SignInFailed, "desk", isLocked ? "locked" : null, cancellationToken);
            return isLocked
                ? TypedResults.Problem("Too many wrong passwords. Try again in 15 minutes.", statusCode: StatusCodes.Status423Locked)
                : TypedResults.Problem("Name or password is wrong.", statusCode: StatusCodes.Status401Unauthorized);
        }
        return await BeginAsync(agent, http, sessions, audit, cancellationToken);
    }

    public static async Task<Results<Ok<Me>, ProblemHttpResult>> FirstAsync(
        FirstRequest request, HttpContext http, FirstAgents first, Sessions sessions, AuditTrail audit, IOptions<OpenIdSettings> openId, CancellationToken cancellationToken) =>
        openId.Value.LocalSignIn && await first.RedeemAsync(request.Token, request.Login, request.Name, request.Password, cancellationToken) is { } agent
            ? await BeginAsync(agent, http, sessions, audit, cancellationToken)
            : TypedResults.Problem("The link is not valid, or no longer. A start of the program without any account prints a new one.", statusCode: StatusCodes.Status401Unauthorized);

    public static async Task<Results<Ok<Me>, NoContent>> GetAsync(HttpContext http, Accounts accounts, CancellationToken cancellationToken) =>
        await accounts.FindAsync(DeskUser.From(http.User).Id, cancellationToken) is { } agent ? TypedResults.Ok(Of(agent)) : TypedResults.NoContent();

    public static async Task<Results<Ok<SignedOut>, NoContent>> SignOutAsync(HttpContext http, Sessions sessions, OpenIdSignOut openId, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        await sessions.EndAsync(user.Session, cancellationToken);
        await audit.WriteAsync(user.Id, AuditActions.SignedOut, "desk", null, cancellationToken);
        http.Response.Cookies.Delete(DeskAuthentication.Cookie, DeskAuthentication.CookieFor(http.Request, null));
        return await openId.NextAsync(http, cancellationToken) is { } next ? TypedResults.Ok(new SignedOut(next)) : TypedResults.NoContent();
    }

    private static async Task<Ok<Me>> BeginAsync(AgentRow agent, HttpContext http, Sessions sessions, AuditTrail audit, CancellationToken cancellationToken)
    {
        var (token, lasts) = await sessions.BeginAsync(agent.Id, cancellationToken);
        await audit.WriteAsync(agent.Id, AuditActions.SignedIn, "desk", null, cancellationToken);
        http.Response.Cookies.Append(DeskAuthentication.Cookie, token, DeskAuthentication.CookieFor(http.Request, lasts));
        return TypedResults.Ok(Of(agent));
    }

    private static Me Of(AgentRow agent) => new(agent.Id, agent.Name, agent.Role, agent.Presence);
}
