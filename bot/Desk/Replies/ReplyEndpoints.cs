using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Replies;

/// <summary>A reply that is ready to be used.</summary>
internal sealed record ReplyView(string Id, [property: AllowedValues("ko", "en")] string Language, string Name, string Words);

/// <summary>A new one.</summary>
internal sealed record NewReply(
    [property: Required, AllowedValues("ko", "en")] string Language, [property: Required, StringLength(60, MinimumLength = 1)] string Name,
    [property: Required, StringLength(2000, MinimumLength = 1)] string Words);

/// <summary>Replies that are ready: for everybody to use, for supervisors to write.</summary>
internal static class ReplyEndpoints
{
    public static async Task<Ok<ReplyView[]>> ListAsync(IDbContextFactory<DeskDatabase> databases, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Replies.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.Select(Of).ToArray());
    }

    public static async Task<Ok<ReplyView>> AddAsync(NewReply request, HttpContext http, IDbContextFactory<DeskDatabase> databases, AuditTrail audit, CancellationToken cancellationToken)
    {
        var row = new ReplyRow { Id = Tokens.NewId(), Language = request.Language, Name = request.Name, Words = request.Words };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Replies.Add(row);
        await database.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(DeskUser.From(http.User).Id, AuditActions.ReplyAdded, row.Id, null, cancellationToken);
        return TypedResults.Ok(Of(row));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, Inbox.Nothing _, HttpContext http, IDbContextFactory<DeskDatabase> databases, AuditTrail audit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Replies.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0) return TypedResults.Problem("There is no such reply.", statusCode: StatusCodes.Status404NotFound);
        await audit.WriteAsync(DeskUser.From(http.User).Id, AuditActions.ReplyRemoved, id, null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static ReplyView Of(ReplyRow row) => new(row.Id, row.Language, row.Name, row.Words);
}
