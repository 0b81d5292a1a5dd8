namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What bot/web/desk/api/openapi.json says, from which the pages take their types, is what the server says of its desk.</summary>
public sealed class DeskDocumentTests
{
    private static readonly string File = Path.Combine(Repository.Root, "bot", "web", "desk", "api", "openapi.json");

    [Fact]
    public async Task The_pages_know_the_desk_as_this_program_describes_it()
    {
        await using var host = new DeskHost();
        using var browser = await host.SignedIn("jieun");
        var current = (await browser.GetStringAsync("/desk/api/desk.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("SERVICEBOT_ACCEPT") == "1") await System.IO.File.WriteAllTextAsync(File, current, TestContext.Current.CancellationToken);
        var text = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken) : "";
        Assert.True(text == current, "bot/web/desk/api/openapi.json is out of date: run this test once with SERVICEBOT_ACCEPT=1 and look at what changed.");
    }
}
