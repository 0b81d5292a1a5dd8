namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>Where sealed photographs lie, for all nodes.</summary>
internal interface IPhotoShelf
{
    /// <summary>Lays one down.</summary>
    /// <exception cref="Hosting.StoreUnavailableException">The store does not answer now.</exception>
    Task PutAsync(PhotoRow photo, CancellationToken cancellationToken);

    /// <summary>A photograph of a conversation, sealed; null where there is none, or it is another conversation's.</summary>
    /// <exception cref="Hosting.StoreUnavailableException">The store does not answer now.</exception>
    Task<byte[]?> FindAsync(string id, string conversation, CancellationToken cancellationToken);
}
