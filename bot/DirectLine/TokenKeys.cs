using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.DirectLine;

/// <summary>
/// The keys that sign tokens, the same on all nodes. A new one is made every 30 days and each is honoured for 90. A key signs only when it is older
/// than two rounds of renewing, so that every node knows it by then; and a ring that was lost is written back by any node that still has it.
/// </summary>
internal sealed partial class TokenKeys(ITokenRing kept, TimeProvider clock, ILogger<TokenKeys> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);
    private static readonly TimeSpan Renewed = TimeSpan.FromDays(30);
    private static readonly TimeSpan Honoured = TimeSpan.FromDays(90);

    private volatile ImmutableList<TokenKey> ring = [];

    /// <summary>The key to sign with.</summary>
    /// <exception cref="InvalidOperationException">The ring was not read yet.</exception>
    public SymmetricSecurityKey Newest()
    {
        var settled = clock.GetUtcNow() - (2 * Round);
        var key = ring.FindLast(key => key.Made < settled) ?? (ring.IsEmpty ? throw new InvalidOperationException("The ring of keys was not read yet.") : ring[^1]);
        return Key(key);
    }

    /// <summary>The key of that id, or null where it is unknown or too old.</summary>
    public SymmetricSecurityKey? Find(string? kid) =>
        ring.Find(key => string.Equals(key.Kid, kid, StringComparison.Ordinal)) is { } found && IsHonoured(found) ? Key(found) : null;

    /// <summary>Takes up what other nodes made, writes back what was lost, and makes a new key when it is time.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await kept.ReadAsync(cancellationToken);
            var after = before.Concat(ring).DistinctBy(key => key.Kid, StringComparer.Ordinal).Where(IsHonoured).OrderBy(key => key.Made).ToImmutableList();
            if (after.IsEmpty || clock.GetUtcNow() - after[^1].Made >= Renewed)
                after = after.Add(new TokenKey(RandomNumberGenerator.GetHexString(16, lowercase: true), RandomNumberGenerator.GetBytes(32), clock.GetUtcNow()));
            if (after.Select(key => key.Kid).SequenceEqual(before.Select(key => key.Kid), StringComparer.Ordinal) || await kept.ReplaceAsync(before, after, cancellationToken))
            {
                ring = after;
                return;
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RenewAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is StoreUnavailableException or IOException)
            {
                Log.NotRenewed(logger, fault);
            }
        }
    }

    private bool IsHonoured(TokenKey key) => clock.GetUtcNow() - key.Made < Honoured;

    private static SymmetricSecurityKey Key(TokenKey key) => new(key.Secret) { KeyId = key.Kid };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The keys that sign tokens could not be renewed; it is tried again in an hour.")]
        public static partial void NotRenewed(ILogger logger, Exception fault);
    }
}

/// <summary>One key of the ring.</summary>
internal sealed record TokenKey(string Kid, byte[] Secret, DateTimeOffset Made);

[JsonSerializable(typeof(ImmutableList<TokenKey>))]
internal sealed partial class TokenKeyJson : JsonSerializerContext;
