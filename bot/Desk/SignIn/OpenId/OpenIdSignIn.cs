using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Desk.SignIn.OpenId;

/// <summary>Lets people in whom the provider knows: as an account of ours that has the role which the provider says, under a session like any other.</summary>
internal sealed partial class OpenIdSignIn(Accounts accounts, Sessions sessions, OpenIdSignOut signOut, AuditTrail audit, IOptions<OpenIdSettings> settings, ILogger<OpenIdSignIn> logger)
{
    private const string Desk = "/desk";
    // Behind '#', where no server and no log sees it.
    private const string Refused = Desk + "#sign-in=refused";
    private const int LongestName = 60;

    /// <summary><c>GET /desk/sign-in</c>: to the provider, and from there to the desk, wherever the link may want to lead.</summary>
    public static async Task<IResult> BeginAsync(HttpContext http, IOptions<OpenIdSettings> settings)
    {
        if (!settings.Value.IsThere) return TypedResults.NotFound();
        try
        {
            await http.ChallengeAsync(OpenIdHandler.Name, new AuthenticationProperties { RedirectUri = Desk });
            return TypedResults.Empty;
        }
        catch (IOException)
        {
            return TypedResults.Problem("The company's sign-in cannot be reached now. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary><c>GET /desk/api/session/ways</c>: how one may sign in here.</summary>
    public static Ok<SignInWays> Ways(IOptions<OpenIdSettings> settings) => TypedResults.Ok(new SignInWays(settings.Value.LocalSignIn, settings.Value.IsThere));

    /// <summary><c>POST /desk/sign-in/logout</c>: the provider says that somebody's sessions are over (OpenID Connect Back-Channel Logout 1.0).</summary>
    public static async Task<IResult> EndAsync(HttpRequest request, OpenIdSignIn signIn, OpenIdProvider provider, IOptions<OpenIdSettings> settings, CancellationToken cancellationToken)
    {
        if (!settings.Value.IsThere) return TypedResults.NotFound();
        if (!request.HasFormContentType) return TypedResults.Problem("The body must be a form with 'logout_token'.", statusCode: StatusCodes.Status400BadRequest);
        try
        {
            var token = await provider.ReadLogoutAsync((await request.ReadFormAsync(cancellationToken))["logout_token"], cancellationToken);
            await signIn.EndAllAsync(token.Subject, cancellationToken);
            return TypedResults.Ok();
        }
        catch (OpenIdTokenException fault)
        {
            return TypedResults.Problem(fault.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (IOException)
        {
            return TypedResults.Problem("The company's sign-in cannot be reached now. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The provider has proven who it is.</summary>
    public async Task ReceiveAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var cancellationToken = context.HttpContext.RequestAborted;
        if (context.Principal is not { } principal || await AccountAsync(principal, cancellationToken) is not { } agent)
        {
            await audit.WriteAsync(null, AuditActions.SignInFailed, "desk", "openid: no role, or closed", cancellationToken);
            context.Response.Redirect(Refused);
            return;
        }
        var (token, lasts) = await sessions.BeginAsync(agent, cancellationToken);
        await audit.WriteAsync(agent, AuditActions.SignedIn, "desk", "openid", cancellationToken);
        context.Response.Cookies.Append(DeskAuthentication.Cookie, token, DeskAuthentication.CookieFor(context.Request, lasts));
        signOut.Remember(context.HttpContext, context.Properties?.GetTokenValue(OpenIdHandler.IdToken), lasts);
        context.Response.Redirect(Desk);
    }

    /// <summary>Something was not as it should be: the person may try again.</summary>
    public async Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        Log.Refused(logger, context.Failure?.Message ?? "", context.Failure?.InnerException?.GetType().Name);
        await audit.WriteAsync(null, AuditActions.SignInFailed, "desk", $"openid: {context.Failure?.Message}", context.HttpContext.RequestAborted);
        context.Response.Redirect(Refused);
    }

    private async Task<string?> AccountAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.FindFirstValue("sub") is not { Length: > 0 } subject) return null;
        var role = settings.Value.RoleOf([.. principal.FindAll(settings.Value.RoleClaim).Select(claim => claim.Value)]);
        var login = LoginOf(subject);
        if (role is null)
        {
            // Whoever has lost the role at the provider has lost it here, where they are signed in too.
            await EndAllAsync(subject, cancellationToken);
            return null;
        }
        var name = principal.FindFirstValue(settings.Value.NameClaim) is { Length: > 0 } said ? said : subject;
        return await accounts.FollowAsync(login, name.Length > LongestName ? name[..LongestName] : name, role, cancellationToken);
    }

    private async Task EndAllAsync(string subject, CancellationToken cancellationToken)
    {
        if (await accounts.IdOfAsync(LoginOf(subject), cancellationToken) is not { } agent) return;
        await sessions.EndAllAsync(agent, cancellationToken);
        await audit.WriteAsync(null, AuditActions.SessionsEnded, agent, "openid", cancellationToken);
    }

    // The issuer is one, so that its subjects are enough; hashed, since they may be of any length and letters.
    private static string LoginOf(string subject) => $"openid:{Tokens.HashOf(subject)[..32].ToLowerInvariant()}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sign-in by the company's provider was refused: {Why} ({Fault})")]
        public static partial void Refused(ILogger logger, string why, string? fault);
    }
}
