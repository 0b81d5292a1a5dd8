using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Language;

/// <summary>A name of the shop's own data, such as a product's or a carrier's, that may be another in another language.</summary>
/// <param name="Usual">The name where no other is known.</param>
/// <param name="Others">By the language's code: <c>ko</c>, <c>en</c>.</param>
public sealed record Name(string Usual, ImmutableSortedDictionary<string, string> Others)
{
    /// <summary>The name in a language.</summary>
    public string In(SpokenLanguage language) => Others.GetValueOrDefault(language == SpokenLanguage.Korean ? "ko" : "en", Usual);
}
