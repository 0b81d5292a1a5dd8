using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What becomes of a caller who waits: what they tell meanwhile counts, and the telephone that rings for them is seen by whoever opens the page.</summary>
public sealed class WaitingCallerTests(StaffedTelephones telephones) : IClassFixture<StaffedTelephones>, IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await telephones.EmptyQueueAsync();

    [Fact]
    public async Task Who_tells_of_an_injury_while_waiting_comes_sooner()
    {
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        await (await telephones.RungAsync(StaffedTelephones.Agent)).SilenceAsync();
        Assert.Equal(0, await PriorityAsync(caller));
        await caller.SayAsync("주전자가 폭발해서 손을 다쳤어요");
        caller.Hears("일일구", "대기 순서는 첫 번째");
        Assert.Equal(3, await PriorityAsync(caller));
    }

    [Fact]
    public async Task Who_tells_of_an_injury_first_waits_before_others()
    {
        var caller = await telephones.CallAsync();
        await caller.SayAsync("주전자가 폭발해서 손을 다쳤어요");
        caller.Hears("일일구", "대기 순서는");
        Assert.Equal(3, await PriorityAsync(caller));
    }

    [Fact]
    public async Task A_page_that_is_opened_while_a_telephone_rings_shows_it()
    {
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        var agent = await telephones.RungAsync(StaffedTelephones.Agent);
        Assert.Equal(("rings", agent.Network.Sid), await FirstOutsideAsync());
    }

    private async Task<int?> PriorityAsync(PhoneCall caller) => (await telephones.Services.GetRequiredService<IQueuedCalls>().FindAsync(caller.Network.Sid, Stop))?.Priority;

    private async Task<(string?, string?)> FirstOutsideAsync()
    {
        using var page = new HttpClient { BaseAddress = new Uri(telephones.Address) };
        await using var stream = await page.GetStreamAsync("/phone/api/outside", Stop);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Stop))
            if (JsonNode.Parse(item.Data) is { } happened) return ((string?)happened["kind"], (string?)happened["sid"]);
        return (null, null);
    }
}
