using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Tests.Language;

/// <summary>What the dialogs say is held against the books, so that no customer finds a missing sentence.</summary>
public partial class SaidSentencesTests
{
    private static readonly SentenceBooks Built = SentenceBooks.Load();

    [Fact]
    public void Every_sentence_that_the_dialogs_name_is_in_the_books() =>
        Assert.Empty(Said().Where(said => !Built.Contains(said.Key)).Select(said => $"{said.File}: no book has '{said.Key}'"));

    [Fact]
    public void Every_sentence_is_given_the_values_that_it_takes() =>
        Assert.Empty(
            from said in Said()
            where Built.Contains(said.Key)
            let missing = Built.Placeholders(said.Key).Except(said.Values, StringComparer.Ordinal).ToList()
            where missing.Count > 0
            select $"{said.File}: '{said.Key}' is not given {string.Join(", ", missing.Select(name => $"{{{name}}}"))}");

    private static IEnumerable<(string File, string Key, IReadOnlyList<string> Values)> Said() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(), "dialogs"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        let source = File.ReadAllText(file)
        from call in SentenceOrTerm().Matches(source)
        let name = Path.GetRelativePath(Root(), file)
        select (name, call.Groups["key"].Value, (IReadOnlyList<string>)[.. Value().Matches(Arguments(source, call.Index)).Select(value => value.Groups["name"].Value)]);

    // From the opening bracket of the call to the one that closes it.
    private static string Arguments(string source, int call)
    {
        var open = source.IndexOf('(', call);
        var depth = 0;
        for (var i = open; i < source.Length; i++)
        {
            if (source[i] == '(') depth++;
            else if (source[i] == ')' && --depth == 0) return source[(open + 1)..i];
        }
        return source[open..];
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ServiceBot.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"No ServiceBot.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex("""(Sentence\.Of|new Term)\(\s*"(?<key>[^"]+)"\s*[,)]""", RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceOrTerm();

    [GeneratedRegex("""\(\s*"(?<name>\w+)"\s*,""", RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
