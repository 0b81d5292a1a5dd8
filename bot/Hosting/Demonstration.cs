namespace ServiceBot.Bot.Hosting;

/// <summary>What is there only to try the product: the telephone that anybody may call from, and a clock that anybody may send forward.</summary>
internal static class Demonstration
{
    /// <summary>Only in Development and with the demo shop: nothing of it asks who one is.</summary>
    public static bool IsOffered(IHostEnvironment host, IConfiguration configuration) => host.IsDevelopment() && configuration.GetValue<bool>("Shop:Demo");

    /// <summary>Whether the telephone company is this machine: in the demonstration, unless another is named.</summary>
    public static bool IsTelephoneSimulated(IHostEnvironment host, IConfiguration configuration) => IsOffered(host, configuration) && configuration["Twilio:RestBaseUrl"] is null;
}
