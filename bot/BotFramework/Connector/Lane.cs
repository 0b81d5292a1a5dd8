using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>The delivery of one conversation: one at a time, and again whenever the log has grown meanwhile.</summary>
internal sealed class Lane(string conversation, Func<Lane, Task> drain, INotices notices) : IDisposable
{
    private readonly Lock subscribing = new();
    private IDisposable? subscription;
    private int nudges;

    public string Conversation => conversation;
    public SemaphoreSlim Gate { get; } = new(1, 1);
    public DateTimeOffset Touched { get; set; }

    /// <summary>How the conversation is reached, as far as this node heard it itself.</summary>
    public ConversationReference? Reference { get; set; }

    /// <summary>Whether something waits to be tried again.</summary>
    public bool Failed { get; set; }

    /// <summary>Watches the conversation's log from now on.</summary>
    public void Subscribe()
    {
        lock (subscribing) subscription ??= notices.Subscribe(conversation, _ => Nudge());
    }

    /// <summary>Says that there may be something to deliver.</summary>
    public void Nudge()
    {
        if (Interlocked.Increment(ref nudges) == 1) _ = Task.Run(RunAsync); // whoever brings the notice must not wait for the store
    }

    /// <summary>Watches no longer; what is under way ends.</summary>
    public void Dispose()
    {
        lock (subscribing) subscription?.Dispose();
    }

    private async Task RunAsync()
    {
        int served;
        do
        {
            served = Volatile.Read(ref nudges);
            await drain(this);
        }
        while (Interlocked.Add(ref nudges, -served) > 0);
    }
}
