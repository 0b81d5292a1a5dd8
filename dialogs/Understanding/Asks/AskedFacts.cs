using System.Collections.Immutable;
using System.Reflection;
using ServiceBot.Dialogs.Language;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ServiceBot.Dialogs.Understanding.Asks;

/// <summary>
/// What an agent's words ask the customer for, by the embedded <c>asks.*.yaml</c>: a question or request and the name of a fact in one sentence. Words
/// that read a fact back or say that it is known ask for nothing. Measured on sentences of our own in the tests; without state, safe to share.
/// </summary>
public sealed class AskedFacts
{
    private readonly AskWords korean = AskWords.Load(SpokenLanguage.Korean);
    private readonly AskWords english = AskWords.Load(SpokenLanguage.English);

    /// <summary>The facts that are asked for, each one of <see cref="FactKinds"/>, in no particular order; empty where nothing is.</summary>
    /// <param name="heard">The agent's words as the bot understands them, in the language that it found.</param>
    public ImmutableArray<string> In(Recognition heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var words = heard.Language == SpokenLanguage.Korean ? korean : english;
        var haystack = Haystack.Of(NormalizedText.Of(heard.Text), heard.Language);
        var found = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        int[] starts = [0, .. haystack.Sentences.Where(at => at > 0 && at < haystack.Text.Length).Order().Distinct(), haystack.Text.Length];
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            // An English word begins with the space before it and ends with the one behind it.
            var end = Math.Min(haystack.Text.Length, starts[sentence + 1] + (heard.Language == SpokenLanguage.English ? 1 : 0));
            found.UnionWith(words.In(haystack.Text[starts[sentence]..end]));
        }
        return [.. found.Where(kind => !IsReadBack(heard, kind))];
    }

    // "Is 010-0000-1234 the right phone number?" names what it asks about.
    private static bool IsReadBack(Recognition heard, string kind) => kind switch
    {
        FactKinds.Order => heard.Of(EntityType.OrderNumber).Any(),
        FactKinds.Phone => heard.Of(EntityType.Phone).Any(),
        FactKinds.Email => heard.Of(EntityType.Email).Any(),
        FactKinds.PickupDate => heard.Of(EntityType.Date).Any(),
        _ => false,
    };

    private sealed class AskWords
    {
        private readonly string[] requests;
        private readonly string[] known;
        private readonly (string Kind, string[] Names, string[] Asks)[] facts;
        private readonly int bareAtMost;

        private AskWords(AskFile file, SpokenLanguage language)
        {
            bareAtMost = language == SpokenLanguage.Korean ? 8 : 24;
            requests = Canonical(file.Requests, language);
            known = Canonical(file.Known, language);
            facts = [.. file.Facts.Select(fact => (fact.Key, Canonical(fact.Value.Names, language), Canonical(fact.Value.Asks, language)))];
        }

        public static AskWords Load(SpokenLanguage language)
        {
            var name = $"Understanding/Asks/asks.{(language == SpokenLanguage.Korean ? "ko" : "en")}.yaml";
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Resource '{name}' cannot be opened.");
            using var reader = new StreamReader(stream);
            return new AskWords(new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<AskFile>(reader), language);
        }

        public IEnumerable<string> In(string sentence)
        {
            if (Has(sentence, known)) return [];
            var asks = Has(sentence, requests);
            // "Your order number?" asks by its mark alone, being nothing but a name.
            var isBare = sentence.Contains('?', StringComparison.Ordinal) && sentence.Length <= bareAtMost;
            return facts.Where(fact => Has(sentence, fact.Asks) || ((asks || isBare) && Has(sentence, fact.Names))).Select(fact => fact.Kind);
        }

        private static bool Has(string sentence, string[] phrases) => Array.Exists(phrases, phrase => sentence.Contains(phrase, StringComparison.Ordinal));

        private static string[] Canonical(IEnumerable<string> written, SpokenLanguage language) => [.. written.Select(phrase => Haystack.Of(NormalizedText.Of(phrase), language).Text)];
    }

    private sealed class AskFile
    {
        public List<string> Requests { get; set; } = [];
        public List<string> Known { get; set; } = [];
        public Dictionary<string, AskFact> Facts { get; set; } = [];
    }

    private sealed class AskFact
    {
        public List<string> Names { get; set; } = [];
        public List<string> Asks { get; set; } = [];
    }
}
