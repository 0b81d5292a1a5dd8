using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace ServiceBot.Bot.Hosting;

/// <summary>Compares what is configured with what the settings' classes allow, and says everything that is wrong.</summary>
internal static class SettingsCheck
{
    /// <summary>All errors, by section.</summary>
    public static List<string> Errors(IEnumerable<SettingsSection> sections, IConfiguration configuration) =>
        [.. sections.GroupBy(section => section.Name, StringComparer.OrdinalIgnoreCase).SelectMany(group => Errors(group.Key, [.. group.Select(section => section.Type)], configuration))];

    private static IEnumerable<string> Errors(string name, IReadOnlyList<Type> types, IConfiguration configuration)
    {
        var section = name.Length == 0 ? configuration : configuration.GetSection(name);
        var known = types.SelectMany(Properties).ToLookup(property => property.Name, StringComparer.OrdinalIgnoreCase);
        // Beside the settings that stand under no section lies everything else, down to the environment.
        var unknown = name.Length == 0 ? [] : section.GetChildren().Where(child => !known.Contains(child.Key))
            .Select(child => $"{child.Path} is not a setting; {name} has {string.Join(", ", known.Select(property => property.Key).Order(StringComparer.Ordinal))}").ToArray();
        var unreadable = known.SelectMany(property => property).SelectMany(property => Unreadable(section.GetSection(property.Name), property)).ToArray();
        return [.. unknown, .. unreadable.Length > 0 ? unreadable : types.SelectMany(type => Refused(Bound(type, section), name))];
    }

    /// <summary>What the annotations of a class do not allow.</summary>
    /// <param name="settings">The settings as they were read.</param>
    /// <param name="name">Their section.</param>
    public static IEnumerable<string> Refused(object settings, string name)
    {
        foreach (var property in Properties(settings.GetType()))
        {
            var path = name.Length == 0 ? property.Name : $"{name}:{property.Name}";
            var value = property.GetValue(settings);
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>().Where(rule => !rule.IsValid(value)))
                yield return Sentence(path, Text(value), property, rule.FormatErrorMessage(path));
        }

        if (settings is IValidatableObject whole)
            foreach (var result in whole.Validate(new ValidationContext(settings)).Where(result => result != ValidationResult.Success))
                yield return result.ErrorMessage ?? $"{name} is refused";
    }

    private static IEnumerable<string> Unreadable(IConfigurationSection setting, PropertyInfo property)
    {
        if (ElementOf(property.PropertyType) is { } element)
            return setting.GetChildren().Where(item => !CanRead(item.Value, element)).Select(item => Sentence(item.Path, item.Value, property, Expected(element)));
        if (setting.GetChildren().Any())
            return [$"{setting.Path} is one value, but {setting.GetChildren().First().Path} is set below it"];
        return CanRead(setting.Value, property.PropertyType) ? [] : [Sentence(setting.Path, setting.Value, property, Expected(property.PropertyType))];
    }

    private static object Bound(Type type, IConfiguration section)
    {
        var settings = Activator.CreateInstance(type) ?? throw new InvalidOperationException($"Settings '{type}' cannot be created.");
        section.Bind(settings);
        return settings;
    }

    private static string Sentence(string path, string? value, PropertyInfo property, string rule) => $"{path} is '{Shown(value, property)}': {rule}";

    private static string Shown(string? value, PropertyInfo property) =>
        property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password && !string.IsNullOrEmpty(value) ? "(not shown)" : value ?? "";

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        System.Collections.IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static Type? ElementOf(Type type) => type == typeof(string) ? null : type.IsArray ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static bool CanRead(string? value, Type type)
    {
        if (value is null || type == typeof(string) || (value.Length == 0 && Nullable.GetUnderlyingType(type) is not null))
            return true;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return Enum.GetNames(plain).Contains(value, StringComparer.OrdinalIgnoreCase);
        return TypeDescriptor.GetConverter(plain).IsValid(value);
    }

    private static string Expected(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            { IsEnum: true } => $"it must be one of {string.Join(", ", Enum.GetNames(plain))}",
            _ when plain == typeof(bool) => "it must be true or false",
            _ when plain == typeof(int) || plain == typeof(long) => "it must be a whole number",
            _ when plain == typeof(TimeSpan) => "it must be a duration such as 00:30:00",
            _ when plain == typeof(Uri) => "it must be an address",
            _ => $"it must be a {plain.Name}",
        };
    }
}
