using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>What an import did.</summary>
/// <param name="Counts">By kind.</param>
/// <param name="Errors">Why nothing was imported; of very many, the first hundred. Empty where all was.</param>
internal sealed record ImportReport(IReadOnlyDictionary<string, ImportCount> Counts, IReadOnlyList<ImportError> Errors);

/// <summary>
/// Reads JSON Lines files into the store, each line a document, by their ids: what is there already is replaced where it differs. A run is one
/// transaction: with one error anywhere, nothing is imported.
/// </summary>
internal sealed class ShopImport(IDbContextFactory<ShopDatabase> databases, IDatabaseEngine engine)
{
    private const int MostErrors = 100, Batch = 200;

    /// <summary>Imports files; a folder stands for all files in it that are named like a kind.</summary>
    public async Task<ImportReport> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Documents go and come again as a whole; nobody may change them in between.
        await engine.HoldWritersAsync(database, cancellationToken);
        var run = new Run(database, engine);
        var files = Files(paths, run.Errors);
        foreach (var (file, kind) in files.OrderBy(entry => DocumentKinds.All.ToList().IndexOf(entry.Kind)))
            if (run.Errors.Count < MostErrors) await run.ReadAsync(file, kind, cancellationToken);
        if (run.Errors.Count == 0) run.Errors.AddRange(await new ReferenceCheck(database).MissingAsync(run.References, cancellationToken));
        if (run.Errors.Count > 0) return new(run.Counts, run.Errors.Count > MostErrors ? run.Errors[..MostErrors] : run.Errors);

        await ReceiptCounters.RaiseAsync(database, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(run.Counts, []);
    }

    private static List<(string File, DocumentKind Kind)> Files(IReadOnlyList<string> paths, List<ImportError> errors)
    {
        var files = new List<(string, DocumentKind)>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(file => DocumentKinds.Of(file) is { } known ? [(file, known)] : Array.Empty<(string, DocumentKind)>()));
            else if (!File.Exists(path))
                errors.Add(new(path, 0, "", null, "there is no such file"));
            else if (DocumentKinds.Of(path) is { } kind)
                files.Add((path, kind));
            else
                errors.Add(new(path, 0, "", null, $"the name says no kind; it must begin with one of {string.Join(", ", DocumentKinds.All.Select(kind => kind.Name))}"));
        }

        return files;
    }

    private sealed class Run(ShopDatabase database, IDatabaseEngine engine)
    {
        private readonly Dictionary<(Type, string), ImportPlace> seen = [];

        public List<ImportError> Errors { get; } = [];
        public Dictionary<string, ImportCount> Counts { get; } = new(StringComparer.Ordinal);
        public Dictionary<(Type Document, string Id), (ImportPlace Place, string Field)> References { get; } = [];

        public async Task ReadAsync(string file, DocumentKind kind, CancellationToken cancellationToken)
        {
            var number = 0;
            var batch = new List<(IDocument Document, int Line)>();
            Counts.TryAdd(kind.Name, new(0, 0, 0));
            try
            {
                using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
                while (await reader.ReadLineAsync(cancellationToken) is { } line && Errors.Count < MostErrors)
                {
                    number++;
                    if (string.IsNullOrWhiteSpace(line)) continue;
                    if (Take(file, number, kind, line) is { } document) batch.Add((document, number));
                    if (batch.Count >= Batch) await WriteAsync(file, kind, batch, cancellationToken);
                }

                await WriteAsync(file, kind, batch, cancellationToken);
            }
            catch (DecoderFallbackException)
            {
                Errors.Add(new(file, number + 1, "", null, "is not UTF-8"));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Errors.Add(new(file, 0, "", null, $"cannot be read: {error.Message}"));
            }
        }

        private IDocument? Take(string file, int line, DocumentKind kind, string text)
        {
            var document = ImportLine.Read(kind, text, out var findings);
            Errors.AddRange(findings.Select(finding => new ImportError(file, line, finding.Field, finding.Value, finding.Message)));
            if (document is null) return null;
            (Type, string)[] ids = [(kind.Type, document.DocumentId), .. DocumentRules.Held(document).Select(held => (held.GetType(), held.HeldId))];
            foreach (var id in ids)
            {
                if (seen.TryAdd(id, new(file, line))) continue;
                Errors.Add(new(file, line, "", id.Item2, $"stands already in {seen[id].File}:{seen[id].Line}"));
                return null;
            }

            foreach (var reference in DocumentRules.References(document)) References.TryAdd((reference.Document, reference.Id), (new(file, line), reference.Field));
            return document;
        }

        private async Task WriteAsync(string file, DocumentKind kind, List<(IDocument Document, int Line)> batch, CancellationToken cancellationToken)
        {
            if (Errors.Count == 0)
            {
                try
                {
                    Counts[kind.Name] += await kind.WriteAsync(database, [.. batch.Select(entry => entry.Document)], cancellationToken);
                }
                catch (DbUpdateException error) when (engine.BrokenRule(error) is not null)
                {
                    var entity = error.Entries.Select(entry => entry.Entity).FirstOrDefault();
                    var line = batch.FirstOrDefault(entry => entity is not null && DocumentRules.Holds(entry.Document, entity)).Line;
                    Errors.Add(new(file, line, "", null, $"cannot stand beside what is there: {engine.BrokenRule(error)}"));
                }
            }

            batch.Clear();
        }
    }
}

/// <summary>Where something stands.</summary>
internal sealed record ImportPlace(string File, int Line);
