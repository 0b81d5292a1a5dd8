using System.Diagnostics;
using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

namespace ServiceBot.Rig.Rows;

/// <summary>One run of a row: how large it is to be, and where it tells what it saw.</summary>
internal sealed class RowRun
{
    /// <summary>How often what the row does is done.</summary>
    public required int Times { get; init; }

    /// <summary>How many customers talk at a time.</summary>
    public required int AtOnce { get; init; }

    /// <summary>How long a load lasts, where the row is about one.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Turns or events a second, where the row is about a load.</summary>
    public required int Rate { get; init; }

    /// <summary>The build of the version before, where the row is about it.</summary>
    public required string? Before { get; init; }

    /// <summary>Where it is told.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>What was found against the promises beside what reports tell.</summary>
    public Findings Findings { get; } = new();

    /// <summary>Whether every promise held so far.</summary>
    public bool IsClean { get; private set; } = true;

    /// <summary>Tells one figure.</summary>
    public Task NoteAsync(string line) => Output.WriteLineAsync("  " + line);

    /// <summary>Tells what a run under load came to.</summary>
    public async Task TellAsync(string what, Report report)
    {
        IsClean &= report.Findings.IsClean;
        await Output.WriteLineAsync($"{what}{Environment.NewLine}{report}");
    }

    /// <summary>Notes as wrong what should hold and does not.</summary>
    public void Demand(bool holds, string otherwise)
    {
        if (!holds)
            Findings.Amiss(otherwise);
    }

    /// <summary>Tells what was found beside the reports.</summary>
    public async Task EndAsync()
    {
        IsClean &= Findings.IsClean;
        await NoteAsync($"found beside   {Findings}");
    }

    /// <summary>Waits until something holds.</summary>
    /// <returns>How long that took, or null where it did not within the time.</returns>
    public static async Task<TimeSpan?> UntilAsync(Func<Task<bool>> holds, TimeSpan atMost)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < atMost; await Task.Delay(50))
            if (await holds())
                return waited.Elapsed;
        return null;
    }

    /// <summary>Waits until every node is ready.</summary>
    public static Task ReadyAsync(Deployment deployment) => Task.WhenAll(deployment.Nodes.Select(node => node.UntilReadyAsync()));
}
