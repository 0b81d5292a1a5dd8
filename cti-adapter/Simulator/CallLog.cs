using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>All that happened to a call, in order; readers follow it from any point.</summary>
public sealed class CallLog
{
    private readonly Lock write = new();
    private ImmutableArray<CallEvent> events = [];
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool closed;

    /// <summary>Everything so far.</summary>
    public ImmutableArray<CallEvent> Events
    {
        get
        {
            lock (write) return events;
        }
    }

    /// <summary>Follows the log until the call is over.</summary>
    /// <param name="after">The number of the last event that is known; 0 for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<CallEvent> ReadAsync(int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            ImmutableArray<CallEvent> known;
            Task more;
            bool over;
            lock (write) (known, more, over) = (events, grown.Task, closed);
            for (; after < known.Length; after++) yield return known[after];
            if (over) yield break;
            await more.WaitAsync(cancellationToken);
        }
    }

    internal void Append(CallEvent entry, DateTimeOffset at)
    {
        lock (write)
        {
            events = events.Add(entry with { Number = events.Length + 1, At = at });
            Wake();
        }
    }

    internal void Close()
    {
        lock (write)
        {
            closed = true;
            Wake();
        }
    }

    private void Wake()
    {
        var readers = grown;
        grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readers.SetResult();
    }
}
