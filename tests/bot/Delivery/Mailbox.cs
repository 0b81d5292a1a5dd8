using System.Collections.Concurrent;
using System.Text;
using ServiceBot.Bot.Delivery;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Delivery;

/// <summary>A channel that takes messages, or not.</summary>
internal sealed class Mailbox : IPushChannel
{
    private int attempts;

    public ConcurrentQueue<string> Arrived { get; } = [];
    public Sending Answer { get; set; } = Sending.Sent;
    public TimeSpan Takes { get; set; }

    /// <summary>What it waits for besides, until it has taken a message.</summary>
    public Task Opens { get; set; } = Task.CompletedTask;

    public int Attempts => attempts;

    public bool Has(string conversationId) => conversationId.StartsWith("push-", StringComparison.Ordinal);

    public IDestination DestinationOf(ReadOnlyMemory<byte> reference) => new Slot(this, Encoding.UTF8.GetString(reference.Span));

    private sealed class Slot(Mailbox mailbox, string address) : IDestination
    {
        public string Channel => "push";

        public async Task<Sending> SendAsync(string conversationId, LogEntry entry, LogEntry? answered, CancellationToken cancellationToken)
        {
            var (answer, takes) = (mailbox.Answer, mailbox.Takes); // whoever has seen the attempt may change them for the next
            Interlocked.Increment(ref mailbox.attempts);
            await Task.Delay(takes, cancellationToken);
            await mailbox.Opens.WaitAsync(cancellationToken);
            if (answer == Sending.Sent) mailbox.Arrived.Enqueue($"{address}: {entry.Message?.Text}");
            return answer;
        }
    }
}
