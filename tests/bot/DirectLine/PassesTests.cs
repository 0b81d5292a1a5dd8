using ServiceBot.Bot.DirectLine.Passes;
using ServiceBot.Bot.Tests.Nodes;

namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>What every store of passes holds to.</summary>
public abstract class PassesContract
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private protected abstract IPasses Passes { get; }

    [Fact]
    public async Task A_pass_opens_its_conversation_once()
    {
        Assert.Equal("11112222", await Passes.IssueAsync("once", "11112222", "call-CA1", Life, Stop));
        Assert.Equal("call-CA1", await Passes.SpendAsync("11112222", Stop));
        Assert.Null(await Passes.SpendAsync("11112222", Stop));
    }

    [Fact]
    public async Task What_is_wanted_again_gets_the_same_pass()
    {
        Assert.Equal("22223333", await Passes.IssueAsync("again", "22223333", "call-CA2", Life, Stop));
        Assert.Equal("22223333", await Passes.IssueAsync("again", "99999999", "call-CA2", Life, Stop));
        Assert.Null(await Passes.SpendAsync("99999999", Stop));
        Assert.Equal("call-CA2", await Passes.SpendAsync("22223333", Stop));
    }

    [Fact]
    public async Task A_secret_that_is_anothers_is_not_given_twice()
    {
        await Passes.IssueAsync("first", "33334444", "call-CA3", Life, Stop);
        Assert.Null(await Passes.IssueAsync("second", "33334444", "call-CA4", Life, Stop));
        Assert.Equal("44445555", await Passes.IssueAsync("second", "44445555", "call-CA4", Life, Stop));
        Assert.Equal("call-CA3", await Passes.SpendAsync("33334444", Stop));
    }

    [Fact]
    public async Task Of_many_who_try_at_once_one_gets_it()
    {
        await Passes.IssueAsync("race", "55556666", "call-CA5", Life, Stop);
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Passes.SpendAsync("55556666", Stop)));
        Assert.Equal(["call-CA5"], tries.OfType<string>());
    }

    [Fact]
    public async Task A_pass_is_gone_when_its_time_is_over()
    {
        await Passes.IssueAsync("short", "66667777", "call-CA6", TimeSpan.FromMilliseconds(50), Stop);
        await Task.Delay(300, Stop);
        Assert.Null(await Passes.SpendAsync("66667777", Stop));
    }
}

/// <summary>In one process.</summary>
public sealed class EmbeddedPassesTests : PassesContract, IDisposable
{
    private readonly EmbeddedPasses passes = new();

    private protected override IPasses Passes => passes;

    public void Dispose() => passes.Dispose();
}

/// <summary>In Redis, where every node finds them.</summary>
public sealed class RedisPassesTests(RedisAlone redis) : PassesContract, IClassFixture<RedisAlone>, IDisposable
{
    private readonly OpenNode node = new(redis.Configuration);

    private protected override IPasses Passes => new RedisPasses(node.Link);

    public void Dispose() => node.Dispose();
}
