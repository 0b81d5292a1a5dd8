namespace ServiceBot.Dialogs.Language;

/// <summary>The text of one sentence book as a file holds it, for books that a service manager has edited outside of the program.</summary>
/// <param name="FileName">Book and language, such as <c>return.ko.yaml</c>; a path before it is allowed and shown in errors.</param>
/// <param name="Yaml">The content; docs/wording.md describes it.</param>
public sealed record BookText(string FileName, string Yaml);

/// <summary>Says everything that is wrong with the sentence books, one line each, so that all of it can be mended at once.</summary>
public sealed class SentenceBookException : Exception
{
    /// <summary>No books were read.</summary>
    public SentenceBookException() : this([]) { }

    /// <summary>One error.</summary>
    public SentenceBookException(string message) : this([message]) { }

    /// <summary>One error with its cause.</summary>
    public SentenceBookException(string message, Exception innerException) : base(message, innerException) => Errors = [message];

    internal SentenceBookException(IReadOnlyList<string> errors)
        : base($"The sentence books have {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}") => Errors = errors;

    /// <summary>Each error with file, line, sentence and what is expected instead.</summary>
    public IReadOnlyList<string> Errors { get; }
}
