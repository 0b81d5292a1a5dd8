using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Language;

/// <summary>One sentence to say, named by its key in the sentence books, with the values that fill it; free of any language.</summary>
/// <param name="Key">Book and sentence, such as <c>return.askReason</c>.</param>
/// <param name="Arguments">
/// Values by placeholder name. Allowed: string (data, shown as it is), int, long, bool, <see cref="Money"/>, DateOnly, TimeOnly,
/// DateTimeOffset (shown in the shop's time zone), <see cref="Term"/>, and IReadOnlyList of string or of <see cref="Term"/>.
/// </param>
public sealed record Sentence(string Key, ImmutableSortedDictionary<string, object> Arguments)
{
    /// <summary>A sentence without values.</summary>
    public static Sentence Of(string key) => new(key, ImmutableSortedDictionary<string, object>.Empty);

    /// <summary>A sentence with values, given as name and value in turn.</summary>
    public static Sentence Of(string key, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments) builder.Add(name, value);
        return new(key, builder.ToImmutable());
    }
}

/// <summary>A value that is itself a word of the sentence books, so that it is said in the listener's language: the name of a reason, of a status.</summary>
/// <param name="Key">Book and sentence, such as <c>terms.reason.defect</c>; the sentence must take no values.</param>
public sealed record Term(string Key);
