using System.Threading.Channels;

namespace ServiceBot.Bot.Desk.Live;

/// <summary>Waits to be woken, or a while.</summary>
internal sealed class Wakening(TimeProvider clock) : IDisposable
{
    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private IDisposable? subscription;

    /// <summary>Is woken by a subscription, which ends with it.</summary>
    public static Wakening By(Func<Action, IDisposable> subscribe, TimeProvider clock)
    {
        var wakening = new Wakening(clock);
        wakening.subscription = subscribe(wakening.Wake);
        return wakening;
    }

    /// <summary>Ends the waiting, or the next one where nobody waits. Does not block.</summary>
    public void Wake() => woken.Writer.TryWrite(true);

    /// <summary>Waits.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var rest = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(rest.Token, cancellationToken);
        try
        {
            await woken.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // It is time to look again, or the stream is over.
        }
    }

    public void Dispose() => subscription?.Dispose();
}
