using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Records;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>An account as an administrator sees it.</summary>
internal sealed record AgentView(
    string Id, string Login, string Name, [property: AllowedValues(DeskRoles.Agent, DeskRoles.Supervisor, DeskRoles.Manager, DeskRoles.Administrator)] string Role, bool IsDisabled, IReadOnlyDictionary<string, int> Skills, IReadOnlyList<string> Languages, int ChatsAtMost)
{
    public static AgentView Of(AgentRow row) => new(row.Id, row.Login, row.Name, row.Role, row.IsDisabled, row.Skills, row.Languages, row.ChatsAtMost);
}

/// <summary>A new account.</summary>
internal sealed record NewAgent(
    [property: Required, StringLength(100, MinimumLength = 1)] string Login, [property: Required, StringLength(60, MinimumLength = 1)] string Name,
    [property: Required, AllowedValues(DeskRoles.Agent, DeskRoles.Supervisor, DeskRoles.Manager, DeskRoles.Administrator)] string Role,
    [property: Required, StringLength(200, MinimumLength = Accounts.ShortestPassword)] string Password,
    [property: Required] Dictionary<string, int> Skills, [property: Required] List<string> Languages, [property: Range(1, 20)] int ChatsAtMost);

/// <summary>Whether an account is closed.</summary>
internal sealed record AgentStatus(bool IsDisabled);

/// <summary>One row of the audit, with the names of the people in it.</summary>
internal sealed record AuditView(long Sequence, DateTimeOffset At, string? AgentId, string Action, string About, string? Detail)
{
    public string? AgentName { get; private init; }
    /// <summary>Whose account it is about; null where it is about something else.</summary>
    public string? AboutName { get; private init; }
    /// <summary>Whose account the detail names; null where it names something else.</summary>
    public string? DetailName { get; private init; }

    public static AuditView Of(AuditRow row, IReadOnlyDictionary<string, string> names) => new(row.Sequence, row.At, row.AgentId, row.Action, row.About, row.Detail)
    {
        AgentName = names.GetValueOrDefault(row.AgentId ?? ""), AboutName = names.GetValueOrDefault(row.About), DetailName = names.GetValueOrDefault(row.Detail ?? ""),
    };
}

/// <summary>Accounts, for administrators; the audit, for managers.</summary>
internal static class AgentEndpoints
{
    public static async Task<Ok<AgentView[]>> ListAsync(Accounts accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok((await accounts.AllAsync(cancellationToken)).Select(AgentView.Of).ToArray());

    public static async Task<Results<Ok<AgentView>, ProblemHttpResult>> AddAsync(NewAgent request, HttpContext http, Accounts accounts, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (AgentAbilities.Refused(request.Skills, request.Languages) is { } refused) return refused;
        var added = await accounts.AddAsync(request.Login, request.Name, request.Role, request.Password, row =>
        {
            row.Skills = request.Skills;
            row.Languages = request.Languages;
            row.ChatsAtMost = request.ChatsAtMost;
        }, cancellationToken);
        if (added is null) return TypedResults.Problem($"'login' is '{request.Login}', which somebody has already.", statusCode: StatusCodes.Status409Conflict);
        await audit.WriteAsync(DeskUser.From(http.User).Id, AuditActions.AgentAdded, added.Id, added.Role, cancellationToken);
        return TypedResults.Ok(AgentView.Of(added));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(string id, AgentStatus request, HttpContext http, Accounts accounts, Sessions sessions, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (id == user.Id) return TypedResults.Problem("Nobody closes their own account.", statusCode: StatusCodes.Status409Conflict);
        if (!await accounts.DisableAsync(id, request.IsDisabled, cancellationToken)) return TypedResults.Problem("There is no such account.", statusCode: StatusCodes.Status404NotFound);
        if (request.IsDisabled) await sessions.EndAllAsync(id, cancellationToken);
        await audit.WriteAsync(user.Id, request.IsDisabled ? AuditActions.AgentDisabled : AuditActions.AgentEnabled, id, null, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> EndSessionsAsync(string id, HttpContext http, Sessions sessions, AuditTrail audit, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(id, cancellationToken);
        await audit.WriteAsync(DeskUser.From(http.User).Id, AuditActions.SessionsEnded, id, null, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<Ok<AuditView[]>> AuditAsync(long? before, AuditTrail audit, Accounts accounts, CancellationToken cancellationToken)
    {
        var names = (await accounts.AllAsync(cancellationToken)).ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
        return TypedResults.Ok((await audit.ReadAsync(before ?? long.MaxValue, 100, cancellationToken)).Select(row => AuditView.Of(row, names)).ToArray());
    }
}
