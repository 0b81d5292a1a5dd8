using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Tests.BotFramework;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Desk.Outside;

/// <summary>Channels that bring people in themselves: the events handoff.initiate and handoff.status of the Bot Framework.</summary>
public sealed class HandoffEventTests : IAsyncLifetime
{
    private static readonly string Conversation = EventIds.Conversation("webchat", "a:1|x;y");
    private readonly DeskHost host = new();
    private FakeChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await FakeChannel.StartAsync();
        host.Settings["BotFramework:HandoffChannels:0"] = "webchat";
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task The_channel_is_told_who_is_handed_over_and_its_statuses_change_who_owns_the_conversation()
    {
        var initiate = await HandedOver();
        Assert.Equal(("u1", "a:1|x;y", "returns"), ((string?)initiate["from"]?["id"], (string?)initiate["conversation"]?["id"], (string?)initiate["value"]?["skill"]));
        Assert.Contains(initiate["attachments"]![0]!["content"]!["activities"]!.AsArray(), line => (string?)line?["text"] == "주전자를 반품할래요");

        Assert.Equal(HttpStatusCode.OK, await Status("accepted", "s1"));
        Assert.Equal("Dana", (await Owner())?.Agent?.Name);
        var before = channel.Received.Count;
        await Post(channel.Message("블루 주전자예요", "m9"));
        Assert.Equal(HttpStatusCode.OK, await Status("accepted", "s1")); // doubled
        Assert.Equal(HttpStatusCode.OK, await Status("pondering", "s2")); // unknown (A5002)
        Assert.Equal("Dana", (await Owner())?.Agent?.Name);
        Assert.Equal(HttpStatusCode.OK, await Status("completed", "s3"));
        Assert.Null(await Owner());
        Assert.Contains(await channel.TextsAsync(before + 1), text => text.Contains("다시 자동 상담 봇이에요", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await Status("accepted", "s4")); // late
        Assert.Null(await Owner());
    }

    [Fact]
    public async Task A_failure_is_said_with_what_can_be_done_instead()
    {
        await HandedOver();
        var before = channel.Received.Count;
        Assert.Equal(HttpStatusCode.OK, await Status("failed", "s1"));
        Assert.Contains(await channel.TextsAsync(before + 1), text => text.Contains("지금은 연결할 수 있는 상담원이 없어요", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Customers_and_strangers_cannot_say_who_owns_a_conversation()
    {
        await HandedOver();
        Assert.Equal(HttpStatusCode.Forbidden, await Status("accepted", "s1", from: "u1"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("accepted", "s2", conversation: "another"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("accepted", "s3", channelId: "msteams"));
        Assert.Null((await Owner())?.Agent);
    }

    private async Task<JsonNode> HandedOver()
    {
        await Post(channel.Message("주전자를 반품할래요", "m1"));
        await Post(channel.Message("20261116-0001003, 010-0000-1234", "m2"));
        await Post(channel.Message("상담원 바꿔 주세요", "m3"));
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (channel.Received.Select(sent => sent.Activity).FirstOrDefault(sent => (string?)sent["name"] == "handoff.initiate") is { } found) return found;
            await Task.Delay(100);
        }
        throw new TimeoutException($"Nobody was handed over: {string.Join("\n", channel.Received.Select(sent => sent.Activity.ToJsonString()))}");
    }

    private Task<HttpStatusCode> Status(string state, string id, string from = "agent-1", string conversation = "a:1|x;y", string channelId = "webchat") => Post(
        $$$"""{"type":"event","name":"handoff.status","id":"{{{id}}}","channelId":"{{{channelId}}}","serviceUrl":"{{{channel.Address}}}","from":{"id":"{{{from}}}","name":"Dana"},"conversation":{"id":"{{{conversation}}}"},"value":{"state":"{{{state}}}"}}""");

    private async Task<HttpStatusCode> Post(string activity)
    {
        using var client = host.Browser(null);
        using var answer = await client.PostAsync("/api/messages", new StringContent(activity, Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }

    private async Task<Ownership?> Owner() => (await host.Services.GetRequiredService<IContextStore>().LoadAsync(Conversation, "", "", default)).Context?.Owner;
}
