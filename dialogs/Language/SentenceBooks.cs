using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Language;

/// <summary>All sentences that the bot can say, in every language, read and checked once; safe for any number of readers.</summary>
public sealed partial class SentenceBooks
{
    // Files of that room are of the same names, but hold what customers say.
    private const string Heard = "Understanding/";

    private readonly FrozenDictionary<string, BookSentence> _korean;
    private readonly FrozenDictionary<string, BookSentence> _english;

    private SentenceBooks(Dictionary<string, BookSentence> korean, Dictionary<string, BookSentence> english)
    {
        _korean = korean.ToFrozenDictionary(StringComparer.Ordinal);
        _english = english.ToFrozenDictionary(StringComparer.Ordinal);
        Keys = [.. _korean.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The keys of all sentences, such as <c>return.askReason</c>, in order.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Reads the books that come with the dialogs, and lets the given ones replace sentences of theirs.</summary>
    /// <param name="edited">Books of the shop's own, each with any number of the sentences of the book of that name; a sentence is replaced whole.</param>
    /// <exception cref="SentenceBookException">Something is wrong with the books; it names every error.</exception>
    public static SentenceBooks Load(params IEnumerable<BookText> edited) => Load([], edited);

    /// <summary>The same with the books of other rooms beside those of the dialogs.</summary>
    /// <param name="rooms">Assemblies that hold books as resources, named like those of the dialogs.</param>
    /// <param name="edited">Books of the shop's own.</param>
    /// <exception cref="SentenceBookException">Something is wrong with the books; it names every error.</exception>
    public static SentenceBooks Load(IEnumerable<Assembly> rooms, IEnumerable<BookText> edited) => Read(rooms.Prepend(typeof(SentenceBooks).Assembly).SelectMany(BuiltIn), edited);

    /// <summary>Reads the given books instead of the built-in ones.</summary>
    internal static SentenceBooks Read(IEnumerable<BookText> books, IEnumerable<BookText> edited)
    {
        var errors = new List<string>();
        var unread = new HashSet<string>(StringComparer.Ordinal);
        var korean = new Dictionary<string, BookSentence>(StringComparer.Ordinal);
        var english = new Dictionary<string, BookSentence>(StringComparer.Ordinal);
        foreach (var (language, sentence) in books.SelectMany(book => Sentences(book, errors, unread)))
            if (!(language is SpokenLanguage.Korean ? korean : english).TryAdd(sentence.Key, sentence))
                errors.Add($"{sentence.Place}: {sentence.Key} is already in another book of that name");
        foreach (var (language, sentence) in edited.SelectMany(book => Sentences(book, errors, unread)))
        {
            var target = language is SpokenLanguage.Korean ? korean : english;
            if (target.ContainsKey(sentence.Key)) target[sentence.Key] = sentence;
            else errors.Add($"{sentence.Place}: {sentence.Key} is no sentence of the built-in books, so it would never be said");
        }
        BookChecks.Check(korean, english, unread, errors);
        return errors.Count == 0 ? new(korean, english) : throw new SentenceBookException(errors);
    }

    /// <summary>Whether a sentence of that key exists.</summary>
    public bool Contains(string key) => _korean.ContainsKey(key);

    /// <summary>The names of the values that a sentence takes; throws <see cref="KeyNotFoundException"/> for an unknown key.</summary>
    public IReadOnlySet<string> Placeholders(string key) => Find(key, SpokenLanguage.Korean).First.Text.Names;

    internal BookSentence Find(string key, SpokenLanguage language) =>
        (language is SpokenLanguage.Korean ? _korean : _english).TryGetValue(key, out var sentence)
            ? sentence
            : throw new KeyNotFoundException($"No sentence book has the key '{key}'.");

    private static IEnumerable<(SpokenLanguage Language, BookSentence Sentence)> Sentences(BookText text, List<string> errors, HashSet<string> unread)
    {
        var name = FileName().Match(text.FileName);
        if (!name.Success)
        {
            errors.Add($"{text.FileName}: is not named as a book and its language, such as return.ko.yaml or return.en.yaml");
            return [];
        }
        var language = name.Groups["language"].ValueSpan is "ko" ? SpokenLanguage.Korean : SpokenLanguage.English;
        return new BookReader(text.FileName, name.Groups["book"].Value, language, errors, unread).Read(text.Yaml).Select(sentence => (language, sentence));
    }

    private static IEnumerable<BookText> BuiltIn(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => FileName().IsMatch(name) && !name.StartsWith(Heard, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The sentence book '{resource}' cannot be read.");
            using var reader = new StreamReader(stream);
            yield return new(resource, reader.ReadToEnd());
        }
    }

    // It is the first that a process matches: on a busy machine to compile it took longer than the usual second, which ended the start.
    [GeneratedRegex(@"(^|[/\\])(?<book>[A-Za-z][A-Za-z0-9-]*)\.(?<language>ko|en)\.ya?ml$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex FileName();
}
