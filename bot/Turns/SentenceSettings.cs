using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Bot.Turns;

/// <summary>Section <c>Sentences</c>: how the bot speaks.</summary>
internal sealed class SentenceSettings
{
    public const string Section = "Sentences";

    /// <summary>A folder with edited sentence books, such as return.ko.yaml, that stand before the built-in ones; empty for none.</summary>
    public string Directory { get; set; } = "";

    /// <summary>How polite Korean is: Polite (해요체) or Formal (합쇼체).</summary>
    public SpeechLevel Level { get; set; }

    /// <summary>Reads the books.</summary>
    /// <exception cref="SettingsRefusedException">The folder cannot be read, or a book is wrong; every error is told.</exception>
    public SentenceBooks ReadBooks()
    {
        try
        {
            return SentenceBooks.Load([typeof(ServiceBot.CtiAdapter.TelephoneAdapter).Assembly], [.. Files().Select(file => new BookText(Path.GetFileName(file), File.ReadAllText(file)))]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsRefusedException([$"{Section}:{nameof(Directory)} is '{Directory}': {fault.Message}"]);
        }
        catch (SentenceBookException fault)
        {
            throw new SettingsRefusedException([$"{Section}:{nameof(Directory)} is '{Directory}': {fault.Message}"]);
        }
    }

    private IEnumerable<string> Files() => Directory.Length == 0
        ? []
        : System.IO.Directory.EnumerateFiles(Directory, "*.yaml").Order(StringComparer.Ordinal);
}
