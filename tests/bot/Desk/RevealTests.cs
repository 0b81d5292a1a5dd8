using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Desk.Records;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What is hidden by default is shown on a press, and the press is in the audit before it is shown.</summary>
public sealed class RevealTests : IDisposable
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private readonly DeskHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Insults_are_veiled_everywhere_until_somebody_asks_for_the_words()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        await host.Says("dl-1", "야 이 개새끼야 빨리 와");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        var answer = await jieun.GetStringAsync("/desk/api/conversations/dl-1");
        Assert.DoesNotContain("개새끼", answer, StringComparison.Ordinal);
        var line = JsonNode.Parse(answer)!["lines"]!.AsArray().Single(line => (bool?)line!["isVeiled"] == true)!;
        Assert.Equal("야 이 ●●●야 빨리 와", (string?)line["text"]);

        using var shown = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/unveil", new { version = (long?)line["version"], index = (int?)line["index"] });
        Assert.Equal("야 이 개새끼야 빨리 와", (string?)(await shown.JsonAsync())["text"]);
        using var nothing = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/unveil", new { version = 1, index = 0 });
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Equal([$"revealed dl-1 line {line["version"]}.{line["index"]}"], await Audit("revealed"));
    }

    [Fact]
    public async Task An_offers_words_are_veiled_too()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.Says("dl-1", "씨발 상담원 바꿔");
        Assert.Equal("●●● 상담원 바꿔", (string?)(await DeskHost.Item(jieun, "offered"))["reason"]);
    }

    [Fact]
    public async Task A_look_at_a_contact_or_a_photograph_is_in_the_audit()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var photo = await host.Services.GetRequiredService<PhotoStore>().SaveAsync("dl-1", Png, TestContext.Current.CancellationToken);
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        using var contact = await jieun.PostAsJsonAsync("/desk/api/conversations/dl-1/contact", new { });
        Assert.NotNull((string?)(await contact.JsonAsync())["phone"]);
        using var picture = await jieun.GetAsync($"/desk/api/conversations/dl-1/photos/{photo.Id}");
        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["revealed dl-1 contact", $"photo-seen dl-1 {photo.Id}"], await Audit("revealed", "photo-seen"));
    }

    private async Task<string[]> Audit(params string[] actions)
    {
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync();
        return [.. (await database.Audit.OrderBy(row => row.Sequence).ToListAsync()).Where(row => actions.Contains(row.Action)).Select(row => $"{row.Action} {row.About} {row.Detail}")];
    }
}
