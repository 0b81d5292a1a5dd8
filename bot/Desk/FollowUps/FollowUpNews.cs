using ServiceBot.Bot.Desk.Live;

namespace ServiceBot.Bot.Desk.FollowUps;

/// <summary>Tells open desks that there is something else to follow up.</summary>
internal sealed class FollowUpNews(FollowUpList list, DeskEvents events)
{
    private FollowUpCounts told = new(0, 0, null);

    /// <summary>Tells it where the counts differ from those that were told last.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var counts = await list.CountAsync(cancellationToken);
        if (counts == told) return;
        await events.AddAsync(null, DeskEventKinds.FollowUps, counts, cancellationToken);
        told = counts;
    }

    /// <summary>Tells it in any case: somebody has just taken or settled something.</summary>
    public async Task ChangedAsync(CancellationToken cancellationToken)
    {
        told = await list.CountAsync(cancellationToken);
        await events.AddAsync(null, DeskEventKinds.FollowUps, told, cancellationToken);
    }
}
