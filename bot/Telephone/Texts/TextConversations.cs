using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Delivery;
using ServiceBot.CtiAdapter;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Telephone.Texts;

/// <summary>Answers text messages, and keeps where what is said later is brought.</summary>
internal sealed class TextConversations(Deliveries deliveries, ITurns turns, IOptions<TwilioOptions> options) : ITextConversations
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<LogEntry>> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var reference = new TextReference(turn.From ?? throw new ArgumentException("A text message comes from a number.", nameof(turn)), turn.To ?? options.Value.Number);
        using var hold = await deliveries.HoldAsync(turn.ConversationId, reference.Write(), cancellationToken);
        var result = await turns.RunAsync(turn, CancellationToken.None);
        return result.Kind == TurnResultKind.Failed ? result.Replies : await hold.TakeAsync(result, cancellationToken);
    }
}
