using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Tests.BotFramework;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Desk.Outside;

/// <summary>Customers of a messenger whom somebody else's desk serves, over two nodes that meet in Redis and PostgreSQL: what customer and desk send comes to either node.</summary>
public sealed class OutsideDeskNodesTests(OutsideDeskNodesTests.Office office) : IClassFixture<OutsideDeskNodesTests.Office>
{
    private static int chats;
    private readonly string chat = $"a:{Interlocked.Increment(ref chats)}|x;y";
    private readonly OutsideDesk desk = office.Desk;
    private readonly FakeChannel messenger = office.Messenger;
    private readonly DeskNodes nodes = office.Nodes;
    private int messages;

    private string Conversation => EventIds.Conversation("line", chat);

    private IEnumerable<JsonNode> Got => messenger.Received.Select(sent => sent.Activity).Where(activity => (string?)activity["conversation"]?["id"] == chat);

    [Fact]
    public async Task Whichever_node_hears_it_everything_arrives_once_and_what_is_sent_again_changes_nothing()
    {
        var (attempts, received) = (desk.Attempts, desk.Received.Count);
        var handoff = await HandedOverAsync();
        Assert.Equal(("line", Conversation), ((string?)handoff["channelId"], (string?)handoff["relatesTo"]?["conversation"]?["id"]));
        var accepted = OutsideDesk.State(handoff, "accepted");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.Second, accepted, "d-accepted"));
        await HearsAsync("상담원 정다은이에요");
        await WritesAsync(nodes.Second, "블루 주전자예요");
        await WritesAsync(nodes.First, "언제 오나요?");
        await desk.SaidAsync("블루 주전자예요");
        await desk.SaidAsync("언제 오나요?");

        var words = OutsideDesk.Message(handoff, "내일 도착해요.");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.Second, words, "d-words"));
        await HearsAsync("내일 도착해요.");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.First, words, "d-words")); // recorded, and sent again to the other node
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.First, accepted, "d-accepted"));
        var typing = OutsideDesk.Message(handoff, "");
        typing["type"] = "typing";
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.Second, typing));
        await ArrivesAsync(activity => (string?)activity["type"] == "typing");
        var completed = OutsideDesk.State(handoff, "completed");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.First, completed, "d-completed"));
        await HearsAsync("다시 자동 상담 봇이에요");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.Second, completed, "d-completed"));

        // Handed over anew, the desk has another name for it; what was recorded before takes nobody.
        await WritesAsync(nodes.Second, "상담원 바꿔 주세요");
        var anew = await desk.HeardAsync(one => IsInitiate(one) && (string?)one["id"] != (string?)handoff["id"]);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.Second, accepted, "d-accepted"));
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(nodes.Second, accepted, "d-another"));
        Assert.Null((await OwnerAsync())?.Agent);
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(nodes.First, OutsideDesk.State(anew, "completed"))); // nobody has accepted

        Assert.Equal((attempts + desk.Received.Count - received, 0), (desk.Attempts, desk.Forged)); // both nodes tell, and neither what the other told
        Assert.Single(Got, activity => Text(activity) == "내일 도착해요.");
        Assert.Single(Got, activity => Text(activity).Contains("상담원 정다은이에요", StringComparison.Ordinal));
        Assert.Single(Got, activity => Text(activity).Contains("다시 자동 상담 봇이에요", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_desk_that_gives_up_at_the_other_node_or_takes_nobody_is_told_to_the_customer_once_with_what_can_be_done()
    {
        var handoff = await HandedOverAsync();
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.Second, OutsideDesk.State(handoff, "failed"), "d-failed"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(nodes.First, OutsideDesk.State(handoff, "failed"), "d-failed"));
        await HearsAsync("지금은 연결할 수 있는 상담원이 없어요");
        Assert.Single(Got, IsFailure);
        desk.Status = 410;
        await WritesAsync(nodes.Second, "기다리기");
        await UntilAsync(() => Got.Count(IsFailure) == 2);
        desk.Status = 200;
        Assert.Null(await OwnerAsync());
        await WritesAsync(nodes.First, "이 대화로 답 받기");
        await HearsAsync("접수번호");
        Assert.Equal(2, Got.Count(IsFailure));

        static bool IsFailure(JsonNode activity) => Text(activity).Contains("지금은 연결할 수 있는 상담원이 없어요", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_who_answers_at_one_node_while_the_other_books_that_nobody_takes_them_is_understood()
    {
        var handoff = await HandedOverAsync();
        await using var books = await nodes.Second.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync();
        await using var held = await books.Database.BeginTransactionAsync();
        await books.Database.ExecuteSqlRawAsync("LOCK TABLE desk_escalations IN EXCLUSIVE MODE");
        var failing = SendAsync(nodes.Second, OutsideDesk.State(handoff, "failed"), "d-slowly-failed");
        await HearsAsync("지금은 연결할 수 있는 상담원이 없어요");

        var answering = WritesAsync(nodes.First, "이 대화로 답 받기");
        await Task.WhenAny(answering, Task.Delay(500));
        await held.RollbackAsync();
        await Task.WhenAll(failing, answering);

        await HearsAsync("접수번호");
        Assert.DoesNotContain(Got, activity => Text(activity).Contains("처리하고 있어요", StringComparison.Ordinal));
    }

    private async Task<JsonNode> HandedOverAsync()
    {
        await WritesAsync(nodes.First, "주전자를 반품할래요");
        await WritesAsync(nodes.First, "20261116-0001003, 010-0000-1234");
        await WritesAsync(nodes.First, "상담원 바꿔 주세요");
        return await desk.HeardAsync(IsInitiate);
    }

    private async Task WritesAsync(DeskHost node, string text)
    {
        using var client = node.Browser(null);
        using var answer = await client.PostAsync("/api/messages", new StringContent(messenger.Message(text, $"m{++messages}", "line").Replace("a:1|x;y", chat, StringComparison.Ordinal), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpStatusCode> SendAsync(DeskHost node, JsonNode body, string? id = null)
    {
        using var client = node.Browser(null);
        using var answer = await client.SendAsync(desk.Request("/handoff/activities", body, node.Services.GetRequiredService<TimeProvider>().GetUtcNow(), id));
        return answer.StatusCode;
    }

    private Task HearsAsync(string words) => ArrivesAsync(activity => Text(activity).Contains(words, StringComparison.Ordinal));

    private Task ArrivesAsync(Func<JsonNode, bool> fits) => UntilAsync(() => Got.Any(fits));

    private async Task UntilAsync(Func<bool> holds)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (holds()) return;
            await Task.Delay(100);
        }
        throw new TimeoutException($"It did not come so within thirty seconds. The messenger got: {string.Join("\n", Got.Select(activity => activity.ToJsonString()))}");
    }

    private async Task<Ownership?> OwnerAsync() => (await nodes.First.Services.GetRequiredService<IContextStore>().LoadAsync(Conversation, "", "", default)).Context?.Owner;

    private bool IsInitiate(JsonNode one) => (string?)one["name"] == "handoff.initiate" && (string?)one["relatesTo"]?["conversation"]?["id"] == Conversation;

    private static string Text(JsonNode activity) => (string?)activity["text"] ?? "";

    /// <summary>Two nodes, the desk that serves their customers, and the messenger on which these are.</summary>
    public sealed class Office : IAsyncLifetime
    {
        private readonly RedisAlone redis = new();

        internal OutsideDesk Desk { get; private set; } = null!;
        internal FakeChannel Messenger { get; private set; } = null!;
        internal DeskNodes Nodes { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await redis.InitializeAsync();
            (Desk, Messenger) = (await OutsideDesk.StartAsync(), await FakeChannel.StartAsync());
            Nodes = await DeskNodes.StartAsync(redis, ("Handoff:WebhookUrl", Desk.Address + "/hear"), ("Handoff:Secrets:0", OutsideDesk.Secret));
        }

        public async ValueTask DisposeAsync()
        {
            await Nodes.DisposeAsync();
            await Messenger.DisposeAsync();
            await Desk.DisposeAsync();
            await redis.DisposeAsync();
        }
    }
}
