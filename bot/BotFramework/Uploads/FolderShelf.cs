using System.Text.Json;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Photographs under <c>uploads</c> in the data directory.</summary>
internal sealed class FolderShelf(string dataDirectory) : IPhotoShelf
{
    private readonly string folder = Path.Combine(dataDirectory, "uploads");

    /// <inheritdoc/>
    public async Task PutAsync(Photo photo, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(PathOf(photo.Id), bytes, cancellationToken);
        await File.WriteAllBytesAsync(PathOf(photo.Id) + ".json", JsonSerializer.SerializeToUtf8Bytes(photo, PhotoJson.Default.Photo), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Photo?> FindAsync(string id, CancellationToken cancellationToken) => File.Exists(PathOf(id) + ".json")
        ? JsonSerializer.Deserialize(await File.ReadAllBytesAsync(PathOf(id) + ".json", cancellationToken), PhotoJson.Default.Photo)
        : null;

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(Photo photo, CancellationToken cancellationToken) => Task.FromResult<Stream>(File.OpenRead(PathOf(photo.Id)));

    private string PathOf(string id) => Path.Combine(folder, id);
}
