using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>Sends one intent to the payment provider, or asks what became of it, and writes down what is known then.</summary>
internal sealed partial class RefundSending(RefundOutbox outbox, RefundProgress progress, IPaymentProvider provider, RefundMetrics metrics, TimeProvider clock, ILogger<RefundSending> logger)
{
    /// <summary>Kinds that the shop itself pays.</summary>
    public static readonly string[] Own = [PaymentKinds.Points, PaymentKinds.GiftCard];

    // Providers forget keys after a day (Stripe: "at least 24 hours"); an hour before that nothing is sent again.
    private static readonly TimeSpan KeysLast = TimeSpan.FromHours(23);
    private static readonly TimeSpan PendingRest = TimeSpan.FromMinutes(1);
    private const int StrikesAtMost = 10;

    /// <summary>Takes the intent where it can be had, and brings it one answer further.</summary>
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await outbox.TakeAsync(id, cancellationToken) is not { } lease) return;
        try
        {
            if (Own.Contains(lease.Intent.Kind, StringComparer.Ordinal)) await progress.CompleteOwnAsync(lease, cancellationToken);
            else await HearAsync(lease, await AskAsync(lease, cancellationToken), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever it was, it must not hold up the others, and not come back for ever.
            Log.Failed(logger, fault, id);
            await StrikeAsync(lease, "exception", cancellationToken);
        }
    }

    // What was sent before is asked about first; it is sent again under the same key only while the provider still knows the key.
    private async Task<PaymentAnswer> AskAsync(RefundLease lease, CancellationToken cancellationToken)
    {
        if (lease.IsAgain)
        {
            var found = await provider.FindAsync(lease.Intent.Id, cancellationToken);
            if (found.Kind != PaymentAnswerKind.NotThere || IsOld(lease)) return found;
        }

        CrashPoint.Reach("refund.send");
        var answer = await provider.RefundAsync(lease.Order, cancellationToken);
        CrashPoint.Reach("refund.sent");
        return answer.Kind == PaymentAnswerKind.NotThere ? answer with { Kind = PaymentAnswerKind.Faulty } : answer;
    }

    private async Task HearAsync(RefundLease lease, PaymentAnswer answer, CancellationToken cancellationToken)
    {
        metrics.Sent(answer.Kind);
        switch (answer.Kind)
        {
            case PaymentAnswerKind.Booked when answer.Refund is { } booked && string.Equals(booked.Reference, lease.Intent.Id, StringComparison.Ordinal):
                if (await progress.HearAsync(booked, lease, cancellationToken) == RefundHearing.Pending) await outbox.PostponeAsync(lease, null, 0, PendingRest, cancellationToken);
                return;
            case PaymentAnswerKind.Declined:
                await progress.FailAsync(lease, answer.Fault, cancellationToken);
                return;
            case PaymentAnswerKind.Contradicted:
                await progress.ParkAsync(lease.Intent.Id, answer.Fault, lease, cancellationToken);
                return;
            case PaymentAnswerKind.Busy or PaymentAnswerKind.Unanswered when !IsOld(lease):
                await outbox.PostponeAsync(lease, answer.Fault, 0, null, cancellationToken);
                return;
            case PaymentAnswerKind.Faulty or PaymentAnswerKind.Booked when !IsOld(lease):
                await StrikeAsync(lease, answer.Fault ?? "other_reference", cancellationToken);
                return;
            default:
                await progress.ParkAsync(lease.Intent.Id, answer.Fault ?? "too_old", lease, cancellationToken);
                return;
        }
    }

    private async Task StrikeAsync(RefundLease lease, string fault, CancellationToken cancellationToken)
    {
        if (lease.Intent.Strikes + 1 >= StrikesAtMost) await progress.ParkAsync(lease.Intent.Id, fault, lease, cancellationToken);
        else await outbox.PostponeAsync(lease, fault, 1, null, cancellationToken);
    }

    private bool IsOld(RefundLease lease) => clock.GetUtcNow() - lease.SentAt >= KeysLast;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Sending refund {Intent} failed; it is tried again later.")]
        public static partial void Failed(ILogger logger, Exception fault, string intent);
    }
}
