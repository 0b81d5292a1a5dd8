using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Tests.Nodes;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Who looks and who writes is known at every node for seconds, and stored at none.</summary>
public sealed class LiveSignsTests(RedisAlone redis) : IClassFixture<RedisAlone>
{
    private readonly string prefix = OpenNode.NewPrefix();

    [Fact]
    public async Task Whoever_looks_and_writes_at_one_node_is_seen_at_the_other()
    {
        using var here = new OpenNode(redis.Configuration, prefix);
        using var there = new OpenNode(redis.Configuration, prefix);
        var (mine, theirs) = (new LiveSigns(new RedisBus(here.Link), here.Clock), new LiveSigns(new RedisBus(there.Link), there.Clock));
        await Until(() => theirs.Of("c-1", "minho").View.Lookers is ["이지은"], () => mine.Look("c-1", "jieun", "이지은"));
        await Until(() => mine.Of("c-1", "jieun").View is { Lookers: ["박민호"], CustomerWrites: true, Writers: ["박민호"] }, () =>
        {
            theirs.Look("c-1", "minho", "박민호");
            theirs.CustomerWrites("c-1", writes: true);
            theirs.AgentWrites("c-1", "minho", "박민호");
        });
        await Until(() => mine.Of("c-1", "jieun").View is { Lookers: [], CustomerWrites: false }, () =>
        {
            theirs.CustomerWrites("c-1", writes: false);
            theirs.Leave("c-1", "minho");
        });
    }

    [Fact]
    public void Signs_go_by_themselves_and_where_nobody_looks_there_are_none()
    {
        var clock = new ShiftedClock();
        var signs = new LiveSigns(new OneNode(), clock);
        signs.CustomerWrites("c-1", writes: true);
        signs.Look("c-1", "jieun", "이지은");
        Assert.False(signs.Of("c-1", "jieun").View.CustomerWrites);

        signs.CustomerWrites("c-1", writes: true);
        Assert.Equal(clock.GetUtcNow() + LiveSigns.WritingLasts, signs.Of("c-1", "jieun").Until!.Value, TimeSpan.FromSeconds(1));
        clock.Shift += LiveSigns.WritingLasts;
        Assert.False(signs.Of("c-1", "jieun").View.CustomerWrites);
        Assert.Equal(["이지은"], signs.Of("c-1", "minho").View.Lookers);
        clock.Shift += LiveSigns.LookLasts;
        Assert.Empty(signs.Of("c-1", "minho").View.Lookers);
    }

    // Told again and again, as open desks do: what nobody listened to yet is lost.
    private static async Task Until(Func<bool> isSo, Action tell)
    {
        for (var attempt = 0; attempt < 600 && !isSo(); attempt++)
        {
            tell();
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
        Assert.True(isSo());
    }
}
