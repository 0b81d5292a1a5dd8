using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>
/// Remembers that the store lately refused a write which it will refuse again, such as where its disk is full: it may be read all the same, so that
/// nobody who only looks would notice.
/// </summary>
internal sealed class RefusedWrites(IDatabaseEngine engine, TimeProvider clock) : DbCommandInterceptor, IDbTransactionInterceptor
{
    // Refunds and effects that are due are tried again at least this often, and then it is known anew.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(40);
    private volatile Refusal? last;

    /// <summary>Why writes are refused, or null where none was lately.</summary>
    public string? Reason => last is { } refusal && clock.GetElapsedTime(refusal.At) < Remembered ? refusal.Reason : null;

    /// <inheritdoc/>
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Note(eventData.Exception);

    /// <inheritdoc/>
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(eventData.Exception);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Note(eventData.Exception);

    /// <inheritdoc/>
    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Note(Exception fault)
    {
        if (engine.RefusesWrites(fault)) last = new(engine.Explain(fault) ?? fault.Message, clock.GetTimestamp());
    }

    private sealed record Refusal(string Reason, long At);
}
