using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Worlds;

/// <summary>A whole conversation in memory: the real pipeline, dialogs, books and understanding, over a shop of one customer.</summary>
internal sealed class World
{
    private int _events;

    public World(ShopPolicy? policy = null)
    {
        policy ??= ShopPolicy.KoreanDemo;
        Runner = new DialogRunner(DialogCatalog.Create(), policy, new SentenceRenderer(SentenceBooks.Load()));
        Turns = new TurnPipeline(Store, new PatternUnderstanding(new() { OrderNumbers = [.. policy.Identity.OrderNumbers.Select(pattern => pattern.ToString())] }), Runner, Shop, Shop, Notices, new TurnGate(), new Failures());
    }

    public MemoryStore Store { get; } = new();
    public SmallShop Shop { get; } = new();
    public ToldNotices Notices { get; } = new();
    public TurnPipeline Turns { get; }
    public DialogRunner Runner { get; }
    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    /// <summary>Where the customer is; other channels take part as soon as something came from them.</summary>
    public Channel Channel { get; set; } = new("test") { HasButtons = true, TakesPhotos = true };
    /// <summary>The number that calls, on a telephone.</summary>
    public string? From { get; set; }
    public Message Last { get; private set; } = new("");
    public ConversationContext Context => Store.Context ?? throw new InvalidOperationException("Nothing was said yet.");

    public Task<string> Start(string locale = "ko-KR", string? eventId = null) => Take(new Started(), locale, eventId);

    public Task<string> Say(string words, string? eventId = null) => Take(new Utterance(words), null, eventId);

    /// <summary>Words that were spoken, as surely as speech recognition heard them; 0 where it does not tell.</summary>
    public Task<string> Speak(string words, double confidence = 0.95) => Take(new Utterance(words) { Confidence = confidence }, null);

    public async Task<string> Tell(params string[] lines)
    {
        var said = "";
        foreach (var line in lines) said = await Say(line);
        return said;
    }

    public Task<string> Show(params string[] photos) => Take(new Photos([.. photos]), null);

    /// <summary>What an agent does, by the version that the agent saw; the newest unless another is given.</summary>
    public async Task<TurnResult> Act(AgentInput act, long? version = null)
    {
        Now = Now.AddSeconds(10);
        var result = await Turns.RunAsync(new Turn("c1", $"a{++_events}", Channel, act, Now) { Sender = Sender.Agent, ExpectedVersion = version ?? Context.Version }, TestContext.Current.CancellationToken);
        if (result.Kind == TurnResultKind.Failed) throw new InvalidOperationException("The turn failed.", Failures.Last);
        var said = result.Replies.Select(entry => entry.Message).OfType<Message>().ToArray();
        if (said.Length > 0) Last = said[^1];
        return result;
    }

    /// <summary>The packet as an agent of that language would see it now.</summary>
    public async Task<HandoffPacket> Packet(SpokenLanguage language = SpokenLanguage.Korean)
    {
        var facts = new Facts();
        while (true)
        {
            if (Runner.Packet(Context, facts, language, Now) is { } packet) return packet;
            await Shop.FetchMissingAsync(facts, Now, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What the bot would suggest to the agent who owns the conversation, as an answer to what the customer said last.</summary>
    public async Task<string> Suggestion()
    {
        var last = Store.Journal.Last(entry => entry.Turn.Sender == Sender.Customer);
        var facts = new Facts();
        while (true)
        {
            if (Runner.Suggest(Context, last.Turn, last.Recognition ?? throw new InvalidOperationException("The customer said nothing."), facts) is { } said) return string.Join("\n", said.Select(message => message.Text));
            await Shop.FetchMissingAsync(facts, Now, TestContext.Current.CancellationToken);
        }
    }

    public async Task<string> Take(TurnInput input, string? locale, string? eventId = null, long? shown = null)
    {
        Now = Now.AddSeconds(10);
        var result = await Turns.RunAsync(new Turn("c1", eventId ?? $"e{++_events}", Channel, input, Now) { Locale = locale, From = From, Original = Channel.Speaks ? null : "{}", Shown = shown }, TestContext.Current.CancellationToken);
        if (result.Kind == TurnResultKind.Failed) throw new InvalidOperationException("The turn failed.", Failures.Last);
        var said = result.Replies.Select(entry => entry.Message).OfType<Message>().ToArray();
        if (said.Length > 0) Last = said[^1];
        return string.Join("\n", said.Select(message => message.Text));
    }

    /// <summary>Nobody listens; what was told is remembered, as by a node.</summary>
    public sealed class ToldNotices : INotices
    {
        public long Newest { get; set; }

        public void Publish(string conversationId, long sequence) => Newest = Math.Max(Newest, sequence);

        public long NewestOf(string conversationId) => Newest;

        public IDisposable Subscribe(string conversationId, Action<long> onGrown) => throw new NotSupportedException();

        public IDisposable OnPublished(Action<string, long> onGrown) => throw new NotSupportedException();
    }

    private sealed class Failures : ITurnFailures
    {
        public static Exception? Last { get; private set; }

        public TurnResult Apologise(Turn turn, Exception exception)
        {
            Last = exception;
            return new TurnResult(TurnResultKind.Failed, 0, []);
        }

        public void Postpone(Turn turn, Exception exception) => Last = exception;
    }
}

/// <summary>One conversation, written and read as JSON like a real store.</summary>
internal sealed class MemoryStore : IContextStore
{
    private readonly Dictionary<string, long> _events = new(StringComparer.Ordinal);
    private string? _context;

    public List<LogEntry> Log { get; } = [];

    /// <summary>Loses what was committed since, as a store does that comes back with less than it had.</summary>
    public Action Remember()
    {
        var (context, entries) = (_context, Log.Count);
        return () =>
        {
            _context = context;
            Log.RemoveRange(entries, Log.Count - entries);
        };
    }

    /// <summary>How many of the next commits another turn comes before.</summary>
    public int Beaten { get; set; }
    public List<JournalEntry> Journal { get; } = [];
    public ConversationContext? Context => _context is null ? null : JsonSerializer.Deserialize(_context, TurnsJson.Default.ConversationContext);

    /// <summary>How often somebody read it.</summary>
    public int Loads { get; private set; }

    /// <summary>Whether the node remembers what it wrote last.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>What the node takes for the newest.</summary>
    public ConversationContext? Recalled { get; set; }

    public ConversationContext? Recall(string conversationId) => Remembers ? Recalled : null;

    public Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken)
    {
        Loads++;
        return Task.FromResult(new Loaded(Context, _events.TryGetValue(channel + eventId, out var at) ? at : null));
    }

    public Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        if (Beaten > 0)
        {
            Beaten--;
            return Task.FromResult(false);
        }
        Recalled = null;
        if ((Context?.Version ?? 0) != commit.ExpectedVersion || _events.ContainsKey(commit.Channel + commit.EventId)) return Task.FromResult(false);
        Recalled = commit.Context;
        _context = JsonSerializer.Serialize(commit.Context, TurnsJson.Default.ConversationContext);
        _events[commit.Channel + commit.EventId] = commit.Entries.IsEmpty ? 0 : commit.Entries[0].Sequence;
        Log.AddRange(commit.Entries);
        Journal.Add(JsonSerializer.Deserialize(JsonSerializer.Serialize(commit.Journal, TurnsJson.Default.JournalEntry), TurnsJson.Default.JournalEntry)!);
        return Task.FromResult(true);
    }

    public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken) =>
        Task.FromResult(Log.Where(entry => entry.Sequence > after).ToImmutableArray());

    public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => Task.FromResult(Journal.ToImmutableArray());

    public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<string>.Empty);

    public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<Undelivered>.Empty);

    public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(string conversationId, CancellationToken cancellationToken)
    {
        _context = null;
        return Task.CompletedTask;
    }
}

/// <summary>A shop of one customer with two delivered orders, that remembers the effects that ran.</summary>
internal sealed class SmallShop : IFacts, IEffects
{
    private static readonly DateTimeOffset Delivered = new(2026, 11, 18, 3, 0, 0, TimeSpan.Zero);

    public Dictionary<string, Effect> Ran { get; } = new(StringComparer.Ordinal);
    public Func<Effect, Outcome>? Answers { get; set; }
    public List<Case> Cases { get; } = [];

    /// <summary>What the shop's records know of the conversation.</summary>
    public KnownConversation? Known { get; set; }

    /// <summary>How the desk stands; null for a shop without one.</summary>
    public DeskStanding? Desk { get; set; }

    public Customer Customer { get; set; } = new("C1", "김하늘")
    {
        Email = "haneul@example.com",
        Phone = "01000001234",
        PaymentMethods = [new("card1", PaymentKinds.Card) { Brand = "신한", LastFour = "1234" }, new("gift1", PaymentKinds.GiftCard) { Balance = new Money(50000, "KRW") }],
    };

    public List<Order> Orders { get; } =
    [
        new("20261115-0000001", "C1", OrderStatuses.Delivered, "KRW")
        {
            PlacedAt = new(2026, 11, 15, 1, 0, 0, TimeSpan.Zero),
            ReturnFeesShown = true,
            ShipTo = new Address("서울시 중구 세종대로 110", "04524"),
            Lines =
            [
                Line("L1", "무선 주전자", "블루", 35000, "Wireless Kettle", "blue"),
                Line("L2", "무선 주전자", "화이트", 35000, "Wireless Kettle", "white"),
                Line("L3", "머그컵", "빨강", 12000, "Mug", "red"),
            ],
            Shipments = [new Shipment("S1", "delivered") { Carrier = "CJ대한통운", Waybill = "123456789012", DeliveredAt = Delivered, LineIds = ["L1", "L2", "L3"] }],
            Payments = [new Payment("P1", "card1", PaymentKinds.Card, 82000)],
        },
        new("20261110-0000002", "C1", OrderStatuses.Delivered, "KRW")
        {
            PlacedAt = new(2026, 11, 10, 1, 0, 0, TimeSpan.Zero),
            ReturnFeesShown = true,
            ShipTo = new Address("서울시 중구 세종대로 110", "04524"),
            Lines = [Line("L1", "책상", "월넛", 120000, "Desk", "walnut")],
            Shipments = [new Shipment("S2", "delivered") { Carrier = "CJ대한통운", Waybill = "123456789013", DeliveredAt = Delivered, LineIds = ["L1"] }],
            Payments = [new Payment("P2", "card1", PaymentKinds.Card, 120000)],
        },
    ];

    /// <summary>The keys of what was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public Task<object?> FetchAsync(Need need, CancellationToken cancellationToken)
    {
        Asked.Add(need.Key);
        return Task.FromResult(Fact(need));
    }

    private object? Fact(Need need) => need switch
    {
        CustomerByClaim { Claim: var claim } => Proves(claim) ? Customer : null,
        CustomerById => Customer,
        OrdersOf => new OrderList([.. Orders]),
        CasesOf => new CaseList([.. Cases]),
        DeskStandingFor => Desk,
        CaseByNumber number => Cases.Find(found => found.Number == number.Number),
        ConversationOf => Known,
        _ => throw new NotSupportedException(need.Key),
    };

    public Task<Outcome> RunAsync(string key, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Ran[key] = effect;
        if (effect is OpenReturn returned) Take(returned);
        return Task.FromResult(Answers?.Invoke(effect) ?? new Outcome(OutcomeKind.Done, effect switch
        {
            OpenReturn { KeepGoods: true } => new Receipt("F-30001", "refund"),
            OpenReturn => new Receipt("R-20417", "return"),
            WithdrawReturn taken => new Receipt(taken.Number, "withdrawal"),
            OpenCase opened => new Receipt("C-10023", opened.Kind),
            _ => null,
        }));
    }

    // As in a real shop: what was returned cannot be returned again.
    private void Take(OpenReturn returned)
    {
        var at = Orders.FindIndex(order => order.Id == returned.OrderId);
        Orders[at] = Orders[at] with
        {
            Status = OrderStatuses.ReturnRequested,
            Lines = [.. Orders[at].Lines.Select(line => returned.Lines.FirstOrDefault(taken => taken.LineId == line.Id) is { } taken ? line with { Returned = line.Returned + taken.Quantity } : line)],
        };
    }

    private bool Proves(IdentityClaim claim) =>
        (claim.Phone is null || claim.Phone == Customer.Phone) && (claim.Email is null || claim.Email == Customer.Email)
        && (claim.Name is null || claim.Name == Customer.Name) && (claim.OrderId is null || Orders.Exists(order => order.Id == claim.OrderId))
        && (claim.Postcode is null || claim.Postcode == "04524");

    private static OrderLine Line(string id, string name, string colour, long price, string english, string englishColour) => new(id, $"P-{name}", $"V-{name}-{colour}", name, price)
    {
        Options = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("색상", colour)]),
        AlsoKnownAs = [english, $"{englishColour} {english}"],
    };
}
