using System.Collections.Immutable;
using System.Globalization;

namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Takes a card by keys without this program hearing them. It knows no Korean, so a Korean caller is prompted with <see cref="Prompt"/>, or pays by a link instead.</summary>
/// <param name="Prompts">What is said at its steps.</param>
public sealed record Pay(ImmutableArray<Prompt> Prompts) : Verb, IResponseVerb
{
    /// <summary>Where to go on; <c>Result</c> tells how it went.</summary>
    public string? Action { get; init; }
    /// <summary>How much; null to keep the card without charging it.</summary>
    public decimal? ChargeAmount { get; init; }
    /// <summary>The currency, such as krw.</summary>
    public string? Currency { get; init; }
    /// <summary>The connector's name at the platform.</summary>
    public string? PaymentConnector { get; init; }
    /// <summary>How often a step is tried, 1 to 3.</summary>
    public int? MaxAttempts { get; init; }
    /// <summary>Seconds of waiting at each step.</summary>
    public int? Timeout { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        writer.Attribute("action", Action);
        writer.Attribute("chargeAmount", ChargeAmount?.ToString(CultureInfo.InvariantCulture));
        writer.Attribute("currency", Currency);
        writer.Attribute("paymentConnector", PaymentConnector);
        writer.Attribute("maxAttempts", MaxAttempts, 1, 3);
        writer.Attribute("timeout", Timeout, 1, 600);
        foreach (var prompt in Prompts) writer.Child(prompt);
    }
}

/// <summary>What is said at a step of <see cref="Pay"/>.</summary>
/// <param name="For">The step, such as payment-card-number.</param>
/// <param name="Spoken">What is said.</param>
public sealed record Prompt(string For, ImmutableArray<IGatherVerb> Spoken) : Verb
{
    internal override void Write(TwimlWriter writer)
    {
        writer.OneOf("for", For, "payment-card-number", "expiration-date", "security-code", "postal-code", "payment-processing", "bank-account-number", "bank-routing-number");
        foreach (var verb in Spoken) writer.Child((Verb)verb);
    }
}
