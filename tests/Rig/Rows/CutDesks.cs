using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Rig.Rows;

/// <summary>The desks of a crew, each behind a proxy of its own, and each in the hand of one cut at a time.</summary>
internal sealed class CutDesks : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Dictionary<AgentDesk, TcpProxy> proxies = [];
    private readonly ConcurrentDictionary<AgentDesk, bool> taken = [];
    private readonly RowRun run;
    private readonly DeskCrew crew;

    /// <summary>Puts a proxy before every desk; <see cref="RestoreAsync"/> sends it there.</summary>
    public CutDesks(RowRun run, Deployment deployment, DeskCrew crew)
    {
        (this.run, this.crew) = (run, crew);
        foreach (var (place, agent) in crew.Agents.Index()) proxies[agent] = new TcpProxy(deployment.Nodes[place % deployment.Nodes.Count].Address.Port);
    }

    /// <summary>Waits until a conversation is offered to somebody whom no other cut has in hand, and takes them in hand.</summary>
    /// <param name="conversation">The customer's.</param>
    /// <param name="accepts">Whether they take the customer; an offer that has gone on meanwhile is waited for anew.</param>
    /// <param name="but">Who is not meant.</param>
    public async Task<(AgentDesk Agent, JsonNode Item)> TakeAsync(string conversation, bool accepts, AgentDesk? but = null)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(20))
        {
            await RecallAsync();
            if (crew.OfferedTo(conversation, but) is not { } agent || !taken.TryAdd(agent, true)) continue;
            if (agent.Offers.TryGetValue(conversation, out var offer) && (!accepts || await agent.AcceptAsync(offer.Item) is not null)) return (agent, offer.Item);
            Release(agent);
        }
        throw new TimeoutException($"{conversation} was offered to nobody within {Patience.TotalSeconds:0} s who could take it; of {crew.Agents.Count} agents {taken.Count} were in hand and {crew.Agents.Count(agent => agent.IsAway)} away.");
    }

    /// <summary>Lets go of somebody.</summary>
    public void Release(AgentDesk agent) => taken.TryRemove(agent, out _);

    /// <summary>Cuts somebody off. Who comes back does so by another way: the old connection stays as it is, so that nothing but its silence tells the node.</summary>
    public async Task CutAsync(AgentDesk agent, CutWay way, bool stays)
    {
        var cut = Stopwatch.GetTimestamp();
        (agent.StaysAway, agent.Through) = (stays, null);
        if (way == CutWay.Silence) proxies[agent].Traffic = Traffic.Vanishes;
        else if (way == CutWay.Reset) proxies[agent].Reset();
        else agent.Cut();
        if (!stays) await BackAsync(agent, cut);
    }

    /// <summary>Puts somebody behind the own proxy again, and ready for customers: whoever missed an offer has to say so.</summary>
    public async Task RestoreAsync(AgentDesk agent)
    {
        proxies[agent].Traffic = Traffic.Passes;
        (agent.StaysAway, agent.Through) = (false, new Uri($"http://127.0.0.1:{proxies[agent].Port}"));
        var cut = Stopwatch.GetTimestamp();
        agent.Cut();
        await BackAsync(agent, cut);
        await agent.AvailableAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in proxies.Values) await proxy.DisposeAsync();
    }

    // Who did not come to take an offer, since another cut had them in hand, gets no more until they say so.
    private async Task RecallAsync()
    {
        foreach (var missed in crew.Agents.Where(agent => agent.IsAway && taken.TryAdd(agent, true)))
        {
            await missed.AvailableAsync();
            Release(missed);
        }
    }

    private async Task BackAsync(AgentDesk agent, long cut) =>
        run.Demand(await RowRun.UntilAsync(() => Task.FromResult(agent.ConnectedAt > cut && agent.Connected is not null), Patience) is not null, $"{agent.Login} did not come back");
}
