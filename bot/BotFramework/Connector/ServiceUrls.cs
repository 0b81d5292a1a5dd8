using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>
/// Where the bot may call. An address comes from a verified activity or from nowhere, is never followed to another one, and outside
/// Development leads neither to this machine nor into a private network, whatever its name resolves to.
/// </summary>
internal sealed class ServiceUrls(IOptions<BotFrameworkOptions> options, IHostEnvironment host)
{
    /// <summary>What is wrong with an address to answer at, or null.</summary>
    public string? Problem(string? serviceUrl)
    {
        if (string.IsNullOrEmpty(serviceUrl)) return "The activity has no 'serviceUrl', so it cannot be answered.";
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            return $"'serviceUrl' must be an http or https address, but is '{serviceUrl}'.";
        if (uri.Scheme == Uri.UriSchemeHttp && !host.IsDevelopment()) return $"'serviceUrl' must begin with https://, but is '{serviceUrl}'.";
        if (!options.Value.Authenticates && !uri.IsLoopback) return $"'serviceUrl' must be on this machine while authentication is off, but is '{serviceUrl}'.";
        return null;
    }

    /// <summary>Whether a photograph may be fetched, and whether the bot's own token goes along.</summary>
    public (bool Allowed, bool WithToken) Attachment(Uri address, string? serviceUrl)
    {
        if (!options.Value.Authenticates || address.UserInfo.Length > 0) return (false, false);
        if (address.Scheme != Uri.UriSchemeHttps && !(host.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp)) return (false, false);
        if (Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) && service.Scheme == address.Scheme && service.Authority == address.Authority) return (true, true);
        return (options.Value.AttachmentHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase), false);
    }

    /// <summary>A handler that connects only to where the bot may call.</summary>
    public SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (!host.IsDevelopment()) handler.ConnectCallback = ConnectAsync;
        return handler;
    }

    // The address that was looked at is the one that is connected to: a second look-up could give another answer.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (Array.Find(addresses, address => !IsPublic(address)) is { } inside)
            throw new HttpRequestException($"'{context.DnsEndPoint.Host}' leads to {inside}, which is not a public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether an address is one of the open internet.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return false;
        return !Array.Exists(Inside, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }

    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "224.0.0.0/4", "240.0.0.0/4", "::/128", "64:ff9b::/96", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];
}
