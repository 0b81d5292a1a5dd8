namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Where photographs lie: in a folder of this node, or in Redis for all nodes.</summary>
internal interface IPhotoShelf
{
    /// <summary>Lays one down.</summary>
    Task PutAsync(Photo photo, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>What is known of one, or null where there is none of that id.</summary>
    Task<Photo?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The picture itself, to be read once.</summary>
    Task<Stream> OpenAsync(Photo photo, CancellationToken cancellationToken);
}
