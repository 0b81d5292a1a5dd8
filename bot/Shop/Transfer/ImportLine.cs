using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>Reads one line of a file into a document, or says what is wrong with it.</summary>
internal static class ImportLine
{
    private static readonly Regex Outer = Pattern(@"^\$\.?");
    private static readonly Regex Missing = Pattern(@"missing required properties including: '(?<name>[^']+)'");
    private static readonly Regex Unknown = Pattern(@"The JSON property '(?<name>[^']+)' could not be mapped");
    private static readonly Regex Twice = Pattern(@"Duplicate property '(?<name>[^']+)'");
    private static readonly Regex Expected = Pattern(@"could not be converted to (?<name>[^ ]+?)\.? ");
    private static readonly Regex Tail = Pattern(@" ?(Path: |LineNumber: ).*$");
    private static readonly Regex Steps = Pattern(@"\[(?<index>\d+)\]|(?<name>[^.\[\]]+)");

    /// <summary>The document, prepared, where <paramref name="findings"/> stays empty; else null.</summary>
    public static IDocument? Read(DocumentKind kind, string line, out List<Finding> findings)
    {
        findings = [];
        try
        {
            if (JsonSerializer.Deserialize(line, kind.Type, DocumentJson.Options) is not IDocument document)
            {
                findings.Add(new("", null, "is null"));
                return null;
            }

            findings.AddRange(DocumentRules.Check(document));
            if (findings.Count > 0) return null;
            document.Prepare();
            return document;
        }
        catch (JsonException error)
        {
            findings.Add(Explain(error, line));
            return null;
        }
    }

    private static Finding Explain(JsonException error, string line)
    {
        var path = error.Path is { } found ? Outer.Replace(found, "") : "";
        if (Missing.Match(error.Message) is { Success: true } missing) return new(Join(path, missing.Groups["name"].Value), null, "is missing");
        if (Unknown.Match(error.Message) is { Success: true } unknown)
            return new(path.EndsWith(unknown.Groups["name"].Value, StringComparison.Ordinal) ? path : Join(path, unknown.Groups["name"].Value), null, "is not a field that is known here");
        if (Twice.Match(error.Message) is { Success: true } twice) return new(Join(path, twice.Groups["name"].Value), null, "stands twice");
        try
        {
            using var document = JsonDocument.Parse(line);
            return new(path, ValueAt(document.RootElement, path), Expected.Match(error.Message) is { Success: true } expected ? $"must be {Kind(expected.Groups["name"].Value)}" : Tail.Replace(error.Message, ""));
        }
        catch (JsonException)
        {
            return new("", null, $"is not JSON: {Tail.Replace(error.Message, "")} (at character {error.BytePositionInLine + 1})");
        }
    }

    private static string? ValueAt(JsonElement element, string path)
    {
        foreach (Match step in Steps.Matches(path))
        {
            if (step.Groups["index"].Success && element.ValueKind == JsonValueKind.Array && int.Parse(step.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) is var i && i < element.GetArrayLength())
                element = element[i];
            else if (step.Groups["name"].Success && element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step.Groups["name"].ValueSpan, out var inner))
                element = inner;
            else
                return null;
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();
    }

    private static string Kind(string type) => type switch
    {
        "System.Int64" or "System.Int32" => "a whole number",
        "System.Boolean" => "true or false",
        "System.String" => "a text",
        "System.DateTimeOffset" => "a time such as 2026-11-22T09:00:00+09:00",
        "System.DateOnly" => "a day such as 2026-11-22",
        _ when type.StartsWith("System.Nullable`1[", StringComparison.Ordinal) => Kind(type["System.Nullable`1[".Length..].TrimEnd(']')),
        _ when type.Contains("List", StringComparison.Ordinal) => "a list",
        _ => "an object",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    // Linear in the length of the line, whatever stands in it.
    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Singleline);
}
