using System.Collections.Concurrent;

namespace ServiceBot.Rig.Load;

/// <summary>Customers who talk with the bot, so many at a time, until told to come to an end.</summary>
internal sealed class Customers : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentBag<Story> stories = [];
    private readonly BotClient bot;
    private readonly int first;
    private readonly int most;
    private readonly TimeSpan pause;
    private readonly bool isForgiving;
    private readonly Task[] places;
    private volatile TaskCompletionSource confirming = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Gathering? gathering;
    private int next = -1;

    /// <summary>Lets them begin.</summary>
    /// <param name="bot">With whom they talk.</param>
    /// <param name="atOnce">How many at a time.</param>
    /// <param name="first">The first customer's number.</param>
    /// <param name="most">How many the shop has.</param>
    /// <param name="pause">How long a place stays empty between two customers.</param>
    /// <param name="isForgiving">Whether they say again what was forgotten.</param>
    public Customers(BotClient bot, int atOnce, int first, int most, TimeSpan pause = default, bool isForgiving = false)
    {
        (this.bot, this.first, this.most, this.pause, this.isForgiving) = (bot, first, most, pause, isForgiving);
        places = [.. Enumerable.Range(0, atOnce).Select(_ => Task.Run(ComeAndGoAsync))];
    }

    /// <summary>Every story that was begun.</summary>
    public IReadOnlyCollection<Story> Stories => stories;

    /// <summary>Waits until somebody is about to say yes to a refund.</summary>
    public Task NextConfirmationAsync() => confirming.Task;

    /// <summary>Holds everybody back who is about to say yes to a refund, until so many are, or nobody wants to wait any longer; then all say it at once.</summary>
    public async Task GatherAsync(int customers, TimeSpan atMost)
    {
        var here = new Gathering(customers);
        gathering = here;
        await Task.WhenAny(here.All, AllAsync(), Task.Delay(atMost));
        gathering = null;
        here.Open();
    }

    /// <summary>Waits until every customer of the shop has come and gone.</summary>
    public Task AllAsync() => Task.WhenAll(places);

    /// <summary>Lets no new customer in, and waits for those who are there: they finish the wish that they pursue.</summary>
    public async Task EndAsync()
    {
        await ending.CancelAsync();
        await AllAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ending.Dispose();
    }

    private async Task ComeAndGoAsync()
    {
        while (!ending.IsCancellationRequested && Interlocked.Increment(ref next) is var place && place < most)
        {
            var story = new Story(first + place);
            stories.Add(story);
            await new Customer(story, bot, ConfirmAsync, isForgiving).LiveAsync(ending.Token);
            await Task.Delay(pause);
        }
    }

    private Task ConfirmAsync()
    {
        Interlocked.Exchange(ref confirming, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return gathering?.EnterAsync() ?? Task.CompletedTask;
    }

    private sealed class Gathering(int customers)
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int here;

        public Task All => all.Task;

        public Task EnterAsync()
        {
            if (Interlocked.Increment(ref here) >= customers) Open();
            return all.Task;
        }

        public void Open() => all.TrySetResult();
    }
}
