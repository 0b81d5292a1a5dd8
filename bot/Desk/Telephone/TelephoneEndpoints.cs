using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Desk.Telephone;

/// <summary>Where the agent is rung.</summary>
/// <param name="Telephone">A number with + and the country, browser, or null for none.</param>
/// <param name="IsBrowserOffered">Whether calls can be taken in the browser.</param>
/// <param name="IsSimulated">Whether telephones are those of the page /phone.</param>
internal sealed record TelephoneView(string? Telephone, bool IsBrowserOffered, bool IsSimulated);

/// <summary>Where the agent wants to be rung.</summary>
/// <param name="Telephone">A number with + and the country, browser, or null for none.</param>
internal sealed record TelephoneRequest(
    [property: RegularExpression(@"\+[1-9][0-9]{6,14}|browser", ErrorMessage = "it must be a number such as +82212345678, browser, or null")] string? Telephone);

/// <summary>Leave for the agent's browser to take calls with the company's Voice SDK.</summary>
/// <param name="Token">For the SDK; it opens nothing but this agent's own calls.</param>
/// <param name="Seconds">How long it holds.</param>
internal sealed record BrowserTokenView(string Token, int Seconds);

/// <summary>The agent's own telephone, and whom it can reach.</summary>
internal static class TelephoneEndpoints
{
    /// <summary><c>GET /desk/api/telephone</c>.</summary>
    public static async Task<Ok<TelephoneView>> GetAsync(HttpContext http, DeskTelephones telephones, IHostEnvironment host, IConfiguration configuration, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            new TelephoneView(await telephones.ChosenAsync(DeskUser.From(http.User).Id, cancellationToken), telephones.AreBrowsersOffered, Demonstration.IsTelephoneSimulated(host, configuration)));

    /// <summary><c>PUT /desk/api/telephone</c>.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(TelephoneRequest request, HttpContext http, DeskTelephones telephones, Accounts accounts, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (request.Telephone == DeskTelephones.Browser && !telephones.AreBrowsersOffered)
            return TypedResults.Problem("'telephone' is 'browser', which this shop does not offer: Twilio:ApiKeySid is not set.", statusCode: StatusCodes.Status400BadRequest);
        await accounts.SetTelephoneAsync(user.Id, request.Telephone, cancellationToken);
        await audit.WriteAsync(user.Id, AuditActions.TelephoneChosen, user.Id, request.Telephone switch { null => "none", DeskTelephones.Browser => DeskTelephones.Browser, _ => "number" }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary><c>POST /desk/api/telephone/token</c>.</summary>
    public static Results<Ok<BrowserTokenView>, ProblemHttpResult> Token(Inbox.Nothing _, HttpContext http, DeskTelephones telephones)
    {
        if (!telephones.AreBrowsersOffered) return TypedResults.Problem("This shop offers no calls in the browser: Twilio:ApiKeySid is not set.", statusCode: StatusCodes.Status409Conflict);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new BrowserTokenView(telephones.TokenFor(DeskUser.From(http.User).Id), (int)DeskTelephones.TokenLife.TotalSeconds));
    }

    /// <summary><c>GET /desk/api/colleagues</c>: who can be asked during a call.</summary>
    public static async Task<Ok<IReadOnlyList<ColleagueView>>> ColleaguesAsync(HttpContext http, DeskTelephones telephones, CancellationToken cancellationToken) =>
        TypedResults.Ok(await telephones.ColleaguesOfAsync(DeskUser.From(http.User).Id, cancellationToken));
}
