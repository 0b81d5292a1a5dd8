using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Replies;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn.OpenId;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>A desk without anybody: the demo shop brings demo agents, any other prints a token that makes the first administrator, once.</summary>
internal sealed class FirstAgents(IDbContextFactory<DeskDatabase> databases, Accounts accounts, IOptions<DeskDemoSettings> demo, IOptions<OpenIdSettings> openId, IHostEnvironment host, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    /// <summary>Known to everybody who reads the documentation; only in a demo shop.</summary>
    public const string DemoPassword = "desk-demo";
    private static readonly TimeSpan LinkLasts = TimeSpan.FromHours(24);

    /// <summary>The link's token, for whoever prints it; null where there is somebody already.</summary>
    public string? Invitation { get; private set; }

    /// <summary>Whether demo agents may sign in.</summary>
    public bool IsDemo => demo.Value.Demo;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await accounts.AnyAsync(cancellationToken)) return;
        if (demo.Value.Demo) await AddDemoAsync(cancellationToken);
        else if (openId.Value.LocalSignIn) Invitation = await InviteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes the first administrator.</summary>
    /// <returns>The account; null where the link is used, over, or somebody is there already.</returns>
    public async Task<AgentRow?> RedeemAsync(string token, string login, string name, string password, CancellationToken cancellationToken)
    {
        var hash = Tokens.HashOf(token);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.Invitations.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        if (found is null || found.EndsAt <= clock.GetUtcNow() || await accounts.AnyAsync(cancellationToken)) return null;
        // Whoever deletes the row has it: a second use finds nothing.
        if (await database.Invitations.Where(row => row.TokenHash == hash).ExecuteDeleteAsync(cancellationToken) != 1) return null;
        return await accounts.AddAsync(login, name, DeskRoles.Administrator, password, null, cancellationToken);
    }

    private async Task<string> InviteAsync(CancellationToken cancellationToken)
    {
        var token = Tokens.New();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Invitations.ExecuteDeleteAsync(cancellationToken); // a link that was never used is replaced at the next start
        database.Invitations.Add(new InvitationRow { TokenHash = Tokens.HashOf(token), EndsAt = clock.GetUtcNow() + LinkLasts });
        await database.SaveChangesAsync(cancellationToken);
        return token;
    }

    private async Task AddDemoAsync(CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            database.Replies.AddRange(DemoReplies.All.Select(reply => new ReplyRow { Id = Tokens.NewId(), Language = reply.Language, Name = reply.Name, Words = reply.Words }));
            await database.SaveChangesAsync(cancellationToken);
        }
        // Numbers that nobody has; the page /phone plays them, and no real company is ever asked to ring them.
        var isSimulated = Demonstration.IsTelephoneSimulated(host, configuration);
        await AddAsync("jieun", "이지은", DeskRoles.Agent, 5, "+82255550121", "ko", "en");
        await AddAsync("james", "James", DeskRoles.Agent, 3, "+82255550122", "en");
        await AddAsync("minho", "박민호", DeskRoles.Supervisor, 4, "+82255550123", "ko", "en");

        Task AddAsync(string login, string name, string role, int level, string telephone, params string[] languages) => accounts.AddAsync(login, name, role, DemoPassword, row =>
        {
            row.Languages = [.. languages];
            row.Skills = EscalationSkills.All.ToDictionary(skill => skill, _ => level, StringComparer.Ordinal);
            row.Presence = PresenceStates.Available;
            row.Telephone = isSimulated ? telephone : null;
        }, cancellationToken);
    }
}
