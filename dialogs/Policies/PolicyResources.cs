namespace ServiceBot.Dialogs.Policies;

/// <summary>The data files that are built into this room.</summary>
internal static class PolicyResources
{
    /// <summary>The text of an embedded file of this folder; throws where the build left it out.</summary>
    public static string Text(string name)
    {
        var resource = $"{typeof(PolicyResources).Namespace}.{name}";
        using var stream = typeof(PolicyResources).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The data file '{resource}' is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
