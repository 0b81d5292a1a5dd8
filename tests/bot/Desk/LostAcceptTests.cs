using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>A node that dies after the conversation became the agent's, and before anybody was told: the same key pressed again at another node finds it accepted.</summary>
public sealed class LostAcceptTests : IDisposable
{
    private readonly DeskHost host = new() { Settings = { ["Desk:AnswerSeconds"] = "3600" } };

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Who_accepts_again_has_the_conversation_and_nobody_else_does()
    {
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using (var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { })) Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        // As the row stands where the effect that tells it has not run.
        await using (var database = await host.Services.GetRequiredService<IDbContextFactory<DeskDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await database.Escalations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, EscalationStates.Waiting).SetProperty(row => row.AgentId, (string?)null), TestContext.Current.CancellationToken);

        using var again = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        var (minho, _) = await host.AtWork("minho");
        using var another = await minho.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, another.StatusCode);
    }
}
