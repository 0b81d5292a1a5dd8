using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Tests.Desk;
using ServiceBot.Bot.Turns;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Turns;

/// <summary>While a caller listens to a question that yes or no answers, the shop is read already for a yes.</summary>
public sealed class ForeseeingTurnsTests : IDisposable
{
    private static readonly Channel Line = new("voice") { Speaks = true };
    private readonly DeskHost host = new();
    private readonly WebApplicationFactory<Program> bot;
    private WatchedFacts shop = null!;
    private int events;

    public ForeseeingTurnsTests() => bot = host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
    {
        var inner = services.Last(service => service.ServiceType == typeof(IFacts));
        services.AddSingleton<IFacts>(provider => shop = new WatchedFacts((IFacts)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }));

    public void Dispose()
    {
        bot.Dispose();
        host.Dispose();
    }

    [Fact]
    public async Task A_yes_is_answered_from_what_was_read_while_the_caller_listened_and_the_journal_holds_it()
    {
        await Says("반품하고 싶어요");
        Assert.Contains("맞으세요", await Says("주문번호 20261116-0001003이고 전화번호는 010-0000-1234예요"), StringComparison.Ordinal);
        await Foreseen();
        var before = shop.Fetched.Count;

        Assert.Contains("확인되었어요", await Says("네 맞아요"), StringComparison.Ordinal);

        Assert.Equal(before, shop.Fetched.Count);
        var journal = await Store.ReadJournalAsync("call-1", TestContext.Current.CancellationToken);
        Assert.Contains(journal[^1].Facts.Keys, key => key.StartsWith("orders:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_yes_would_commit_something_nothing_is_foreseen()
    {
        foreach (var words in new[] { "반품하고 싶어요", "주문번호 20261116-0001003이고 전화번호는 010-0000-1234예요", "네 맞아요", "무선 주전자 블루요", "마음이 바뀌었어요" }) await Says(words);
        var asked = await UpToConsent();
        Store.Foresee("call-1", asked.Version, []);

        await ActivatorUtilities.CreateInstance<ForeseeingTurns>(bot.Services, bot.Services.GetRequiredService<ITurns>()).ForeseeAsync(asked.Copy(), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(Store.Recall("call-1")!.Known, fact => fact.IsForeseen);
    }

    private IContextStore Store => bot.Services.GetRequiredService<IContextStore>();

    // Whatever is asked on the way is answered by the first that is offered.
    private async Task<ConversationContext> UpToConsent()
    {
        for (var question = 0; question < 12; question++)
        {
            var asked = Store.Recall("call-1");
            if (asked?.Asked?.Expecting is { Kind: ExpectedKind.YesNo, Slot: "confirm" }) return asked;
            await Says(asked?.Asked?.Expecting switch { { Kind: ExpectedKind.Number } => "한 개", { Options: [var first, ..] } => first.Value, _ => "네" });
        }
        throw new InvalidOperationException($"Nobody asked for a consent; the last question was for '{Store.Recall("call-1")?.Asked?.Expecting.Slot}'.");
    }

    private async Task Foreseen()
    {
        for (var attempt = 0; attempt < 1200 && Store.Recall("call-1")?.Known.Any(fact => fact is { IsForeseen: true, Need: OrdersOf }) != true; attempt++) await Task.Delay(25, TestContext.Current.CancellationToken);
        Assert.Contains(Store.Recall("call-1")!.Known, fact => fact is { IsForeseen: true, Need: OrdersOf });
    }

    private async Task<string> Says(string words)
    {
        var now = bot.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var result = await bot.Services.GetRequiredService<ITurns>().RunAsync(
            new Turn("call-1", $"e{++events}", Line, new Utterance(words) { Confidence = 0.95 }, now) { Locale = "ko-KR" }, TestContext.Current.CancellationToken);
        return string.Join("\n", result.Replies.Select(reply => reply.Message?.Text));
    }

    private sealed class WatchedFacts(IFacts inner) : IFacts
    {
        public ConcurrentQueue<Need> Fetched { get; } = [];

        public Task<object?> FetchAsync(Need need, CancellationToken cancellationToken)
        {
            Fetched.Enqueue(need);
            return inner.FetchAsync(need, cancellationToken);
        }
    }
}
