using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Nodes;
using StackExchange.Redis;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Photographs in Redis, for all nodes; each is kept as long as the log that shows it.</summary>
internal sealed class RedisShelf(RedisLink redis, IOptions<RedisSettings> settings) : IPhotoShelf
{
    private static readonly RedisScript Put = new(
        """
        redis.call('HSET', KEYS[1], 'photo', ARGV[1], 'bytes', ARGV[2])
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        """);

    /// <inheritdoc/>
    public Task PutAsync(Photo photo, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => redis.AskAsync(
        database => Put.RunAsync(
            database, [Key(photo.Id)],
            [JsonSerializer.SerializeToUtf8Bytes(photo, PhotoJson.Default.Photo), bytes.ToArray(), (long)TimeSpan.FromDays(settings.Value.LogDays).TotalMilliseconds]),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<Photo?> FindAsync(string id, CancellationToken cancellationToken) =>
        await redis.AskAsync(database => database.HashGetAsync(Key(id), "photo"), cancellationToken) is { IsNull: false } photo
            ? JsonSerializer.Deserialize((byte[])photo, PhotoJson.Default.Photo) : null;

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(Photo photo, CancellationToken cancellationToken) =>
        new MemoryStream((byte[])await redis.AskAsync(database => database.HashGetAsync(Key(photo.Id), "bytes"), cancellationToken) ?? [], writable: false);

    private RedisKey Key(string id) => $"{redis.Prefix}:{Buckets.TagOf(id)}:photo:{id}";
}
