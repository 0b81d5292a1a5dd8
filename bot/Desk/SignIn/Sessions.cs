using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Records;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>Who is signed in: a random token in the browser's cookie, its hash in a row. A row that is gone ends the session everywhere at once.</summary>
internal sealed class Sessions(IDbContextFactory<DeskDatabase> databases, OpenDesks desks, IOptions<DeskSettings> settings, TimeProvider clock)
{
    /// <summary>Signs an agent in.</summary>
    /// <returns>The token for the cookie, and how long it lasts.</returns>
    public async Task<(string Token, TimeSpan Lasts)> BeginAsync(string agentId, CancellationToken cancellationToken)
    {
        var token = Tokens.New();
        var now = clock.GetUtcNow();
        var lasts = TimeSpan.FromHours(settings.Value.SessionHours);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var over = await database.Sessions.Where(row => row.AgentId == agentId).ToListAsync(cancellationToken);
        database.Sessions.RemoveRange(over.Where(row => row.EndsAt <= now));
        database.Sessions.Add(new SessionRow { TokenHash = Tokens.HashOf(token), AgentId = agentId, CreatedAt = now, EndsAt = now + lasts });
        await database.SaveChangesAsync(cancellationToken);
        return (token, lasts);
    }

    /// <summary>Whose token it is; null where the session is over or the account is closed.</summary>
    public Task<DeskUser?> FindAsync(string token, CancellationToken cancellationToken) => FindByHashAsync(Tokens.HashOf(token), cancellationToken);

    /// <summary>Whose session it is; null where it is over or the account is closed.</summary>
    public async Task<DeskUser?> FindByHashAsync(string hash, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await (from session in database.Sessions.AsNoTracking()
                           join agent in database.Agents.AsNoTracking() on session.AgentId equals agent.Id
                           where session.TokenHash == hash && !agent.IsDisabled
                           select new { session.EndsAt, Agent = agent }).FirstOrDefaultAsync(cancellationToken);
        return found is not null && found.EndsAt > clock.GetUtcNow() ? DeskUser.Of(found.Agent, hash) : null;
    }

    /// <summary>Ends one session, sockets too.</summary>
    public async Task EndAsync(string hash, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Sessions.Where(row => row.TokenHash == hash).ExecuteDeleteAsync(cancellationToken);
        desks.Cut(desk => desk.Session == hash);
    }

    /// <summary>Ends all sessions of an agent, sockets too.</summary>
    public async Task EndAllAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Sessions.Where(row => row.AgentId == agentId).ExecuteDeleteAsync(cancellationToken);
        desks.Cut(desk => desk.Id == agentId);
    }
}
