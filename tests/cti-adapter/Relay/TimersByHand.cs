using System.Threading.Channels;

namespace ServiceBot.CtiAdapter.Tests.Relay;

/// <summary>A clock whose timers ring when a test says so.</summary>
internal sealed class TimersByHand : TimeProvider
{
    private readonly Channel<Set> timers = Channel.CreateUnbounded<Set>();

    /// <summary>The next timer that is set, in order.</summary>
    public Task<Set> NextAsync() => timers.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Set(callback, state, dueTime);
        timers.Writer.TryWrite(timer);
        return timer;
    }

    /// <summary>A timer that was set.</summary>
    /// <param name="callback">What rings.</param>
    /// <param name="state">Its argument.</param>
    /// <param name="due">After how long it would ring.</param>
    internal sealed class Set(TimerCallback callback, object? state, TimeSpan due) : ITimer
    {
        public TimeSpan Due => due;

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
