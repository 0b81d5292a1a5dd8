namespace ServiceBot.Bot.Hosting;

/// <summary>Where the pages and the defaults lie: beside the program once it is published, in the project's folder before.</summary>
internal static class ServedFrom
{
    /// <summary>How the host is built with these settings.</summary>
    public static WebApplicationOptions Options(string[] settings)
    {
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var chosen = Array.Exists(settings, setting => setting.StartsWith("--contentRoot=", StringComparison.OrdinalIgnoreCase));
        return published && !chosen
            ? new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }
            : new WebApplicationOptions { Args = settings };
    }
}
