using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.DirectLine;

/// <summary>How much one address may start, how many codes it may try, and how much one conversation may say in a minute.</summary>
internal sealed class Limits : IDisposable
{
    // A code has eight digits and lives ten minutes, so that guessing at this rate takes centuries, from however many addresses.
    private const int CodesPerAddress = 5;
    private const int CodesInAll = 60;

    private readonly PartitionedRateLimiter<string> starts;
    private readonly PartitionedRateLimiter<string> codes = AMinute(CodesPerAddress);
    private readonly PartitionedRateLimiter<string> allCodes = AMinute(CodesInAll);
    private readonly PartitionedRateLimiter<string> messages;

    public Limits(IOptions<DirectLineOptions> options)
    {
        starts = AMinute(options.Value.StartsPerMinute ?? int.MaxValue);
        messages = AMinute(options.Value.MessagesPerMinute ?? int.MaxValue);
    }

    /// <summary>Lets an address start no more than it may.</summary>
    public ValueTask<object?> StartAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) => TakeAsync(starts, Partition(call.HttpContext.Connection.RemoteIpAddress), call, next);

    /// <summary>Lets an address try no more codes and links than it may, and all together neither.</summary>
    public ValueTask<object?> RedeemAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        TakeAsync(codes, Partition(call.HttpContext.Connection.RemoteIpAddress), call, inner => TakeAsync(allCodes, "", inner, next));

    /// <summary>Lets a conversation say no more than it may.</summary>
    public ValueTask<object?> SayAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        TakeAsync(messages, call.HttpContext.Request.RouteValues["id"] as string ?? "", call, next);

    public void Dispose()
    {
        starts.Dispose();
        codes.Dispose();
        allCodes.Dispose();
        messages.Dispose();
    }

    private static async ValueTask<object?> TakeAsync(PartitionedRateLimiter<string> limiter, string partition, EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        using var lease = limiter.AttemptAcquire(partition);
        if (lease.IsAcquired) return await next(call);
        call.HttpContext.Response.Headers.RetryAfter = "60";
        return DirectLineError.TooMany();
    }

    // One customer of an IPv6 network has the whole /64.
    private static string Partition(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address?.ToString() ?? "";

    private static PartitionedRateLimiter<string> AMinute(int permits) => PartitionedRateLimiter.Create<string, string>(
        partition => RateLimitPartition.GetFixedWindowLimiter(partition, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));
}
