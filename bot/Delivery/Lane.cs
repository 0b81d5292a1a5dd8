namespace ServiceBot.Bot.Delivery;

/// <summary>
/// The delivery of one conversation on this node: one at a time, and again whenever the log has grown meanwhile. It is there while somebody uses it, and
/// for a while after, for what it remembers.
/// </summary>
internal sealed class Lane(string conversation, Func<Lane, Task> drain)
{
    private readonly Lock count = new();
    private int users;
    private bool isDropped;
    private DateTimeOffset touched;
    private int nudges;
    private long newest;
    private long delivered;
    private volatile bool isHeld;

    public string Conversation => conversation;

    /// <summary>Entered by whoever delivers, or takes along with an answer.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How the conversation is reached, as this node was told or read last.</summary>
    public Reached? Reached { get; set; }

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

    /// <summary>The highest sequence that was told: whatever the log does not show of it any more is gone.</summary>
    public long Newest => Volatile.Read(ref newest);

    /// <summary>Whether somebody uses the lane, or delivers.</summary>
    public bool IsUsed
    {
        get
        {
            lock (count) return users > 0;
        }
    }

    /// <summary>Uses the lane until <see cref="Leave"/>; false where it was dropped, and another has to be found.</summary>
    public bool TryEnter(DateTimeOffset now)
    {
        lock (count)
        {
            if (isDropped) return false;
            users++;
            touched = now;
            return true;
        }
    }

    /// <summary>Ends a use.</summary>
    public void Leave()
    {
        lock (count) users--;
    }

    /// <summary>Drops the lane where nobody uses it, nor has since then.</summary>
    public bool TryDrop(DateTimeOffset since)
    {
        lock (count) return isDropped |= users == 0 && touched < since;
    }

    /// <summary>Says that the log has grown to this sequence. To be called by a user.</summary>
    public void Grown(long sequence)
    {
        if (sequence <= Delivered) Delivered = 0; // the store was emptied, and counts anew; or the notice was overtaken, which costs a look
        Interlocked.Exchange(ref newest, sequence); // seen by whoever lets go, before it is looked whether anybody holds
        if (!isHeld) Nudge();
    }

    /// <summary>Leaves what comes to whoever holds the <see cref="Gate"/>, until <see cref="LetGo"/>.</summary>
    public void Hold() => isHeld = true;

    /// <summary>Delivers what came meanwhile and was not taken along. To be called by a user.</summary>
    public void LetGo()
    {
        isHeld = false;
        Gate.Release();
        if (Newest > Delivered) Nudge();
    }

    private void Nudge()
    {
        if (Interlocked.Increment(ref nudges) > 1) return;
        lock (count) users++;
        _ = Task.Run(RunAsync); // whoever brings the notice must not wait for the store
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
        Leave();
    }
}

/// <summary>How a conversation is reached.</summary>
/// <param name="Reference">As it is kept.</param>
/// <param name="Destination">The same, read.</param>
internal sealed record Reached(ReadOnlyMemory<byte> Reference, IDestination Destination);
