using System.Data;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Databases;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>Writes the whole store as JSON Lines, one file a kind, in the order of ids: the same store gives the same bytes.</summary>
internal sealed class ShopExport(IDbContextFactory<ShopDatabase> databases, IDatabaseEngine engine)
{
    private const int Page = 500;

    /// <summary>Writes every kind into a folder, replacing files of the same names.</summary>
    /// <returns>How many documents of each kind were written.</returns>
    /// <exception cref="StartRefusedException">A file cannot be written; the message says why.</exception>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // One transaction, so that all files show the store at one moment.
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var kind in DocumentKinds.All)
                counts[kind.Name] = await WriteAsync(database, kind, Path.Combine(folder, kind.Name + ".jsonl"), cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The export to '{folder}' failed: {error.Message}", error);
        }

        return counts;
    }

    private async Task<int> WriteAsync(ShopDatabase database, DocumentKind kind, string file, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        var (written, last) = (0, "");
        while (await kind.ReadAsync(database, engine.Ordinal, last, Page, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var (id, line) in page)
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
                last = id;
            }

            written += page.Count;
        }

        return written;
    }
}
