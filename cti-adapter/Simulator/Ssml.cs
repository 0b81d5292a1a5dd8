using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Turns the marks of SSML into plain words and pauses: what a listener would make of it.</summary>
internal static class Ssml
{
    private static readonly Dictionary<string, int> BreakStrengths = new(StringComparer.Ordinal)
    {
        ["none"] = 0, ["x-weak"] = 0, ["weak"] = 100, ["medium"] = 300, ["strong"] = 600, ["x-strong"] = 1000,
    };

    /// <summary>Reads what stands in an element.</summary>
    public static ImmutableArray<Heard> Read(TwimlElement element, string language)
    {
        var speech = new Speech(element);
        speech.Read(element.Element, language);
        return speech.Finish();
    }

    private sealed class Speech(TwimlElement owner)
    {
        private readonly ImmutableArray<Heard>.Builder sounds = ImmutableArray.CreateBuilder<Heard>();
        private readonly StringBuilder words = new();
        private string spoken = "";

        public void Read(XElement element, string language)
        {
            foreach (var node in element.Nodes())
            {
                if (node is XText text) Say(text.Value, language);
                else if (node is XElement mark) Mark(mark, language);
            }
        }

        public ImmutableArray<Heard> Finish()
        {
            Flush();
            return sounds.ToImmutable();
        }

        private void Mark(XElement mark, string language)
        {
            switch (mark.Name.LocalName)
            {
                case "break":
                    Flush();
                    sounds.Add(new Quiet(Length(mark)));
                    break;
                case "sub":
                    Say(mark.Attribute("alias")?.Value ?? mark.Value, language);
                    break;
                case "say-as":
                    Say(Spelled(mark), language);
                    break;
                case "lang":
                    Read(mark, mark.Attribute(XNamespace.Xml + "lang")?.Value ?? language);
                    break;
                case "p" or "s":
                    Read(mark, language);
                    Say(" ", language);
                    break;
                case "emphasis" or "phoneme" or "prosody" or "w":
                    Read(mark, language);
                    break;
                default:
                    owner.Warn($"<{mark.Name.LocalName}> is no mark of speech");
                    break;
            }
        }

        private void Say(string text, string language)
        {
            if (language != spoken) Flush();
            spoken = language;
            words.Append(text);
        }

        private void Flush()
        {
            var text = string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length > 0) sounds.Add(new Words(text, spoken));
            words.Clear();
        }

        private int Length(XElement mark)
        {
            if (mark.Attribute("time")?.Value is not { } time) return BreakStrengths.GetValueOrDefault(mark.Attribute("strength")?.Value ?? "medium", 300);
            var (number, unit) = time.EndsWith("ms", StringComparison.Ordinal) ? (time[..^2], 1) : (time.TrimEnd('s'), 1000);
            if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) && length * unit <= 10_000) return (int)(length * unit);
            owner.Warn($"<break time=\"{time}\"> is no time of at most 10 s");
            return 0;
        }

        private static string Spelled(XElement mark) => mark.Attribute("interpret-as")?.Value switch
        {
            "characters" or "spell-out" or "digits" or "telephone" or "verbatim" => string.Join(' ', mark.Value.Where(letter => !char.IsWhiteSpace(letter))),
            _ => mark.Value,
        };
    }
}
