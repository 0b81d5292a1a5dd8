using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Tests.Shop;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Deadlines act: who waits is moved forward and supervisors are told, before the end and at it, once. On every database that can keep the desk.</summary>
public abstract class SlaTests : IAsyncLifetime
{
    private static readonly Lane Returns = new("returns", "ko");
    private readonly DatabaseKind kind;
    private readonly DeskHost host = new() { Demo = false };
    private readonly TemporaryDirectory folder = new();
    private IDatabaseEngine? server;
    private readonly DeskSettings settings = new() { AnswerSeconds = 40, UrgentAnswerSeconds = 20, ResolutionMinutes = 10, WarnPercent = 75, PriorityMinutes = 5 };
    private readonly InProcessQueue queue = new();
    private readonly ShiftedClock clock = new();

    private protected SlaTests(DatabaseKind kind) => this.kind = kind;

    public async ValueTask InitializeAsync()
    {
        if (kind == DatabaseKind.PostgreSQL)
        {
            server = await TestDatabases.NewAsync(kind, folder, blank: false);
            (host.Settings["Database:Provider"], host.Settings["Database:ConnectionString"]) = ("PostgreSQL", server.ConnectionString);
        }
        var accounts = host.Services.GetRequiredService<Accounts>();
        await accounts.AddAsync("minho", "박민호", DeskRoles.Supervisor, "desk-demo", null, default);
        await accounts.AddAsync("jieun", "이지은", DeskRoles.Agent, "desk-demo", null, default);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (server is not null) await TestDatabases.ForgetAsync(server);
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_waits_is_moved_forward_shortly_before_the_time_is_over_and_again_when_it_is()
    {
        var timers = Timers();
        await Waits("early", minutesAgo: 3);
        await Waits("late", minutesAgo: 0);
        await timers.RunAsync(default); // the early one is long over: both steps
        await timers.RunAsync(default);
        await Waits("later", minutesAgo: 0);
        Assert.Equal(0, await timers.RunAsync(default));

        clock.Shift += TimeSpan.FromSeconds(31);
        Assert.Equal(2, await timers.RunAsync(default));
        Assert.Equal((1, SlaSteps.AnswerLate), await StandsAsync("late"));
        clock.Shift += TimeSpan.FromSeconds(10);
        Assert.Equal(2, await timers.RunAsync(default));
        Assert.Equal((2, SlaSteps.Passed), await StandsAsync("late"));
        clock.Shift += TimeSpan.FromHours(1);
        Assert.Equal(0, await timers.RunAsync(default));
    }

    [Fact]
    public async Task Who_is_pressing_passes_by_those_whose_time_is_longer()
    {
        settings.AnswerSeconds = 3_000;
        await Waits("patient", minutesAgo: 12);
        await Waits("pressing", minutesAgo: 0, priority: 2);
        Assert.Equal(["patient", "pressing"], (await queue.PeekAsync(Returns, 9, default)).Select(entry => entry.Id));
        clock.Shift += TimeSpan.FromSeconds(16);
        await Timers().RunAsync(default);
        Assert.Equal(["pressing", "patient"], (await queue.PeekAsync(Returns, 9, default)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task A_matter_that_an_agent_has_too_long_is_told_without_moving_anybody()
    {
        await Waits("a", minutesAgo: 0);
        await Escalations().SettleAsync(new Settle("a", EscalationStates.Accepted) { AgentId = "jieun" }, clock.GetUtcNow(), clock.GetUtcNow(), default);
        clock.Shift += TimeSpan.FromMinutes(7.6);
        await Timers().RunAsync(default);
        clock.Shift += TimeSpan.FromMinutes(2.5);
        await Timers().RunAsync(default);
        Assert.Equal((0, SlaSteps.Passed), await StandsAsync("a"));
        Assert.Equal([SlaSteps.ResolutionSoon, SlaSteps.ResolutionLate], await AlarmsAsync());
    }

    [Fact]
    public void Who_is_pressing_and_whose_queue_is_stricter_has_less_time()
    {
        settings.Queues["complaints"] = new QueueSettings { AnswerSeconds = 10, ResolutionMinutes = 5 };
        var goals = new SlaGoals(Options.Create(settings));
        Assert.Equal((40, 40, 20, 20), (Seconds("returns", 0), Seconds("returns", 1), Seconds("returns", 2), Seconds("orders", 3)));
        Assert.Equal((10, 10), (Seconds("complaints", 0), Seconds("complaints", 2)));
        Assert.Equal((10, 5), (goals.ResolutionOf("returns").TotalMinutes, goals.ResolutionOf("complaints").TotalMinutes));

        double Seconds(string skill, int priority) => goals.AnswerOf(skill, priority).TotalSeconds;
    }

    [Fact]
    public async Task Each_supervisor_is_told_once_however_many_nodes_look()
    {
        for (var customer = 0; customer < 8; customer++) await Waits($"c{customer}", minutesAgo: 0);
        clock.Shift += TimeSpan.FromSeconds(31);
        var raised = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Timers().RunAsync(default))));
        Assert.Equal(8, raised.Sum());
        Assert.Equal(8, (await AlarmsAsync()).Length);
        var supervisor = (await host.Services.GetRequiredService<Accounts>().AllAsync(default)).First(agent => agent.Role == DeskRoles.Supervisor);
        var told = await host.Services.GetRequiredService<DeskEvents>().ReadAsync(supervisor.Id, 0, default);
        Assert.Equal(8, told.Count(one => one.Kind == DeskEventKinds.Alarm));
        var agent = (await host.Services.GetRequiredService<Accounts>().AllAsync(default)).First(agent => agent.Role == DeskRoles.Agent);
        Assert.DoesNotContain(await host.Services.GetRequiredService<DeskEvents>().ReadAsync(agent.Id, 0, default), one => one.Kind == DeskEventKinds.Alarm);
    }

    // A node of its own: only the database is shared.
    private SlaTimers Timers()
    {
        var events = ActivatorUtilities.CreateInstance<DeskEvents>(host.Services);
        return new(Databases, new SlaGoals(Options.Create(settings)), host.Services.GetRequiredService<Accounts>(), events, queue, host.Services.GetRequiredService<DeskMetrics>(), Options.Create(settings), clock);
    }

    private Escalations Escalations() => ActivatorUtilities.CreateInstance<Escalations>(host.Services, new SlaGoals(Options.Create(settings)));

    private IDbContextFactory<DeskDatabase> Databases => host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>();

    private async Task Waits(string id, double minutesAgo, int priority = 0)
    {
        var row = await Escalations().OpenAsync(id, new Escalate(id, $"dl-{id}", "asked", "returns", "") { Priority = priority }, clock.GetUtcNow().AddMinutes(-minutesAgo), default);
        await queue.EnqueueAsync(QueueEntry.Of(row, TimeSpan.FromMinutes(5)), default);
    }

    private async Task<(int, string?)> StandsAsync(string id)
    {
        await using var database = await Databases.CreateDbContextAsync();
        var row = await database.Escalations.AsNoTracking().SingleAsync(row => row.Id == id);
        return (row.Priority, row.SlaStep);
    }

    private async Task<string[]> AlarmsAsync()
    {
        await using var database = await Databases.CreateDbContextAsync();
        return await database.Alarms.AsNoTracking().OrderBy(row => row.At).Select(row => row.Step).ToArrayAsync();
    }
}

/// <inheritdoc/>
public sealed class SlaOnSqliteTests() : SlaTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class SlaOnPostgreSqlTests() : SlaTests(DatabaseKind.PostgreSQL);
