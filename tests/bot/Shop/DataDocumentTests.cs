namespace ServiceBot.Bot.Tests.Shop;

/// <summary>What docs/data.md says about import and export is what the program does.</summary>
public sealed class DataDocumentTests
{
    private const string Begin = "<!-- schemas: written by the tests with SERVICEBOT_ACCEPT=1 -->\n";

    [Fact]
    public async Task The_schemas_are_those_of_this_program()
    {
        var file = Path.Combine(Root(), "docs", "data.md");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        Assert.True(begin >= Begin.Length, $"docs/data.md has no line '{Begin.Trim()}'.");
        var current = text[..begin] + "\n" + DocumentSchemas.Markdown().TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("SERVICEBOT_ACCEPT") == "1") await File.WriteAllTextAsync(file, text = current, TestContext.Current.CancellationToken);

        Assert.True(text == current, "docs/data.md is out of date: run the tests once with SERVICEBOT_ACCEPT=1 and look at what changed.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not lie under ServiceBot.sln.");
    }
}
