using System.Collections.Concurrent;
using ServiceBot.Bot.BotFramework.Uploads;

namespace ServiceBot.Bot.Tests;

/// <summary>Photographs of hosts without a shop.</summary>
internal sealed class ShelfInMemory : IPhotoShelf
{
    private readonly ConcurrentDictionary<string, PhotoRow> photos = new(StringComparer.Ordinal);

    public Task PutAsync(PhotoRow photo, CancellationToken cancellationToken) => Task.FromResult(photos[photo.Id] = photo);

    public Task<byte[]?> FindAsync(string id, string conversation, CancellationToken cancellationToken) =>
        Task.FromResult(photos.TryGetValue(id, out var photo) && string.Equals(photo.ConversationId, conversation, StringComparison.Ordinal) ? photo.Picture : null);
}
