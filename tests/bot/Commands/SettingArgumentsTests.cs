using ServiceBot.Bot.Commands;

namespace ServiceBot.Bot.Tests.Commands;

public class SettingArgumentsTests
{
    [Theory]
    [InlineData("--Shop:Demo true import a.jsonl", "--Shop:Demo=true", "import a.jsonl")]
    [InlineData("import a.jsonl --DataDirectory=x b.jsonl", "--DataDirectory=x", "import a.jsonl b.jsonl")]
    [InlineData("serve --urls http://localhost:1", "--urls=http://localhost:1", "serve")]
    [InlineData("--help", "", "--help")]
    [InlineData("nlu parse -- --Shop:Demo", "", "nlu parse -- --Shop:Demo")]
    public void Settings_are_told_apart_wherever_they_stand(string arguments, string settings, string others)
    {
        var split = SettingArguments.Split(arguments.Split(' '));
        Assert.Equal((settings, others), (string.Join(' ', split.Settings), string.Join(' ', split.Others)));
    }

    [Fact]
    public void A_value_may_look_like_a_setting() =>
        Assert.Equal(["--Shop:Name=--urls"], SettingArguments.Split(["--Shop:Name", "--urls"]).Settings);
}
