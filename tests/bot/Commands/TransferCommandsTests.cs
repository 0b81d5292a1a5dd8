using ServiceBot.Bot.Tests.Hosting;

namespace ServiceBot.Bot.Tests.Commands;

/// <summary>The shop's data in and out by command.</summary>
public sealed class TransferCommandsTests : IDisposable
{
    private const string Product = """{"id":"P9","name":"컵","variants":[{"id":"P9-1","price":1000,"currency":"KRW","available":true}]}""";
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task What_was_imported_is_counted_and_comes_out_again()
    {
        await File.WriteAllTextAsync(directory.File("products.jsonl"), Product + "\n", TestContext.Current.CancellationToken);

        var imported = await ServiceBotProcess.RunAsync("import", directory.File("products.jsonl"), "--DataDirectory", directory.File("data"));
        var exported = await ServiceBotProcess.RunAsync("export", directory.File("out"), "--DataDirectory", directory.File("data"));

        Assert.Equal((0, 0), (imported.ExitCode, exported.ExitCode));
        Assert.Contains("products: 1 new, 0 changed, 0 unchanged", imported.Output, StringComparison.Ordinal);
        Assert.Contains("products: 1", exported.Output, StringComparison.Ordinal);
        Assert.Equal(Product + "\n", await File.ReadAllTextAsync(Path.Combine(directory.File("out"), "products.jsonl"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_error_in_a_file_fails_and_says_where()
    {
        await File.WriteAllTextAsync(directory.File("products.jsonl"), Product.Replace("1000", "-1", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var refused = await ServiceBotProcess.RunAsync("import", directory.File("products.jsonl"), "--DataDirectory", directory.File("data"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Nothing was imported, for 1 error:", refused.Error, StringComparison.Ordinal);
        Assert.Contains("products.jsonl:1: variants[0].price is '-1', but must be at least 0", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import"), InlineData("export")]
    public async Task A_command_without_its_argument_is_wrong_usage(string command) => Assert.Equal(2, (await ServiceBotProcess.RunAsync(command)).ExitCode);

    public void Dispose() => directory.Dispose();
}
