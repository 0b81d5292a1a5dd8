using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Protection;

/// <summary>An agent who was abused gets nobody for a while (산업안전보건법 §41②); the time ends by the server's clock, or earlier when the agent says so.</summary>
internal sealed class CoolDowns(IDbContextFactory<DeskDatabase> databases, Accounts accounts, DeskEvents events, Nudges nudges, IOptions<DeskSettings> settings, TimeProvider clock)
{
    private TimeSpan Lasts => TimeSpan.FromMinutes(settings.Value.CoolDownMinutes);

    /// <summary>Begins one, where the shop gives any.</summary>
    public Task BeginAsync(string agent, CancellationToken cancellationToken) => Lasts > TimeSpan.Zero ? SetAsync(agent, PresenceStates.CoolDown, cancellationToken) : Task.CompletedTask;

    /// <summary>Ends those that have lasted long enough.</summary>
    public async Task EndOverAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Lasts;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var cooling = await database.Agents.AsNoTracking().Where(row => row.Presence == PresenceStates.CoolDown).Select(row => new { row.Id, row.PresenceSince }).ToListAsync(cancellationToken);
        foreach (var agent in cooling.Where(agent => agent.PresenceSince <= before)) await SetAsync(agent.Id, PresenceStates.Available, cancellationToken);
    }

    private async Task SetAsync(string agent, string presence, CancellationToken cancellationToken)
    {
        var since = await accounts.SetPresenceAsync(agent, presence, cancellationToken);
        await events.AddAsync(agent, DeskEventKinds.Presence, new OwnPresence(presence, since), cancellationToken);
        nudges.Give();
    }
}
