using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ServiceBot.Bot.Hosting;

/// <summary>Where this server is reached from this machine, for whom no public address is set.</summary>
internal static class OwnAddress
{
    /// <summary>The address, with a slash at the end. http://+:5080 and http://[::]:5080 are where one listens, not where one calls.</summary>
    /// <exception cref="InvalidOperationException">The server listens nowhere yet.</exception>
    public static Uri Of(IServer server)
    {
        var listens = server.Features.Get<IServerAddressesFeature>()?.Addresses.OrderBy(address => address.StartsWith("https:", StringComparison.Ordinal)).FirstOrDefault()
            ?? throw new InvalidOperationException("The server listens nowhere yet.");
        var bound = BindingAddress.Parse(listens);
        var host = bound.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : bound.Host;
        return new Uri($"{bound.Scheme}://{host}:{bound.Port}/");
    }
}
