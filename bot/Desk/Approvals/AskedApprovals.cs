using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Approvals;

/// <summary>Finds the exceptions that were asked for and nobody has decided.</summary>
internal sealed class AskedApprovals(IDbContextFactory<DeskDatabase> databases)
{
    /// <summary>The wish for an exception from a verdict as it stands: for its rule, and what would be paid back by it.</summary>
    /// <param name="conversationId">Where.</param>
    /// <param name="verdict">The verdict, or null where there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The wish's id; null where nobody asked, it was decided, or there is nothing to be allowed.</returns>
    public async Task<string?> FindAsync(string conversationId, PacketVerdict? verdict, CancellationToken cancellationToken)
    {
        if (verdict is not { MayBeApproved: true, Rule: var rule, Refund.Minor: var amount }) return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Approvals.AsNoTracking()
            .Where(row => row.ConversationId == conversationId && row.State == ApprovalStates.Asked && row.Rule == rule && row.Amount == amount).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
