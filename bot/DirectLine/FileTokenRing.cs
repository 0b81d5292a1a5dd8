using System.Collections.Immutable;
using System.Text.Json;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The ring in <c>keys/directline.json</c> under the data directory, which belongs to this process alone.</summary>
internal sealed class FileTokenRing(string dataDirectory) : ITokenRing
{
    private readonly string file = Path.Combine(dataDirectory, "keys", "directline.json");

    /// <inheritdoc/>
    public async Task<ImmutableList<TokenKey>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) return [];
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync(stream, TokenKeyJson.Default.ImmutableListTokenKey, cancellationToken) ?? [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The key ring '{file}' cannot be read: {error.Message} Restore it, or remove it: open chats then start anew.", error);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(ImmutableList<TokenKey> before, ImmutableList<TokenKey> after, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
        var draft = file + ".new";
        await using (var stream = new FileStream(draft, Private()))
        {
            await JsonSerializer.SerializeAsync(stream, after, TokenKeyJson.Default.ImmutableListTokenKey, cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
        return true;
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
