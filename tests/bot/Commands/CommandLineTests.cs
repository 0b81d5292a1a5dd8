using ServiceBot.Bot.Tests.Hosting;

namespace ServiceBot.Bot.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate")]
    [InlineData("serve more")]
    public async Task What_is_no_command_is_wrong_usage(string arguments)
    {
        var refused = await ServiceBotProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"'{arguments.Split(' ')[^1]}'", refused.Error, StringComparison.Ordinal);
        Assert.Contains("See servicebot --help.", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_without_a_value_is_wrong_usage()
    {
        var refused = await ServiceBotProcess.RunAsync("--Shop:Clock");

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("servicebot: The setting '--Shop:Clock' has no value.", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        var help = await ServiceBotProcess.RunAsync("--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("serve", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once_each_with_its_name_and_value()
    {
        var refused = await ServiceBotProcess.RunAsync(
            "--Shop:Clock=yesterday", "--Shop:Nmae", "Kettles", "--Redis:Configuration=localhost:6379", "--Chat:AccentColor", "blue", "--DataDirectory", directory.File("data"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Shop:Clock is 'yesterday': ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Shop:Nmae is not a setting; Shop has ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Redis:Configuration is 'localhost:6379': ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Chat:AccentColor is 'blue': it must be a colour of the form #rrggbb", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.File("data")), "nothing is created by a start that is refused");
    }

    public void Dispose() => directory.Dispose();
}
