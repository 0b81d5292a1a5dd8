using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>The right to send one intent for a while. Whoever lost it meanwhile writes nothing: the number in the row has risen.</summary>
/// <param name="Intent">The intent as it stood before.</param>
/// <param name="Account">The bank account of its return, or null.</param>
/// <param name="Fence">The number of this lease; each is higher than the one before.</param>
/// <param name="SentAt">When it was, or is about to be, sent for the first time.</param>
/// <param name="Tries">How often it was taken, this time included.</param>
internal sealed record RefundLease(RefundRow Intent, string? Account, long Fence, DateTimeOffset SentAt, int Tries)
{
    /// <summary>Whether somebody may have sent it before.</summary>
    public bool IsAgain => Intent.SentAt is not null;

    /// <summary>What the provider is asked; the same every time.</summary>
    public RefundOrder Order => new(Intent.Id, Intent.PaymentId, Intent.MethodId, Intent.Kind, Intent.Amount, Intent.Currency, Account);
}
