using System.Globalization;
using System.Text.Json;

namespace ServiceBot.Bot.FakePsp;

/// <summary>The provider's books: every line is on the disk before it is answered, and what was there is known again after a restart.</summary>
internal sealed class Ledger : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Lock books = new();
    private readonly FileStream file;
    private readonly List<BookedRefund> booked = [];
    private readonly Dictionary<string, KeptAnswer> answers = new(StringComparer.Ordinal);

    /// <summary>Opens the books; a last line that was cut off by a crash was never answered, and is dropped.</summary>
    public Ledger(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var whole = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var end = Array.LastIndexOf(whole, (byte)'\n') + 1;
        foreach (var line in System.Text.Encoding.UTF8.GetString(whole, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Know(JsonSerializer.Deserialize<LedgerLine>(line, Json) ?? throw new InvalidDataException($"'{path}' holds a line that is null."));
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(end);
        file.Seek(end, SeekOrigin.Begin);
    }

    /// <summary>The answer under a key, or null where it is new or was forgotten.</summary>
    public KeptAnswer? AnswerOf(string key, DateTimeOffset now, TimeSpan keep)
    {
        lock (books)
            return answers.GetValueOrDefault(key) is { } kept && now - kept.At < keep ? kept : null;
    }

    /// <summary>Books a refund.</summary>
    public BookedRefund Book(RefundRequest request, string status, DateTimeOffset now)
    {
        lock (books)
        {
            var refund = new BookedRefund(
                string.Create(CultureInfo.InvariantCulture, $"re_{booked.Count + 1:D8}"), request.Reference ?? "", request.Payment, request.Method, request.Amount, request.Currency ?? "", status, now);
            Write(new(Booked: refund));
            return refund;
        }
    }

    /// <summary>Keeps an answer under its key.</summary>
    public void Keep(KeptAnswer answer)
    {
        lock (books) Write(new(Answered: answer));
    }

    /// <summary>Ends what is pending.</summary>
    public IReadOnlyList<BookedRefund> Settle(string status)
    {
        lock (books)
        {
            var settled = booked.Where(refund => refund.Status == "pending").Select(refund => refund with { Status = status }).ToList();
            foreach (var refund in settled) Write(new(Booked: refund));
            return settled;
        }
    }

    /// <summary>The refund of that number, or null.</summary>
    public BookedRefund? ById(string? id)
    {
        lock (books) return booked.Find(refund => string.Equals(refund.Id, id, StringComparison.Ordinal));
    }

    /// <summary>The first refund with that reference, or null.</summary>
    public BookedRefund? ByReference(string reference)
    {
        lock (books) return booked.Find(refund => string.Equals(refund.Reference, reference, StringComparison.Ordinal));
    }

    /// <summary>The next refunds since then, after that number.</summary>
    public LedgerPage Page(DateTimeOffset since, string? after, int most)
    {
        lock (books)
        {
            var rest = booked.Where(refund => refund.CreatedAt >= since && string.CompareOrdinal(refund.Id, after ?? "") > 0).Take(most + 1).ToList();
            return new([.. rest.Take(most)], rest.Count > most);
        }
    }

    public void Dispose() => file.Dispose();

    private void Write(LedgerLine line)
    {
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, Json), (byte)'\n']);
        file.Flush(flushToDisk: true);
        Know(line);
    }

    private void Know(LedgerLine line)
    {
        if (line.Answered is { } answer) answers[answer.Key] = answer;
        if (line.Booked is not { } refund) return;
        var old = booked.FindIndex(known => string.Equals(known.Id, refund.Id, StringComparison.Ordinal));
        if (old < 0) booked.Add(refund);
        else booked[old] = refund;
    }
}
