using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ServiceBot.Bot.FakePsp;

/// <summary>What the provider does with a request for a refund: once under its key, whatever happens.</summary>
internal sealed class Psp(Ledger ledger, Callbacks callbacks, TimeProvider clock)
{
    private static readonly TimeSpan KeysLast = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, bool> underWay = new(StringComparer.Ordinal);
    private readonly Lock switching = new();
    private Switches switches = new();

    /// <summary>The switches.</summary>
    public Switches Switches
    {
        get { lock (switching) return switches; }
        set { lock (switching) switches = value; }
    }

    private DateTimeOffset Now => clock.GetUtcNow() + TimeSpan.FromSeconds(Switches.ClockAheadSeconds);

    /// <summary>Takes a request.</summary>
    /// <returns>The status to answer, the refund that is answered with, and whether the connection is cut instead.</returns>
    public async Task<(int Status, BookedRefund? Refund, bool Cut)> RefundAsync(string key, byte[] body, RefundRequest request, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexString(SHA256.HashData(body));
        if (!underWay.TryAdd(key, true)) return (StatusCodes.Status409Conflict, null, false);
        try
        {
            if (ledger.AnswerOf(key, Now, KeysLast) is { } kept)
                return string.Equals(kept.BodyHash, hash, StringComparison.Ordinal) ? (kept.Status, ledger.ById(kept.RefundId), false) : (StatusCodes.Status422UnprocessableEntity, null, false);
            if (Switches.SlowMilliseconds is > 0 and var slow) await Task.Delay(TimeSpan.FromMilliseconds(slow), clock, cancellationToken);
            return Execute(key, hash, request);
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }

    /// <summary>Books what nobody asked for, or ends what is pending: for tests of those who compare books.</summary>
    public BookedRefund Book(RefundRequest request) => ledger.Book(request, "succeeded", Now);

    /// <summary>Ends what is pending, and tells it.</summary>
    public void Settle(string status)
    {
        foreach (var refund in ledger.Settle(status)) callbacks.Tell(refund, Switches.DuplicateCallbacks);
    }

    private (int Status, BookedRefund? Refund, bool Cut) Execute(string key, string hash, RefundRequest request)
    {
        var (status, books, cut) = Next(request);
        var refund = books ? ledger.Book(request, Switches.Pending ? "pending" : "succeeded", Now) : null;
        ledger.Keep(new(key, hash, status, refund?.Id, Now));
        if (refund is not null) callbacks.Tell(refund, Switches.DuplicateCallbacks);
        return (status, refund, cut);
    }

    private (int Status, bool Books, bool Cut) Next(RefundRequest request)
    {
        lock (switching)
        {
            if (switches.Faulty.Contains(request.Reference, StringComparer.Ordinal)) return (400, false, false);
            if (switches.Decline > 0)
            {
                switches = switches with { Decline = switches.Decline - 1 };
                return (402, false, false);
            }

            if (switches.FailBeforeCommit > 0)
            {
                switches = switches with { FailBeforeCommit = switches.FailBeforeCommit - 1 };
                return (500, false, false);
            }

            if (switches.FailAfterCommit > 0)
            {
                switches = switches with { FailAfterCommit = switches.FailAfterCommit - 1 };
                return (500, true, false);
            }

            if (switches.DropReply <= 0) return (200, true, false);
            switches = switches with { DropReply = switches.DropReply - 1 };
            return (200, true, true);
        }
    }
}
