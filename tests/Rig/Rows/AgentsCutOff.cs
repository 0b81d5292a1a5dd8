using System.Diagnostics;
using System.Globalization;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Rows;

/// <summary>
/// A17: an agent's connection ends, is reset, or falls silent, while a customer is offered, while the customer is the agent's, and while a message is sent. Whoever
/// is back within the grace goes on as if nothing had been; the customer of whoever stays away is offered to others at the old place.
/// </summary>
internal sealed class AgentsCutOff : IAsyncDisposable
{
    private const int Agents = 6;
    private const int Ways = 3;
    private static readonly TimeSpan OwnerlessAtMost = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Dictionary<AgentDesk, TcpProxy> proxies = [];
    private readonly List<double> offeredOn = [];
    private readonly List<double> requeued = [];
    private readonly Random chance = new(17);
    private readonly RowRun run;
    private readonly DeskCrew crew;
    private int kept;

    private AgentsCutOff(RowRun run, DeskCrew crew) => (this.run, this.crew) = (run, crew);

    /// <summary>Cuts <see cref="RowRun.Times"/> times; after 18 every way was met at every moment, once with an agent who comes back and once without.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await using var deployment = await Deployment.ServedAsync(2, 4);
        await using var everybody = await DeskCrew.OpenAsync(deployment, Agents);
        await using var row = new AgentsCutOff(run, everybody);
        foreach (var (place, agent) in everybody.Agents.Index())
        {
            row.proxies[agent] = new TcpProxy(deployment.Nodes[place % deployment.Nodes.Count].Address.Port);
            await row.RestoreAsync(agent);
        }
        for (var cut = 0; cut < run.Times; cut++)
        {
            var (way, moment, stays) = ((Way)(cut % Ways), cut / Ways % Ways, cut % 2 == 1);
            if (moment == 0) await row.WhileOfferedAsync(way);
            else await row.WhileOwningAsync(cut, way, isSending: moment == 2, stays);
        }
        var compared = await everybody.CompareAsync(run);
        await run.Output.WriteLineAsync($"A17: {run.Times} times an agent is cut off, by an end, a reset and a silent network in turn");
        await run.NoteAsync($"while offered  {row.offeredOn.Count}; offered on after {Times(row.offeredOn)}");
        await run.NoteAsync($"came back      {row.kept} went on with their customer");
        await run.NoteAsync($"stayed away    {row.requeued.Count}; their customers were offered to another, at the old place, after {Times(row.requeued)}");
        await run.NoteAsync($"events         {compared} compared over all desks");

        static string Times(List<double> seconds) => seconds.Count == 0 ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{seconds.Order().ElementAt(seconds.Count / 2):0.0} s median, {seconds.Max():0.0} s longest");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in proxies.Values) await proxy.DisposeAsync();
    }

    private async Task WhileOfferedAsync(Way way)
    {
        var conversation = await crew.AskAsync();
        var (agent, _) = await crew.OfferedAsync(conversation, Patience);
        var lost = Stopwatch.GetTimestamp();
        await CutAsync(agent, way, stays: true);
        var (other, item) = await crew.OfferedAsync(conversation, Patience, agent);
        offeredOn.Add(Stopwatch.GetElapsedTime(lost).TotalSeconds);
        run.Demand(await other.ServeAsync(item, null), $"{conversation}: the next agent could not serve the customer");
        await RestoreAsync(agent);
    }

    private async Task WhileOwningAsync(int cut, Way way, bool isSending, bool stays)
    {
        var conversation = await crew.AskAsync();
        var (agent, item) = await crew.OfferedAsync(conversation, Patience);
        run.Demand(await agent.AcceptAsync(item) is not null, $"cut {cut}: an offer that stood was refused");
        var says = $"Message {cut}";
        var sending = isSending ? agent.SayAsync(conversation, says) : null;
        if (isSending) await Task.Delay(chance.Next(0, 60));
        var lost = Stopwatch.GetTimestamp();
        await CutAsync(agent, way, stays);
        if (!stays)
        {
            await agent.ConnectedAsync(OwnerlessAtMost);
            sending ??= agent.SayAsync(conversation, says);
        }
        if (sending is not null) await CheckSaidAsync(cut, conversation, says, await sending);
        if (stays)
        {
            var (other, again) = await crew.OfferedAsync(conversation, Patience, agent);
            requeued.Add(Stopwatch.GetElapsedTime(lost).TotalSeconds);
            run.Demand(requeued[^1] <= OwnerlessAtMost.TotalSeconds, string.Create(CultureInfo.InvariantCulture, $"cut {cut}: nobody had the customer for {requeued[^1]:0.0} s"));
            run.Demand((string?)again["waitingSince"] == (string?)item["waitingSince"], $"cut {cut}: the customer has lost the place in the queue");
            run.Demand(await other.ServeAsync(again, null), $"cut {cut}: the next agent could not serve the customer");
        }
        else
        {
            run.Demand(await agent.EndAsync(item), $"cut {cut}: {agent.Login} came back and the customer was gone");
            kept++;
        }
        await RestoreAsync(agent);
    }

    private async Task CheckSaidAsync(int cut, string conversation, string says, bool isTaken)
    {
        run.Demand(isTaken, $"cut {cut}: '{says}' was not taken");
        var times = await crew.CountAsync(conversation, says);
        if (times > 1) run.Findings.Twice($"cut {cut}: '{says}' was said {times} times");
        if (times == 0) run.Findings.Missing($"cut {cut}: '{says}' was not said");
    }

    // Who comes back does so by another way: the old connection stays as it is, so that nothing but its silence tells the node.
    private async Task CutAsync(AgentDesk agent, Way way, bool stays)
    {
        var cut = Stopwatch.GetTimestamp();
        (agent.StaysAway, agent.Through) = (stays, null);
        if (way == Way.Silence) proxies[agent].Traffic = Traffic.Vanishes;
        else if (way == Way.Reset) proxies[agent].Reset();
        else agent.Cut();
        if (!stays) run.Demand(await RowRun.UntilAsync(() => Task.FromResult(agent.ConnectedAt > cut && agent.Connected is not null), Patience) is not null, $"{agent.Login} did not come back");
    }

    // Behind the own proxy again, and ready for customers: whoever missed an offer has to say so.
    private async Task RestoreAsync(AgentDesk agent)
    {
        proxies[agent].Traffic = Traffic.Passes;
        (agent.StaysAway, agent.Through) = (false, new Uri($"http://127.0.0.1:{proxies[agent].Port}"));
        var cut = Stopwatch.GetTimestamp();
        agent.Cut();
        run.Demand(await RowRun.UntilAsync(() => Task.FromResult(agent.ConnectedAt > cut && agent.Connected is not null), Patience) is not null, $"{agent.Login} did not come back");
        await agent.AvailableAsync();
    }

    private enum Way
    {
        End,
        Reset,
        Silence,
    }
}
