using System.Net.Http.Json;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Outside the hours nobody is left without a word: why nobody is there, from when somebody is, what else can be done; and whoever waits is the first to be offered.</summary>
public sealed class OpeningHoursTests
{
    [Theory]
    [InlineData("2026-11-19T21:00:00+09:00", "상담 시간이 아니에요")]
    [InlineData("2026-11-21T11:00:00+09:00", "상담 시간이 아니에요")] // a Saturday
    [InlineData("2026-12-25T11:00:00+09:00", "공휴일")]
    public async Task Whoever_asks_while_closed_hears_why_may_wait_and_is_offered_as_soon_as_somebody_is_there(string now, string reason)
    {
        await using var host = new DeskHost { Settings = { ["Shop:Clock"] = now } };
        var said = await host.Says("dl-1", "상담원 바꿔 주세요");
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("대기 순서", said, StringComparison.Ordinal);
        Assert.Contains("오는 대로 바로 연결", await host.Says("dl-1", "기다리기"), StringComparison.Ordinal);
        var (jieun, _) = await host.AtWork("jieun");
        Assert.Equal("dl-1", (string?)(await DeskHost.Item(jieun, "offered"))["conversationId"]);
    }

    [Fact]
    public async Task Whoever_is_at_the_desk_before_it_opens_serves_at_once()
    {
        await using var host = new DeskHost { Settings = { ["Shop:Clock"] = "2026-11-20T07:30:00+09:00" } };
        var (jieun, _) = await host.AtWork("jieun");
        Assert.DoesNotContain("상담 시간이 아니에요", await host.Says("dl-1", "상담원 바꿔 주세요"), StringComparison.Ordinal);
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        Assert.True(accepted.IsSuccessStatusCode);
    }
}
