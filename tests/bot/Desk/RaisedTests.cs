using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Who waits and then tells of an injury comes before others, and whoever is offered them reads that.</summary>
public sealed class RaisedTests : IDisposable
{
    private readonly DeskHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task An_injury_that_is_told_while_waiting_is_offered_anew_with_its_reason_before_whoever_came_earlier()
    {
        foreach (var conversation in new[] { "dl-1", "dl-2" })
        {
            await host.AsksForAPerson(conversation);
            await host.Says(conversation, "기다리기");
        }
        Assert.Contains("119", await host.Says("dl-2", "그런데 손을 다쳤어요"));

        var (jieun, _) = await host.AtWork("jieun");
        var waiting = await host.Services.GetRequiredService<Escalations>().WaitingAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.Equal("dl-2", waiting.MinBy(entry => entry.Rank)?.ConversationId);
        var item = await DeskHost.Item(jieun, "offered");
        Assert.Equal(("dl-2", EscalationTriggers.Safety, EscalationSkills.Complaints, 3, "그런데 손을 다쳤어요"), Shown(item));
    }

    private static (string?, string?, string?, int, string?) Shown(JsonNode item) =>
        ((string?)item["conversationId"], (string?)item["trigger"], (string?)item["skill"], (int)item["priority"]!, (string?)item["reason"]);
}
