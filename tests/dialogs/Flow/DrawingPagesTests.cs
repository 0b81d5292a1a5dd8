using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Tests.Flow;

/// <summary>The drawings in docs/dialogs are those of the dialogs as they are.</summary>
public class DrawingPagesTests
{
    private static readonly string Pages = Path.Combine(Root(), "docs", "dialogs");

    [Fact]
    public void Every_drawing_is_up_to_date()
    {
        var stale = DialogDrawings.Pages(DialogCatalog.Create()).Where(page => Kept(page.Key) != page.Value).Select(page => page.Key).ToArray();
        Assert.True(stale.Length == 0, $"Out of date in docs/dialogs: {string.Join(", ", stale)}. Look at what changed, then accept it with: servicebot draw docs/dialogs");
    }

    [Fact]
    public void No_drawing_is_left_of_a_dialog_that_is_gone() =>
        Assert.Empty(Directory.EnumerateFiles(Pages).Select(Path.GetFileName).Except(DialogDrawings.Pages(DialogCatalog.Create()).Keys, StringComparer.Ordinal));

    private static string? Kept(string page) => Path.Combine(Pages, page) is var file && File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ServiceBot.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"No ServiceBot.sln above {AppContext.BaseDirectory}.");
    }
}
