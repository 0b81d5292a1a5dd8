using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The keys that sign tokens, kept in <c>keys/directline.json</c> under the data directory. A new one is made every 30 days; each is honoured for 90.</summary>
internal sealed class TokenKeys
{
    private static readonly TimeSpan Renewed = TimeSpan.FromDays(30);
    private static readonly TimeSpan Honoured = TimeSpan.FromDays(90);

    private readonly Lock gate = new();
    private readonly string file;
    private readonly TimeProvider clock;
    private volatile List<TokenKey> ring;

    /// <exception cref="InvalidDataException">The file is not a key ring.</exception>
    public TokenKeys(string dataDirectory, TimeProvider clock)
    {
        this.clock = clock;
        file = Path.Combine(dataDirectory, "keys", "directline.json");
        ring = Read();
    }

    /// <summary>The key to sign with.</summary>
    public SymmetricSecurityKey Newest()
    {
        var now = clock.GetUtcNow();
        if (ring is [.., var newest] && now - newest.Made < Renewed) return Key(newest);
        lock (gate)
        {
            if (ring is [.., var other] && now - other.Made < Renewed) return Key(other);
            var fresh = new TokenKey(RandomNumberGenerator.GetHexString(16, lowercase: true), RandomNumberGenerator.GetBytes(32), now);
            var renewed = ring.Where(key => now - key.Made < Honoured).Append(fresh).ToList();
            Write(renewed);
            ring = renewed;
            return Key(fresh);
        }
    }

    /// <summary>The key of that id, or null where it is unknown or too old.</summary>
    public SymmetricSecurityKey? Find(string? kid) =>
        ring.Find(key => string.Equals(key.Kid, kid, StringComparison.Ordinal)) is { } found && clock.GetUtcNow() - found.Made < Honoured ? Key(found) : null;

    private static SymmetricSecurityKey Key(TokenKey key) => new(key.Secret) { KeyId = key.Kid };

    private List<TokenKey> Read()
    {
        if (!File.Exists(file)) return [];
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, TokenKeyJson.Default.ListTokenKey) ?? [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The key ring '{file}' cannot be read: {error.Message} Restore it, or remove it: open chats then start anew.", error);
        }
    }

    private void Write(List<TokenKey> keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
        var draft = file + ".new";
        using (var stream = new FileStream(draft, Private()))
        {
            JsonSerializer.Serialize(stream, keys, TokenKeyJson.Default.ListTokenKey);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

/// <summary>One key of the ring.</summary>
internal sealed record TokenKey(string Kid, byte[] Secret, DateTimeOffset Made);

[JsonSerializable(typeof(List<TokenKey>))]
internal sealed partial class TokenKeyJson : JsonSerializerContext;
