namespace ServiceBot.Bot.Commands;

/// <summary>Settings may be given to every command as <c>--Section:Name value</c>; they are told apart here from what the command itself takes.</summary>
internal static class SettingArguments
{
    private static readonly string[] WithoutSection =
        ["urls", "environment", "DataDirectory", "DrainSeconds", "contentRoot", "applicationName", "AllowedHosts", "http_ports", "https_ports"];

    /// <summary>Splits the arguments.</summary>
    /// <returns>The settings in the form <c>--Name=value</c>, and the rest.</returns>
    /// <exception cref="UsageException">A setting has no value.</exception>
    public static (string[] Settings, string[] Others) Split(IReadOnlyList<string> arguments)
    {
        var settings = new List<string>();
        var rest = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (string.Equals(argument, "--", StringComparison.Ordinal))
            {
                rest.AddRange(arguments.Skip(index));
                break;
            }

            if (!IsSetting(argument))
                rest.Add(argument);
            else if (argument.Contains('=', StringComparison.Ordinal))
                settings.Add(argument);
            else if (index + 1 < arguments.Count)
                settings.Add($"{argument}={arguments[++index]}");
            else
                throw new UsageException($"The setting '{argument}' has no value.");
        }

        return ([.. settings], [.. rest]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            return false;
        var name = argument[2..].Split('=', 2)[0];
        // A section on its own (--Logging=) sets nothing; hosts of tests pass it along.
        return name.Contains(':', StringComparison.Ordinal) || argument.EndsWith('=') || WithoutSection.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>The command line is wrong.</summary>
internal sealed class UsageException(string message) : Exception(message);
