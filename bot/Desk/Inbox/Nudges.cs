using System.Threading.Channels;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>Wakes the dispatcher before its second is over.</summary>
internal sealed class Nudges(TimeProvider clock)
{
    private readonly Channel<bool> given = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that something changed.</summary>
    public void Give() => given.Writer.TryWrite(true);

    /// <summary>Waits for a nudge, that time, or the end.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var rest = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(rest.Token, cancellationToken);
        try
        {
            await given.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is over, or the program stops.
        }
    }
}
