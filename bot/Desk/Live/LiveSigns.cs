using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Nodes;

namespace ServiceBot.Bot.Desk.Live;

/// <summary>Who else looks at a conversation, and who is writing in it.</summary>
/// <param name="Lookers">Names of the others who have it open.</param>
/// <param name="Writers">Names of the others at the desk who are writing to the customer.</param>
/// <param name="CustomerWrites">Whether the customer is writing.</param>
internal sealed record SignsView(ImmutableArray<string> Lookers, ImmutableArray<string> Writers, bool CustomerWrites)
{
    public bool Equals(SignsView? other) => other is not null && CustomerWrites == other.CustomerWrites && Lookers.SequenceEqual(other.Lookers) && Writers.SequenceEqual(other.Writers);

    public override int GetHashCode() => HashCode.Combine(CustomerWrites, Lookers.Length, Writers.Length);
}

/// <summary>
/// Who looks and who writes, at whatever node: told over the bus, held in memory and gone by itself within seconds, so that a sign that was lost is made
/// good by the next one. Nothing of it is ever stored.
/// </summary>
internal sealed class LiveSigns : IHearsTyping
{
    /// <summary>How long whoever looks counts as looking without saying so again.</summary>
    public static readonly TimeSpan LookLasts = TimeSpan.FromSeconds(12);
    /// <summary>How long a sign of writing lasts.</summary>
    public static readonly TimeSpan WritingLasts = TimeSpan.FromSeconds(6);
    private const string Subject = "desk-signs";
    private const string Customer = "";
    private const int TidyFrom = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<(SignKind Kind, string Who), Lasting>> conversations = new(StringComparer.Ordinal);
    private ImmutableArray<Subscription> subscriptions = [];
    private readonly INodeBus bus;
    private readonly TimeProvider clock;

    public LiveSigns(INodeBus bus, TimeProvider clock)
    {
        (this.bus, this.clock) = (bus, clock);
        bus.Hear(Subject, Hear);
    }

    /// <summary>Hears that the signs of a conversation have changed, or perhaps not, until disposed. The callback must not block.</summary>
    public IDisposable Subscribe(string conversation, Action changed)
    {
        var subscription = new Subscription(this, conversation, changed);
        ImmutableInterlocked.Update(ref subscriptions, (all, one) => all.Add(one), subscription);
        return subscription;
    }

    /// <summary>An agent looks, and says so again before <see cref="LookLasts"/> is over.</summary>
    public void Look(string conversation, string agent, string name) => Tell(new Sign(conversation, SignKind.Looks, agent, name, true));

    /// <summary>An agent looks no longer.</summary>
    public void Leave(string conversation, string agent) => Tell(new Sign(conversation, SignKind.Looks, agent, "", false));

    /// <summary>An agent writes to the customer.</summary>
    public void AgentWrites(string conversation, string agent, string name) => Tell(new Sign(conversation, SignKind.Writes, agent, name, true));

    /// <inheritdoc/>
    public void CustomerWrites(string conversation, bool writes)
    {
        // Most customers write to the bot, and nobody looks: then no node need hear of it.
        lock (gate) if (!conversations.ContainsKey(conversation)) return;
        Tell(new Sign(conversation, SignKind.Writes, Customer, "", writes));
    }

    /// <summary>The signs as they are now, without an agent's own.</summary>
    /// <returns>The signs, and when they look different if nothing more happens; null where never.</returns>
    public (SignsView View, DateTimeOffset? Until) Of(string conversation, string agent)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var signs = (conversations.GetValueOrDefault(conversation) ?? []).Where(sign => sign.Value.Until > now && sign.Key.Who != agent).OrderBy(sign => sign.Value.Name, StringComparer.Ordinal).ToArray();
            return (
                new SignsView(
                    [.. signs.Where(sign => sign.Key.Kind == SignKind.Looks).Select(sign => sign.Value.Name)],
                    [.. signs.Where(sign => sign.Key.Kind == SignKind.Writes && sign.Key.Who != Customer).Select(sign => sign.Value.Name)],
                    signs.Any(sign => sign.Key == (SignKind.Writes, Customer))),
                signs.Length == 0 ? null : signs.Min(sign => sign.Value.Until));
        }
    }

    private void Tell(Sign sign)
    {
        Take(sign);
        bus.Tell(Subject, JsonSerializer.Serialize(sign, DeskJson.Options));
    }

    private void Hear(string message)
    {
        try
        {
            if (JsonSerializer.Deserialize<Sign>(message, DeskJson.Options) is { } sign) Take(sign);
        }
        catch (JsonException)
        {
            // A node of another version tells what this one does not know; signs may be lost.
        }
    }

    private void Take(Sign sign)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (conversations.Count > TidyFrom) foreach (var stale in conversations.Where(each => each.Value.Values.All(lasting => lasting.Until <= now)).Select(each => each.Key).ToArray()) conversations.Remove(stale);
            if (!conversations.TryGetValue(sign.Conversation, out var signs)) conversations[sign.Conversation] = signs = [];
            if (sign.IsOn) signs[(sign.Kind, sign.Who)] = new Lasting(sign.Name, now + (sign.Kind == SignKind.Looks ? LookLasts : WritingLasts));
            else signs.Remove((sign.Kind, sign.Who));
            foreach (var over in signs.Where(each => each.Value.Until <= now).Select(each => each.Key).ToArray()) signs.Remove(over);
            if (!signs.Keys.Any(each => each.Kind == SignKind.Looks)) conversations.Remove(sign.Conversation); // nobody sees the rest
        }
        foreach (var subscription in subscriptions.Where(each => each.Conversation == sign.Conversation)) subscription.Changed();
    }

    private sealed class Subscription(LiveSigns signs, string conversation, Action changed) : IDisposable
    {
        public string Conversation => conversation;
        public Action Changed => changed;
        public void Dispose() => ImmutableInterlocked.Update(ref signs.subscriptions, (all, one) => all.Remove(one), this);
    }

    private enum SignKind
    {
        Looks,
        Writes,
    }

    private sealed record Sign(string Conversation, SignKind Kind, string Who, string Name, bool IsOn);

    private readonly record struct Lasting(string Name, DateTimeOffset Until);
}
