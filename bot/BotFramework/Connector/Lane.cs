using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>The delivery of one conversation: one at a time, and again whenever the log has grown meanwhile.</summary>
internal sealed class Lane(string conversation, Func<Lane, Task> drain, INotices notices) : IDisposable
{
    private readonly Lock subscribing = new();
    private IDisposable? subscription;
    private int nudges;
    private long newest;
    private long delivered;
    private volatile bool isHeld;

    public string Conversation => conversation;
    public SemaphoreSlim Gate { get; } = new(1, 1);
    public DateTimeOffset Touched { get; set; }

    /// <summary>How the conversation is reached, as far as this node heard it itself.</summary>
    public ConversationReference? Reference { get; set; }

    /// <summary>Whether something waits to be tried again.</summary>
    public bool Failed { get; set; }

    /// <summary>
    /// Up to where this node knows that the log was delivered, or taken along by answers; the store's mark may lie before it. It only spares reading:
    /// what is sent is decided by that mark.
    /// </summary>
    public long Delivered
    {
        get => Volatile.Read(ref delivered);
        set => Volatile.Write(ref delivered, value);
    }

    /// <summary>The mark in the store, as this node last knew it.</summary>
    public long Marked { get; set; }

    /// <summary>When to look whether a notice was lost.</summary>
    public DateTimeOffset LookAt { get; set; }

    /// <summary>Watches the conversation's log from now on.</summary>
    public void Subscribe()
    {
        lock (subscribing) subscription ??= notices.Subscribe(conversation, Grown);
    }

    /// <summary>Says that there may be something to deliver.</summary>
    public void Nudge()
    {
        if (Interlocked.Increment(ref nudges) == 1) _ = Task.Run(RunAsync); // whoever brings the notice must not wait for the store
    }

    /// <summary>Leaves what comes to whoever holds the <see cref="Gate"/>, until <see cref="LetGo"/>.</summary>
    public void Hold() => isHeld = true;

    /// <summary>Delivers what came meanwhile and was not taken along.</summary>
    public void LetGo()
    {
        isHeld = false;
        Gate.Release();
        if (Volatile.Read(ref newest) > Delivered) Nudge();
    }

    /// <summary>Watches no longer; what is under way ends.</summary>
    public void Dispose()
    {
        lock (subscribing) subscription?.Dispose();
    }

    private void Grown(long sequence)
    {
        if (sequence <= Delivered) Delivered = 0; // the store was emptied, and counts anew; or the notice was overtaken, which costs a look
        Interlocked.Exchange(ref newest, sequence); // seen by whoever lets go, before it is looked whether anybody holds
        if (!isHeld) Nudge();
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
