namespace ServiceBot.Bot.Hosting;

/// <summary>What is there only to try the product: the telephone that anybody may call from, and a clock that anybody may send forward.</summary>
internal static class Demonstration
{
    /// <summary>Only in Development and with the demo shop: nothing of it asks who one is.</summary>
    public static bool IsOffered(IHostEnvironment host, IConfiguration configuration) => host.IsDevelopment() && configuration.GetValue<bool>("Shop:Demo");
}
