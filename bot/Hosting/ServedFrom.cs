namespace ServiceBot.Bot.Hosting;

/// <summary>Where the pages and the defaults lie: beside the program once it is published, in the project's folder before.</summary>
internal static class ServedFrom
{
    // Settings take effect at a start. Watched for changes, their folder would tell of each write to the data that may lie below it.
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>How the host is built with these settings.</summary>
    public static WebApplicationOptions Options(string[] settings)
    {
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var chosen = Array.Exists(settings, setting => setting.StartsWith("--contentRoot=", StringComparison.OrdinalIgnoreCase));
        return published && !chosen
            ? new WebApplicationOptions { Args = [ReadOnce, .. settings], ContentRootPath = AppContext.BaseDirectory }
            : new WebApplicationOptions { Args = [ReadOnce, .. settings] };
    }
}
