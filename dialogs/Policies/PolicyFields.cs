using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Reads the fields of one object of a policy file. What is wrong is noted and reading goes on, so that all errors are told at once.</summary>
internal sealed class PolicyFields(JsonElement element, string path, List<string> errors)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public List<string> Errors => errors;

    public string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public void Error(string name, string problem) => errors.Add($"{Path(name)}: {problem}");

    public PolicyFields? Object(string name, bool optional = false) => Get(name, optional) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } found => new(found, Path(name), errors),
        { } other => Wrong<PolicyFields>(name, other, "must be an object"),
    };

    public ImmutableArray<PolicyFields> Objects(string name) => Get(name, optional: true) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } found => [.. found.EnumerateArray().Select((item, i) => Item(name, i, item)).OfType<PolicyFields>()],
        { } other => [.. Wrong<PolicyFields[]>(name, other, "must be a list of objects") ?? []],
    };

    public string Text(string name, string fallback = "") => Get(name, optional: false) switch
    {
        null => fallback,
        { ValueKind: JsonValueKind.String } found when found.GetString() is { Length: > 0 } text => text,
        { } other => Wrong<string>(name, other, "must be a text that is not empty") ?? fallback,
    };

    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> choices, T fallback)
    {
        var text = Text(name);
        if (choices.TryGetValue(text, out var chosen)) return chosen;
        if (text.Length > 0) Error(name, $"'{text}' is unknown; it must be one of {string.Join(", ", choices.Keys)}");
        return fallback;
    }

    public bool Flag(string name) => Get(name, optional: true) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } found => found.GetBoolean(),
        { } other => Wrong<object>(name, other, "must be true or false") is not null,
    };

    public long Number(string name, long min, long max) => Get(name, optional: false) is { } found ? Within(name, found, min, max) ?? min : min;

    public long? NumberOrNull(string name, long min, long max) =>
        Get(name, optional: false, mayBeNull: true) is { } found && found.ValueKind is not JsonValueKind.Null ? Within(name, found, min, max) : null;

    public TimeOnly Time(string name)
    {
        var text = Text(name);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        if (text.Length > 0) Error(name, $"'{text}' is no time of day as HH:mm");
        return default;
    }

    public ImmutableArray<string> Texts(string name, IReadOnlyCollection<string>? allowed = null)
    {
        if (Get(name, optional: true) is not { } found) return [];
        if (found.ValueKind is not JsonValueKind.Array)
        {
            Wrong<object>(name, found, "must be a list of texts");
            return [];
        }
        return Texts(found, Path(name), allowed);
    }

    public ImmutableArray<ImmutableArray<string>> TextSets(string name, IReadOnlyCollection<string> allowed)
    {
        if (Get(name, optional: false) is not { } found) return [];
        if (found.ValueKind is JsonValueKind.Array && found.EnumerateArray().All(set => set.ValueKind is JsonValueKind.Array))
            return [.. found.EnumerateArray().Select((set, i) => Texts(set, $"{Path(name)}[{i}]", allowed))];
        Wrong<object>(name, found, "must be a list of lists of texts");
        return [];
    }

    /// <summary>The names of all fields, for an object whose names are data.</summary>
    public IEnumerable<string> Names() => element.EnumerateObject().Select(field => field.Name);

    /// <summary>Notes the fields that nobody asked for.</summary>
    public void Done()
    {
        foreach (var field in element.EnumerateObject().Where(field => !_read.Contains(field.Name)))
            Error(field.Name, $"is no field of the policy (value {field.Value.GetRawText()})");
    }

    private ImmutableArray<string> Texts(JsonElement list, string where, IReadOnlyCollection<string>? allowed)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind is not JsonValueKind.String || item.GetString() is not { Length: > 0 } text) errors.Add($"{where}: {item.GetRawText()} must be a text that is not empty");
            else if (allowed?.Contains(text) == false) errors.Add($"{where}: '{text}' is unknown; it must be one of {string.Join(", ", allowed)}");
            else if (texts.Contains(text)) errors.Add($"{where}: '{text}' stands there twice");
            else texts.Add(text);
        return texts.ToImmutable();
    }

    private JsonElement? Get(string name, bool optional, bool mayBeNull = false)
    {
        _read.Add(name);
        if (!element.TryGetProperty(name, out var found))
        {
            if (!optional) Error(name, "is missing");
            return null;
        }
        if (found.ValueKind is not JsonValueKind.Null || mayBeNull) return found;
        if (!optional) Error(name, "must not be null");
        return null;
    }

    private PolicyFields? Item(string name, int index, JsonElement item)
    {
        var where = $"{Path(name)}[{index}]";
        if (item.ValueKind is JsonValueKind.Object) return new(item, where, errors);
        errors.Add($"{where}: must be an object, but is {item.GetRawText()}");
        return null;
    }

    private long? Within(string name, JsonElement found, long min, long max)
    {
        if (found.ValueKind is JsonValueKind.Number && found.TryGetInt64(out var number) && number >= min && number <= max) return number;
        Error(name, $"must be a whole number from {min} to {max}, but is {found.GetRawText()}");
        return null;
    }

    private T? Wrong<T>(string name, JsonElement found, string problem) where T : class
    {
        Error(name, $"{problem}, but is {found.GetRawText()}");
        return null;
    }
}
