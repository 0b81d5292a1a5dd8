using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>Something that is wrong in a document.</summary>
/// <param name="Field">Where, such as <c>lines[2].unitPrice</c>.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Message">What it should be.</param>
internal sealed record Finding(string Field, string? Value, string Message);

/// <summary>A name in a document that must exist in the store.</summary>
internal sealed record Reference(string Field, Type Document, string Id);

/// <summary>Reads the annotations of a document and of all that it holds.</summary>
internal static class DocumentRules
{
    private static readonly ConcurrentDictionary<Type, AnnotatedField[]> Fields = new();

    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<Finding> Check(object document, string path = "")
    {
        foreach (var (property, field, value) in FieldsOf(document, path))
        {
            foreach (var rule in property.Rules)
                if (!rule.IsValid(value)) yield return new(field, Shown(value), rule.FormatErrorMessage(field));
            foreach (var (item, itemField) in Inside(value, field))
                foreach (var finding in Check(item, itemField)) yield return finding;
        }

        if (document is not IValidatableObject itself) yield break;
        foreach (var result in itself.Validate(new(document)))
        {
            var name = result.MemberNames.FirstOrDefault() ?? "";
            yield return new(Join(path, name), Shown(document.GetType().GetProperty(name)?.GetValue(document)), result.ErrorMessage ?? "is wrong");
        }
    }

    /// <summary>Everything that the document names.</summary>
    public static IEnumerable<Reference> References(object document, string path = "")
    {
        foreach (var (property, field, value) in FieldsOf(document, path))
        {
            if (value is string id && property.RefersTo is { } target) yield return new(field, target, id);
            foreach (var (item, itemField) in Inside(value, field))
                foreach (var reference in References(item, itemField)) yield return reference;
        }
    }

    /// <summary>What the document holds that has an id of its own in the whole shop.</summary>
    public static IEnumerable<IHeld> Held(IDocument document) => FieldsOf(document, "").SelectMany(field => Inside(field.Value, "")).Select(inner => inner.Item).OfType<IHeld>();

    /// <summary>Throws where anything is wrong with what the program itself is about to write.</summary>
    /// <exception cref="InvalidDataException">A field is wrong; the message names it and its value.</exception>
    public static void Demand(IDocument document)
    {
        if (Check(document).FirstOrDefault() is { } finding)
            throw new InvalidDataException($"{document.GetType().Name} {document.DocumentId}: {finding.Field} is '{finding.Value}', but {finding.Message}.");
    }

    /// <summary>Whether a row is the document or one of those that it holds.</summary>
    public static bool Holds(object document, object row) =>
        ReferenceEquals(document, row) || FieldsOf(document, "").SelectMany(field => Inside(field.Value, "")).Any(inner => Holds(inner.Item, row));

    private static IEnumerable<(AnnotatedField Property, string Field, object? Value)> FieldsOf(object document, string path) =>
        Fields.GetOrAdd(document.GetType(), Annotated).Select(field => (field, Join(path, field.Property.Name), field.Property.GetValue(document)));

    private static AnnotatedField[] Annotated(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(property => new AnnotatedField(property, [.. property.GetCustomAttributes<ValidationAttribute>()], property.GetCustomAttribute<RefersToAttribute>()?.Document)),
    ];

    private static IEnumerable<(object Item, string Field)> Inside(object? value, string field) =>
        value is IList { Count: > 0 } list and not IDictionary && list[0] is not string
            ? list.Cast<object>().Select((item, i) => (item, $"{field}[{i}]"))
            : [];

    private static string Join(string path, string name)
    {
        var field = JsonNamingPolicy.CamelCase.ConvertName(name);
        return path.Length == 0 ? field : $"{path}.{field}";
    }

    private static string? Shown(object? value) => value switch
    {
        null => null,
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IList list => $"{list.Count} entries",
        _ => value.ToString(),
    };

    private sealed record AnnotatedField(PropertyInfo Property, ValidationAttribute[] Rules, Type? RefersTo);
}
