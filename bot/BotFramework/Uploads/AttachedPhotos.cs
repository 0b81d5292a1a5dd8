using System.Collections.Immutable;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Photographs that a message contains or refers to: kept, and the message made to refer to what was kept, so that no log holds pictures or others' addresses.</summary>
internal sealed class AttachedPhotos(PhotoStore store)
{
    private const int MostPhotos = 10;

    /// <summary>Keeps the photographs of a message.</summary>
    /// <param name="conversation">Whose they are.</param>
    /// <param name="activity">The message, whose attachments are changed.</param>
    /// <param name="fetch">Gets a picture by its address, or null where it cannot be had; without it only what the message contains is kept.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    /// <returns>Their ids; those that could not be had are missing.</returns>
    public async Task<ImmutableArray<string>> KeepAsync(
        string conversation, Activity activity, Func<Uri, CancellationToken, Task<byte[]?>>? fetch, CancellationToken cancellationToken)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (var file in activity.Files)
        {
            var bytes = kept.Count < MostPhotos && PhotoType.IsTaken(file.ContentType) ? await ReadAsync(file.ContentUrl, fetch, cancellationToken) : null;
            if (bytes is not null && PhotoType.Of(bytes) is not null)
            {
                var photo = await store.SaveAsync(conversation, bytes, cancellationToken);
                (file.ContentUrl, file.ContentType, file.ThumbnailUrl) = (photo.Reference, photo.ContentType, null);
                kept.Add(photo.Id);
            }
            else if (IsContained(file.ContentUrl))
            {
                file.ContentUrl = null;
            }
        }
        return kept.ToImmutable();
    }

    private static async Task<byte[]?> ReadAsync(string? url, Func<Uri, CancellationToken, Task<byte[]?>>? fetch, CancellationToken cancellationToken) =>
        IsContained(url) ? Contained(url ?? "")
        : fetch is not null && Uri.TryCreate(url, UriKind.Absolute, out var address) ? await fetch(address, cancellationToken)
        : null;

    private static bool IsContained(string? url) => url?.StartsWith("data:", StringComparison.OrdinalIgnoreCase) == true;

    private static byte[]? Contained(string url)
    {
        const string marker = ";base64,";
        var start = url.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        var bytes = new byte[(url.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(url.AsSpan(start + marker.Length), bytes, out var length) ? bytes[..length] : null;
    }
}
