namespace ServiceBot.Bot.Hosting;

/// <summary>Says where to click once the program serves.</summary>
internal static class StartedBanner
{
    /// <summary>Prints the addresses of the pages when the server listens.</summary>
    public static void PrintWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = Reachable(app);
        var phone = Demonstration.IsOffered(app.Environment, app.Configuration) ? $"{Environment.NewLine}  telephone           {address}/phone" : "";
        Console.Out.WriteLine(
            $"""

            ServiceBot is ready.
              what is here        {address}/
              chat                {address}/chat{phone}
              the agents' desk    {address}/desk
              the dialogs drawn   {address}/dialogs
            Ctrl+C stops it.

            """);
    });

    /// <summary>The program's first address without a slash at its end; one that listens on every interface is reached as localhost from here.</summary>
    public static string Reachable(WebApplication app) => (app.Urls.FirstOrDefault() ?? "").TrimEnd('/')
        .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal)
        .Replace("//[::]:", "//localhost:", StringComparison.Ordinal)
        .Replace("//+:", "//localhost:", StringComparison.Ordinal)
        .Replace("//*:", "//localhost:", StringComparison.Ordinal);
}
