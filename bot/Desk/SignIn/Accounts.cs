using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>Local accounts: passwords hashed by the framework's own hasher, and a lock after too many wrong ones.</summary>
internal sealed class Accounts(IDbContextFactory<DeskDatabase> databases, PasswordHasher<AgentRow> hasher, TimeProvider clock)
{
    /// <summary>The shortest password. Length is what counts (NIST SP 800-63B §5.1.1).</summary>
    public const int ShortestPassword = 8;
    private const int LongestPassword = 200;
    private const int FailuresAtMost = 5;
    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    // What an unknown name is compared with, so that it takes as long as a wrong password.
    private readonly Lazy<AgentRow> nobody = new(() =>
    {
        var row = New("nobody", "", DeskRoles.Agent, default);
        row.PasswordHash = hasher.HashPassword(row, "nobody has this password");
        return row;
    });

    /// <summary>Checks a name and a password.</summary>
    /// <returns>The account; or null, and whether it is locked.</returns>
    public async Task<(AgentRow? Agent, bool IsLocked)> CheckAsync(string login, string password, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var name = Normal(login);
        var agent = await database.Agents.FirstOrDefaultAsync(row => row.Login == name, cancellationToken);
        if (password.Length > LongestPassword) password = "";
        var isRight = hasher.VerifyHashedPassword(agent ?? nobody.Value, (agent ?? nobody.Value).PasswordHash, password) != PasswordVerificationResult.Failed;
        if (agent is null || agent.IsDisabled) return (null, false);
        if (agent.LockedUntil > clock.GetUtcNow()) return (null, true);
        if (isRight) (agent.Failures, agent.LockedUntil) = (0, null);
        else if (++agent.Failures >= FailuresAtMost) (agent.Failures, agent.LockedUntil) = (0, clock.GetUtcNow() + Locked);
        await database.SaveChangesAsync(cancellationToken);
        return isRight ? (agent, false) : (null, agent.LockedUntil is not null);
    }

    /// <summary>Adds an account; null where the name is taken.</summary>
    public async Task<AgentRow?> AddAsync(string login, string name, string role, string password, Action<AgentRow>? more, CancellationToken cancellationToken)
    {
        var row = New(Normal(login), name, role, clock.GetUtcNow());
        row.PasswordHash = hasher.HashPassword(row, password);
        more?.Invoke(row);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Agents.AnyAsync(other => other.Login == row.Login, cancellationToken)) return null;
        database.Agents.Add(row);
        await database.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>The account of somebody whom another program signs in: made where it is missing, with the name and the role as they are told. It has no password.</summary>
    /// <returns>Its id; null where it is closed here.</returns>
    public async Task<string?> FollowAsync(string login, string name, string role, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = await database.Agents.FirstOrDefaultAsync(other => other.Login == login, cancellationToken);
        if (row is null) database.Agents.Add(row = New(login, name, role, clock.GetUtcNow()));
        (row.Name, row.Role) = (name, role);
        await database.SaveChangesAsync(cancellationToken);
        return row.IsDisabled ? null : row.Id;
    }

    /// <summary>The id of an account by what they sign in with; null where there is none.</summary>
    public async Task<string?> IdOfAsync(string login, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Agents.Where(row => row.Login == login).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether anybody has an account.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Agents.AnyAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AgentRow>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Agents.AsNoTracking().OrderBy(row => row.Login).ToListAsync(cancellationToken);
    }

    public async Task<AgentRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Agents.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    /// <summary>The name under which customers know an agent; null for an unknown id.</summary>
    public async Task<AgentIdentity?> IdentityAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } row ? new AgentIdentity(row.Id, row.Name) : null;

    /// <summary>Says whether an agent takes customers, or why not.</summary>
    /// <returns>Since when that is so; null for an unknown id.</returns>
    public async Task<DateTimeOffset?> SetPresenceAsync(string id, string presence, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await database.Agents.Where(row => row.Id == id && row.Presence != presence)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Presence, presence).SetProperty(row => row.PresenceSince, now), cancellationToken);
        return await database.Agents.Where(row => row.Id == id).Select(row => row.PresenceSince).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Changes what an agent can be given.</summary>
    /// <returns>False for an unknown id.</returns>
    public async Task<bool> SetSkillsAsync(string id, Dictionary<string, int> skills, List<string> languages, int chatsAtMost, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Agents.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row) return false;
        (row.Skills, row.Languages, row.ChatsAtMost) = (skills, languages, chatsAtMost);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Changes where an agent is rung; null for nowhere.</summary>
    public async Task SetTelephoneAsync(string id, string? telephone, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Agents.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Telephone, telephone), cancellationToken);
    }

    /// <summary>Closes or opens an account.</summary>
    /// <returns>False for an unknown id.</returns>
    public async Task<bool> DisableAsync(string id, bool disabled, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Agents.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsDisabled, disabled), cancellationToken) == 1;
    }

    private static AgentRow New(string login, string name, string role, DateTimeOffset now) => new()
    {
        Id = Tokens.NewId(), Login = login, Name = name, Role = role, PasswordHash = "", ChatsAtMost = 3, Presence = PresenceStates.Away, CreatedAt = now, Languages = ["ko", "en"],
    };

    private static string Normal(string login) => login.Trim().ToLowerInvariant();
}
