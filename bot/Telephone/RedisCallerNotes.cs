using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Bot.Nodes;
using ServiceBot.CtiAdapter.Calls;
using StackExchange.Redis;

namespace ServiceBot.Bot.Telephone;

/// <summary>Notes of callers that all nodes share; what is old expires.</summary>
internal sealed class RedisCallerNotes(RedisLink redis) : ICallerNotes
{
    /// <summary>How long a number is remembered after its last call.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(180);

    /// <inheritdoc/>
    public async Task<CallerNote?> FindAsync(string caller, CancellationToken cancellationToken) =>
        (byte[]?)await redis.AskAsync(database => database.StringGetAsync(KeyOf(caller)), cancellationToken) is { } kept ? JsonSerializer.Deserialize(kept, CallerNoteJson.Default.CallerNote) : null;

    /// <inheritdoc/>
    public Task KeepAsync(string caller, CallerNote note, CancellationToken cancellationToken) =>
        redis.AskAsync(database => database.StringSetAsync(KeyOf(caller), JsonSerializer.SerializeToUtf8Bytes(note, CallerNoteJson.Default.CallerNote), Forgotten), cancellationToken);

    private RedisKey KeyOf(string caller) => $"{redis.Prefix}:caller:{caller}";
}

/// <summary>How a note is written.</summary>
[JsonSerializable(typeof(CallerNote))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CallerNoteJson : JsonSerializerContext;
