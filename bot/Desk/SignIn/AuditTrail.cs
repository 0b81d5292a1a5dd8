using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>Who saw or did what, in order. Nothing here changes or deletes a row.</summary>
internal sealed class AuditTrail(IDbContextFactory<DeskDatabase> databases, TimeProvider clock)
{
    private const int AttemptsAtMost = 20;
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>Writes a row. What it is about may be done only once this has returned.</summary>
    public async Task WriteAsync(string? agentId, string action, string about, string? detail, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var at = UtcText.Of(clock.GetUtcNow());
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            for (var attempt = 1; attempt <= AttemptsAtMost; attempt++)
            {
                // Without gaps; where another node takes the same number, this one takes the next.
                var written = await database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO desk_audit (sequence, at, agent_id, action, about, detail) SELECT COALESCE(MAX(sequence), 0) + 1, {at}, {agentId}, {action}, {about}, {detail} FROM desk_audit WHERE true
                    ON CONFLICT (sequence) DO NOTHING
                    """, cancellationToken);
                if (written == 1) return;
            }
            throw new InvalidOperationException($"The audit of '{action}' found its number taken {AttemptsAtMost} times.");
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The rows before a sequence, newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ReadAsync(long before, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Audit.AsNoTracking().Where(row => row.Sequence < before).OrderByDescending(row => row.Sequence).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Warnings and endings for an agent's protection, newest first.</summary>
    /// <param name="conversation">In which conversation, or null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<AuditRow>> ProtectionsAsync(string? conversation, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Audit.AsNoTracking().Where(row => (row.Action == AuditActions.Warned || row.Action == AuditActions.Spoken || row.Action == AuditActions.NotSpoken || row.Action == AuditActions.Stopped) && (conversation == null || row.About == conversation))
            .OrderByDescending(row => row.Sequence).Take(most).ToListAsync(cancellationToken);
    }
}

/// <summary>What is written into the audit.</summary>
internal static class AuditActions
{
    public const string SignedIn = "signed-in";
    public const string SignInFailed = "sign-in-failed";
    public const string SignedOut = "signed-out";
    public const string Read = "read";
    public const string Listened = "listened";
    /// <summary>Something was done with a call.</summary>
    public const string Telephoned = "telephoned";
    /// <summary>A supervisor took part in a call.</summary>
    public const string Supervised = "supervised";
    public const string TelephoneChosen = "telephone-chosen";
    public const string Accepted = "accepted";
    /// <summary>A promised call was taken up.</summary>
    public const string FollowedUp = "followed-up";
    /// <summary>What came of a promised call, or of a message that was left.</summary>
    public const string FollowUpSettled = "follow-up-settled";
    /// <summary>A supervisor freed a promised call from the agent who held it, whose id is the detail.</summary>
    public const string FollowUpFreed = "follow-up-freed";
    public const string Declined = "declined";
    public const string Said = "said";
    public const string Corrected = "corrected";
    public const string Delegated = "delegated";
    public const string Returned = "returned";
    public const string Ended = "ended";
    public const string AgentAdded = "agent-added";
    public const string AgentDisabled = "agent-disabled";
    public const string AgentEnabled = "agent-enabled";
    public const string Started = "started";
    public const string Warned = "warned";
    /// <summary>A warning was read out to a caller; or could not be.</summary>
    public const string Spoken = "spoken";
    public const string NotSpoken = "not-spoken";
    public const string Stopped = "stopped";
    public const string EvidenceSeen = "evidence-seen";
    public const string Transferred = "transferred";
    public const string TookOver = "took-over";
    public const string ForcedEnd = "forced-end";
    public const string Noted = "noted";
    public const string Approved = "approved";
    public const string NotApproved = "not-approved";
    public const string AskedForApproval = "asked-for-approval";
    public const string WrappedUp = "wrapped-up";
    public const string Revealed = "revealed";
    public const string CustomerSeen = "customer-seen";
    public const string PhotoSeen = "photo-seen";
    public const string ReplyAdded = "reply-added";
    public const string ReplyRemoved = "reply-removed";
    public const string SkillsChanged = "skills-changed";
    public const string Broadcast = "broadcast";
    public const string SessionsEnded = "sessions-ended";
}
