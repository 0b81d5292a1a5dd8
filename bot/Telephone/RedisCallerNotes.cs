using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;
using ServiceBot.CtiAdapter.Calls;
using StackExchange.Redis;

namespace ServiceBot.Bot.Telephone;

/// <summary>Notes of callers that all nodes share; what is old expires.</summary>
internal sealed class RedisCallerNotes(RedisLink redis) : ICallerNotes, IPersonalRecords
{
    /// <summary>How long a number is remembered after its last call.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(180);

    /// <inheritdoc/>
    public async Task<CallerNote?> FindAsync(string caller, CancellationToken cancellationToken) =>
        (byte[]?)await redis.AskAsync(database => database.StringGetAsync(KeyOf(caller)), cancellationToken) is { } kept ? JsonSerializer.Deserialize(kept, CallerNoteJson.Default.CallerNote) : null;

    /// <inheritdoc/>
    public async Task KeepAsync(string caller, CallerNote note, CancellationToken cancellationToken)
    {
        // First by which conversation the note is found again, so that none is left that cannot be erased.
        await redis.AskAsync(database => database.StringSetAsync(KeyOfConversation(note.Conversation), caller, Forgotten), cancellationToken);
        await redis.AskAsync(database => database.StringSetAsync(KeyOf(caller), JsonSerializer.SerializeToUtf8Bytes(note, CallerNoteJson.Default.CallerNote), Forgotten), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        foreach (var conversation in conversations)
        {
            if ((string?)await redis.AskAsync(database => database.StringGetAsync(KeyOfConversation(conversation)), cancellationToken) is not { } caller) continue;
            if ((await FindAsync(caller, cancellationToken))?.Conversation == conversation) await redis.AskAsync(database => database.KeyDeleteAsync(KeyOf(caller)), cancellationToken);
            await redis.AskAsync(database => database.KeyDeleteAsync(KeyOfConversation(conversation)), cancellationToken);
        }
    }

    private RedisKey KeyOf(string caller) => $"{redis.Prefix}:caller:{caller}";

    private RedisKey KeyOfConversation(string conversation) => $"{redis.Prefix}:caller-of:{conversation}";
}

/// <summary>How a note is written.</summary>
[JsonSerializable(typeof(CallerNote))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CallerNoteJson : JsonSerializerContext;
