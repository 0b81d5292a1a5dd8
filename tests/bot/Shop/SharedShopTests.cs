using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Nodes that meet in one Redis need one shop.</summary>
public sealed class SharedShopTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task A_second_node_with_a_shop_of_its_own_refuses_to_start_and_the_first_starts_again_as_it_likes()
    {
        Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");
        await using var redis = await RedisServer.StartAsync();
        string[] meeting = ["--Redis:Configuration", redis.Configuration, "--Redis:DeadlineMilliseconds", "5000", "--DrainSeconds", "0"];
        await ServiceBotProcess.WhileServingAsync(
            directory.File("first"),
            async _ =>
            {
                var second = await ServiceBotProcess.RunAsync(
                    [.. meeting, "--DataDirectory", directory.File("second"), "--urls", $"http://127.0.0.1:{ServiceBotProcess.FreePort()}"]);

                Assert.Equal(1, second.ExitCode);
                Assert.StartsWith("servicebot: Redis serves nodes whose shop is 'Sqlite ", second.Error, StringComparison.Ordinal);
                Assert.Contains(Path.Combine(directory.File("first"), "shop.db"), second.Error, StringComparison.Ordinal);
            },
            meeting);

        Assert.Equal(0, await ServiceBotProcess.WhileServingAsync(directory.File("first"), _ => Task.CompletedTask, meeting));
    }

    public void Dispose() => directory.Dispose();
}
