using System.Text;
using System.Text.Json.Nodes;
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
            "--Shop:Clock=yesterday", "--Shop:Nmae", "Kettles", "--Redis:Configuration=localhost:6379,colour=blue", "--Chat:AccentColor", "blue", "--DataDirectory", directory.File("data"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Shop:Clock is 'yesterday': ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Shop:Nmae is not a setting; Shop has ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Redis:Configuration is '(not shown)': Keyword 'colour' is not supported", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Chat:AccentColor is 'blue': it must be a colour of the form #rrggbb", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.File("data")), "nothing is created by a start that is refused");
    }

    [Fact]
    public async Task A_shop_is_exported_and_imported_by_command()
    {
        var (first, second, folder) = (directory.File("first"), directory.File("second"), directory.File("export"));
        await ServiceBotProcess.WhileServingAsync(first, _ => Task.CompletedTask, "--Shop:Demo=true");

        var exported = await ServiceBotProcess.RunAsync("export", folder, "--DataDirectory", first);
        var imported = await ServiceBotProcess.RunAsync("import", folder, "--DataDirectory", second);

        Assert.Equal((0, 0), (exported.ExitCode, imported.ExitCode));
        Assert.Contains("customers: 200 new, 0 changed, 0 unchanged", imported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_of_what_is_not_there_fails_and_names_it()
    {
        var refused = await ServiceBotProcess.RunAsync("import", directory.File("orders.jsonl"), "--DataDirectory", directory.File("data"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"{directory.File("orders.jsonl")}: there is no such file", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_dialog_is_drawn_into_a_file()
    {
        var drawn = await ServiceBotProcess.RunAsync("draw", directory.File("drawings"));

        Assert.Equal(0, drawn.ExitCode);
        Assert.Contains("```mermaid\nstateDiagram-v2", await File.ReadAllTextAsync(directory.File("drawings/return.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_shown_as_it_is_understood()
    {
        var parsed = await ServiceBotProcess.RunAsync("nlu", "parse", "주전자를", "반품할게요");

        Assert.Equal(0, parsed.ExitCode);
        Assert.Equal("return", (string?)JsonNode.Parse(parsed.Output)?["intents"]?[0]?["intent"]);
    }

    [Fact]
    public async Task Journals_of_a_store_are_replayed_without_a_difference()
    {
        var data = directory.File("data");
        await ServiceBotProcess.WhileServingAsync(data, async address =>
        {
            using var client = new HttpClient();
            const string message = """{"type":"message","id":"a-1","channelId":"emulator","serviceUrl":"http://localhost:1","deliveryMode":"expectReplies","conversation":{"id":"c-1"},"from":{"id":"u"},"recipient":{"id":"b"},"text":"안녕하세요"}""";
            using var answer = await client.PostAsync(new Uri(address, "/api/messages"), new StringContent(message, Encoding.UTF8, "application/json"));
            answer.EnsureSuccessStatusCode();
        });

        var replayed = await ServiceBotProcess.RunAsync("replay", Path.Combine(data, "context.db"));

        Assert.Equal((0, "1 conversations, 1 turns, 0 differences"), (replayed.ExitCode, replayed.Output.Trim()));
    }

    [Fact]
    public async Task A_journal_with_a_broken_line_is_refused_naming_the_line()
    {
        await File.WriteAllTextAsync(directory.File("journal.jsonl"), "\n{\"version\":");

        var refused = await ServiceBotProcess.RunAsync("replay", directory.File("journal.jsonl"));

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith($"servicebot: {directory.File("journal.jsonl")}:2 cannot be read as a journal entry: ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused_naming_the_line()
    {
        await File.WriteAllTextAsync(directory.File("journal.jsonl"), """{"version":1,"turn":{"conversationId":"c-1","eventId":"e-1","channel":{"name":"web"},"input":{"input":"beamed"},"receivedAt":"2026-11-23T12:00:00+09:00"}}""");

        var refused = await ServiceBotProcess.RunAsync("replay", directory.File("journal.jsonl"));

        Assert.Equal((1, $"servicebot: {directory.File("journal.jsonl")}:1 holds an input that a newer version of this program wrote."), (refused.ExitCode, refused.Error.Trim()));
    }

    public void Dispose() => directory.Dispose();
}
