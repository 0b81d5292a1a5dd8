using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ServiceBot.Dialogs.Turns;

/// <summary>What a question waits for; written in lower case on the wire as <c>channelData.servicebot.expecting.kind</c>.</summary>
[JsonConverter(typeof(NewerExpectedKinds))]
public enum ExpectedKind
{
    /// <summary>Nothing: the bot has spoken and waits for no particular answer.</summary>
    None,
    /// <summary>Free words.</summary>
    Text,
    /// <summary>Yes or no.</summary>
    YesNo,
    /// <summary>One of the options, or several where <see cref="Expectation.Many"/>.</summary>
    Choice,
    /// <summary>Anything that proves who the customer is; <see cref="Expectation.Alternatives"/> says what would do.</summary>
    Identity,
    /// <summary>An order of the customer's.</summary>
    Order,
    /// <summary>One or several lines of an order.</summary>
    Item,
    /// <summary>A variant of a product.</summary>
    Variant,
    /// <summary>A payment method of the customer's.</summary>
    Payment,
    /// <summary>A bank account to refund to.</summary>
    Account,
    /// <summary>Why something is returned.</summary>
    Reason,
    /// <summary>A postal address.</summary>
    Address,
    /// <summary>A person's name.</summary>
    Name,
    /// <summary>A postcode.</summary>
    Postcode,
    /// <summary>An e-mail address.</summary>
    Email,
    /// <summary>A telephone number.</summary>
    Phone,
    /// <summary>A one-time code.</summary>
    Code,
    /// <summary>A day.</summary>
    Date,
    /// <summary>A photograph.</summary>
    Photo,
    /// <summary>A score, 1 to 5.</summary>
    Rating,
    /// <summary>A number.</summary>
    Number,
}

/// <summary>What the bot's last question waits for: it guides understanding, is shown to scripted customers, and is committed with the context.</summary>
/// <param name="Slot">The slot that the answer fills, such as <c>items</c>.</param>
/// <param name="Kind">What would do as an answer.</param>
public sealed record Expectation(string Slot, ExpectedKind Kind)
{
    /// <summary>Nothing is waited for.</summary>
    public static Expectation Nothing { get; } = new("", ExpectedKind.None);

    /// <summary>Other kinds that would do as well.</summary>
    public ImmutableArray<ExpectedKind> Alternatives { get; init; } = [];

    /// <summary>What may be chosen, in the order in which it is shown and numbered from one.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>Whether several options may be given at once.</summary>
    public bool Many { get; init; }

    /// <summary>For a yes-or-no question: whether it offers something (so that 괜찮아요 declines) or asks consent to a condition (so that it agrees).</summary>
    public bool IsOffer { get; init; }
}

/// <summary>One thing that may be chosen.</summary>
/// <param name="Value">The stable value, accepted as an answer as it is.</param>
/// <param name="Title">What the customer reads, already in the customer's language.</param>
public sealed record Option(string Value, string Title)
{
    /// <summary>What the customer hears, or null where the title is spoken as it is.</summary>
    public string? Speak { get; init; }

    /// <summary>Other words for it, such as a spoken reading or the words of a colour.</summary>
    public ImmutableArray<string> AlsoKnownAs { get; init; } = [];

    /// <summary>What of the shop it stands for: <c>orderId</c>, <c>lineId</c>, <c>itemId</c>, <c>variantId</c>, <c>paymentMethodId</c>, <c>reason</c>.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
