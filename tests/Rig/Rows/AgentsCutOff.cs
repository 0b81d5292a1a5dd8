using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Rows;

/// <summary>
/// A17: agents' connections end, are reset, or fall silent, at every moment of serving a customer, several at a time. Whoever is back within the grace goes on as if
/// nothing had been; the customer of whoever stays away is offered to others at the old place.
/// </summary>
internal sealed class AgentsCutOff
{
    private static readonly TimeSpan OwnerlessAtMost = TimeSpan.FromSeconds(45);
    private readonly ConcurrentBag<(CutMoment Moment, CutEnd End, double Seconds)> cuts = [];
    private readonly ConcurrentBag<Story> refunded = [];
    private readonly RowRun run;
    private readonly Deployment deployment;
    private readonly DeskCrew crew;
    private readonly CutDesks desks;

    private AgentsCutOff(RowRun run, Deployment deployment, DeskCrew crew, CutDesks desks) => (this.run, this.deployment, this.crew, this.desks) = (run, deployment, crew, desks);

    /// <summary>Cuts <see cref="RowRun.Times"/> times, <see cref="RowRun.AtOnce"/> agents at a time; after 30 every way was met at every moment, with an agent who comes back and with one who does not.</summary>
    public static async Task RunAsync(RowRun run)
    {
        await using var served = await Deployment.ServedAsync(2, 4 * (run.Times + 1));
        // Of each customer who is cut off from an agent another takes care; and for some seconds nobody knows who is silent, so that offers go to them as well.
        await using var everybody = await DeskCrew.OpenAsync(served, (3 * run.AtOnce) + 4, chatsAtMost: 1);
        await using var proxied = new CutDesks(run, served, everybody);
        foreach (var agent in everybody.Agents) await proxied.RestoreAsync(agent);
        var row = new AgentsCutOff(run, served, everybody, proxied);
        await Parallel.ForAsync(0, run.Times, new ParallelOptions { MaxDegreeOfParallelism = run.AtOnce }, async (cut, _) => await row.CutAsync(Cut.Numbered(cut)));
        await row.TellAsync();
    }

    private async Task CutAsync(Cut cut)
    {
        try
        {
            var conversation = await crew.AskAsync();
            var (agent, item) = await desks.TakeAsync(conversation, accepts: cut.Moment > CutMoment.Claiming);
            try
            {
                await CutAsync(cut, conversation, agent, item);
            }
            finally
            {
                await desks.RestoreAsync(agent);
                desks.Release(agent);
            }
        }
        catch (Exception fault) when (fault is TimeoutException or InvalidDataException)
        {
            run.Findings.Missing($"{cut}: {fault.Message}");
        }
    }

    private async Task CutAsync(Cut cut, string conversation, AgentDesk agent, JsonNode item)
    {
        var act = new CutAct(run, deployment, crew, cut, agent, conversation);
        await act.BeginAsync(item);
        if (act.Story is { } story) refunded.Add(story);
        var lost = Stopwatch.GetTimestamp();
        await desks.CutAsync(agent, cut.Way, cut.Stays);
        var isOwner = await act.EndAsync();
        if (isOwner && !cut.Stays)
        {
            await act.GoOnAsync(item);
            cuts.Add((cut.Moment, CutEnd.CameBack, 0));
            return;
        }
        var (other, again) = await desks.TakeAsync(conversation, accepts: true, but: agent);
        var took = Stopwatch.GetElapsedTime(lost).TotalSeconds;
        cuts.Add((cut.Moment, isOwner ? CutEnd.StayedAway : CutEnd.OfferedOn, took));
        run.Demand(took <= OwnerlessAtMost.TotalSeconds, string.Create(CultureInfo.InvariantCulture, $"{cut}: nobody had the customer for {took:0.0} s"));
        run.Demand((string?)again["waitingSince"] == (string?)item["waitingSince"], $"{cut}: the customer has lost the place in the queue");
        run.Demand(await other.EndAsync(again), $"{cut}: the next agent could not serve the customer");
        desks.Release(other);
    }

    private async Task TellAsync()
    {
        var compared = await crew.CompareAsync(run);
        await run.Output.WriteLineAsync($"A17: {run.Times} times an agent is cut off, {run.AtOnce} at a time, by an end, a reset and a silent network in turn");
        foreach (var moment in cuts.GroupBy(cut => cut.Moment).OrderBy(moment => moment.Key))
            await run.NoteAsync($"{moment.Key,-14} {moment.Count()}: {string.Join("; ", moment.GroupBy(cut => cut.End).OrderBy(end => end.Key).Select(end => Tell(end.Key, [.. end.Select(cut => cut.Seconds).Order()])))}");
        await run.NoteAsync($"refunds        {refunded.Sum(story => story.Receipts.Count)} receipts of {refunded.Count} customers");
        await run.NoteAsync($"events         {compared} compared over all desks");
        var money = await deployment.CheckAsync(refunded);
        await run.NoteAsync($"their money    {money}");
        run.Demand(money.IsClean, "the refunds are not as they should be");

        static string Tell(CutEnd end, double[] seconds) => end switch
        {
            CutEnd.CameBack => $"{seconds.Length} came back and went on",
            CutEnd.StayedAway => string.Create(CultureInfo.InvariantCulture, $"{seconds.Length} stayed away, offered to another after {seconds[seconds.Length / 2]:0.0} s median, {seconds[^1]:0.0} s longest"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds.Length} not theirs yet, offered on after {seconds[seconds.Length / 2]:0.0} s median, {seconds[^1]:0.0} s longest"),
        };
    }

    private enum CutEnd
    {
        CameBack,
        StayedAway,
        OfferedOn,
    }
}
