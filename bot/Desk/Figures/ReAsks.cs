using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using ServiceBot.Dialogs.Understanding.Asks;

namespace ServiceBot.Bot.Desk.Figures;

/// <summary>Counts how often agents ask for what the packet holds already. Kept is who, in which queue, when and which fact; never the words.</summary>
internal sealed partial class ReAsks(
    IDbContextFactory<DeskDatabase> databases, DeskConversations conversations, Escalations escalations, IUnderstanding understanding, DeskMetrics metrics, TimeProvider clock, ILogger<ReAsks> logger)
{
    private readonly AskedFacts asked = new();

    /// <summary>Counts a message that was sent; the same again counts once. The message is out: where it cannot be counted, the log says so.</summary>
    /// <param name="user">Who wrote it.</param>
    /// <param name="conversationId">To whom.</param>
    /// <param name="messageId">The page's own id of it.</param>
    /// <param name="text">The words.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public async Task CountAsync(DeskUser user, string conversationId, string messageId, string text, CancellationToken cancellationToken)
    {
        try
        {
            if (await conversations.FindAsync(user, conversationId, cancellationToken) is not { Owner: { } owner } context || await escalations.FindAsync(owner.Escalation, cancellationToken) is not { } row) return;
            var heard = understanding.Recognize(text, new Listening(clock.GetUtcNow(), context.Language, Expectation.Nothing));
            var kinds = asked.In(heard);
            string? again = null;
            if (!kinds.IsEmpty)
            {
                var known = KnownFacts.Of(await conversations.PacketAsync(context, context.Language, personal: true, cancellationToken));
                again = kinds.FirstOrDefault(known.ContainsKey);
            }
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var id = $"{user.Id}:{messageId}";
            if (await database.AgentMessages.AnyAsync(message => message.Id == id, cancellationToken)) return;
            database.AgentMessages.Add(new AgentMessageRow { Id = id, EscalationId = row.Id, AgentId = user.Id, Skill = row.Skill, At = clock.GetUtcNow(), AskedAgain = again });
            await database.SaveChangesAsync(cancellationToken);
            metrics.Message(row.Skill, again);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotCounted(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message of an agent's was sent, and is missing in the figures.")]
        public static partial void NotCounted(ILogger logger, Exception fault);
    }
}
