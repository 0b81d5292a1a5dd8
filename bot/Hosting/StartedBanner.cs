namespace ServiceBot.Bot.Hosting;

/// <summary>Says where to click once the program serves.</summary>
internal static class StartedBanner
{
    /// <summary>Prints the addresses of the pages when the server listens.</summary>
    public static void PrintWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = Reachable(app.Urls.FirstOrDefault() ?? "").TrimEnd('/');
        Console.Out.WriteLine(
            $"""

            ServiceBot is ready.
              what is here        {address}/
              chat                {address}/chat
              the dialogs drawn   {address}/dialogs
            Ctrl+C stops it.

            """);
    });

    /// <summary>An address that listens on every interface is reached as localhost from here.</summary>
    private static string Reachable(string address) => address
        .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal)
        .Replace("//[::]:", "//localhost:", StringComparison.Ordinal)
        .Replace("//+:", "//localhost:", StringComparison.Ordinal)
        .Replace("//*:", "//localhost:", StringComparison.Ordinal);
}
