using System.Threading.Channels;
using ServiceBot.Bot.Nodes;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>Wakes the dispatcher before its second is over, whichever node it works on.</summary>
internal sealed class Nudges
{
    private const string Subject = "desk";

    private readonly Channel<bool> given = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly INodeBus bus;
    private readonly TimeProvider clock;

    public Nudges(INodeBus bus, TimeProvider clock)
    {
        (this.bus, this.clock) = (bus, clock);
        bus.Hear(Subject, _ => given.Writer.TryWrite(true));
    }

    /// <summary>Says that something changed.</summary>
    public void Give()
    {
        given.Writer.TryWrite(true);
        bus.Tell(Subject, "changed");
    }

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
