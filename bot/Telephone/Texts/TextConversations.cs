using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Delivery;
using ServiceBot.CtiAdapter;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Telephone.Texts;

/// <summary>Answers text messages, and keeps where what is said later is brought.</summary>
internal sealed partial class TextConversations(Deliveries deliveries, ITurns turns, IOptions<TwilioOptions> options, ILogger<TextConversations> logger) : ITextConversations
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<LogEntry>> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        using var hold = await HoldAsync(turn, cancellationToken);
        var result = await turns.RunAsync(turn, CancellationToken.None);
        if (hold is null || result.Kind == TurnResultKind.Failed) return result.Replies;
        return await WithoutStoreAsync(() => hold.TakeAsync(result, CancellationToken.None), result.Replies);
    }

    private Task<Deliveries.Hold?> HoldAsync(Turn turn, CancellationToken cancellationToken)
    {
        var reference = new TextReference(turn.From ?? throw new ArgumentException("A text message comes from a number.", nameof(turn)), turn.To ?? options.Value.Number);
        return WithoutStoreAsync<Deliveries.Hold?>(async () => await deliveries.HoldAsync(turn.ConversationId, reference.Write(), cancellationToken), null);
    }

    // The company does not ask again: where the store is away the turn itself says so politely, what was committed is answered, and the next message keeps the address.
    [SuppressMessage("Design", "CA1031", Justification = "The failure is logged, and what was said is answered all the same.")]
    private async Task<T> WithoutStoreAsync<T>(Func<Task<T>> reach, T otherwise)
    {
        try
        {
            return await reach();
        }
        catch (Exception error)
        {
            Log.NotReached(logger, error);
            return otherwise;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The store could not be reached for a text message; it is answered without.")]
        public static partial void NotReached(ILogger logger, Exception error);
    }
}
