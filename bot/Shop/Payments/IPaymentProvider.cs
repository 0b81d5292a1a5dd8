namespace ServiceBot.Bot.Shop.Payments;

/// <summary>Who moves money back to customers: the payment provider.</summary>
internal interface IPaymentProvider
{
    /// <summary>Whether there is one; without, refunds that it would pay wait.</summary>
    bool IsThere { get; }

    /// <summary>Asks for a refund. Under the same reference it is paid once, however often it is asked for within a day.</summary>
    Task<PaymentAnswer> RefundAsync(RefundOrder order, CancellationToken cancellationToken);

    /// <summary>Asks what became of the refund with our reference.</summary>
    Task<PaymentAnswer> FindAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Every refund that the provider has booked since then, oldest first.</summary>
    /// <exception cref="HttpRequestException">The provider does not answer as it should.</exception>
    IAsyncEnumerable<ProviderRefund> LedgerAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>What the provider is asked to pay; made of what never changes of an intent, so that it is the same however often it is sent.</summary>
/// <param name="Reference">The intent's id; also the key under which it is paid once.</param>
/// <param name="Payment">The payment that is reversed, or null where it goes to another method.</param>
/// <param name="Method">The shop's id of the payment method.</param>
/// <param name="Kind">The method's kind, such as <c>card</c>.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Account">Bank account to pay to, where the kind needs one. Personal.</param>
internal sealed record RefundOrder(string Reference, string? Payment, string Method, string Kind, long Amount, string Currency, string? Account);

/// <summary>A refund as the provider has booked it.</summary>
/// <param name="Id">The provider's number.</param>
/// <param name="Reference">Our reference.</param>
/// <param name="Status">One of <see cref="ProviderStatuses"/>.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="CreatedAt">When it was booked, by the provider's clock.</param>
internal sealed record ProviderRefund(string Id, string Reference, string Status, long Amount, string Currency, DateTimeOffset CreatedAt);

/// <summary>How a refund stands at the provider.</summary>
internal static class ProviderStatuses
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
}

/// <summary>What came back from the provider.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Refund">What is booked, where the provider said so.</param>
/// <param name="Fault">A short code of what was wrong, such as <c>http_500</c>.</param>
internal sealed record PaymentAnswer(PaymentAnswerKind Kind, ProviderRefund? Refund = null, string? Fault = null);

/// <summary>What an answer means for what is done next.</summary>
internal enum PaymentAnswerKind
{
    /// <summary>It is booked; <see cref="ProviderRefund.Status"/> says how it stands.</summary>
    Booked,
    /// <summary>The provider knows no refund with our reference.</summary>
    NotThere,
    /// <summary>Refused for good, and no money moves.</summary>
    Declined,
    /// <summary>The key was used for other content before: nobody knows what was paid.</summary>
    Contradicted,
    /// <summary>The same request is under way, or too many are: later.</summary>
    Busy,
    /// <summary>The provider is away or does not let us in: nobody knows whether it was booked.</summary>
    Unanswered,
    /// <summary>The answer blames this one request, or cannot be read: nobody knows whether it was booked.</summary>
    Faulty,
}
