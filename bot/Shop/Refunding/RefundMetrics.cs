using System.Diagnostics.Metrics;

namespace ServiceBot.Bot.Shop.Refunding;

/// <summary>What operators count: meter <c>ServiceBot.Refunds</c>.</summary>
internal sealed class RefundMetrics
{
    private readonly Counter<long> ended;
    private readonly Counter<long> sent;
    private readonly Counter<long> differences;

    public RefundMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("ServiceBot.Refunds");
        ended = meter.CreateCounter<long>("servicebot.refunds.ended", "{refund}", "Refund intents that came to an end, by state.");
        sent = meter.CreateCounter<long>("servicebot.refunds.sent", "{request}", "Requests to the payment provider, by what came back.");
        differences = meter.CreateCounter<long>("servicebot.refunds.differences", "{difference}", "Differences between the provider's ledger and the intents.");
    }

    /// <summary>An intent is done, failed or for a person.</summary>
    public void Ended(string state) => ended.Add(1, new KeyValuePair<string, object?>("state", state));

    /// <summary>The provider was asked.</summary>
    public void Sent(Payments.PaymentAnswerKind answer) => sent.Add(1, new KeyValuePair<string, object?>("answer", answer.ToString()));

    /// <summary>The books differ.</summary>
    public void Differ(int count) => differences.Add(count);
}
