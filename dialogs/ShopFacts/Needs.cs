using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.ShopFacts;

/// <summary>Who a customer claims to be; the shop answers only to a claim that its policy accepts in full.</summary>
/// <param name="OrderId">Order number as said, or null.</param>
/// <param name="Phone">Digits, or null.</param>
/// <param name="Email">Lower case, or null.</param>
/// <param name="Name">As said, compared without regard to case and spaces; or null.</param>
/// <param name="Postcode">As said, compared exactly; or null.</param>
public sealed record IdentityClaim(string? OrderId, string? Phone, string? Email, string? Name, string? Postcode);

/// <summary>The customer that a claim proves: exactly one customer (guests too) matches every part that is given, or there is none.</summary>
public sealed record CustomerByClaim(IdentityClaim Claim)
    : Need<Customer>($"claim:{Claim.OrderId}|{Claim.Phone}|{Claim.Email}|{Claim.Name}|{Claim.Postcode}")
{
    /// <inheritdoc/>
    public override JsonTypeInfo<Customer> Json => ShopFactsJson.Default.Customer;
}

/// <summary>A customer by id, with payment methods and balances.</summary>
public sealed record CustomerById(string CustomerId) : Need<Customer>($"customer:{CustomerId}")
{
    /// <inheritdoc/>
    public override bool Lasts => true;

    /// <inheritdoc/>
    public override JsonTypeInfo<Customer> Json => ShopFactsJson.Default.Customer;
}

/// <summary>All orders of a customer, newest first.</summary>
public sealed record OrdersOf(string CustomerId) : Need<OrderList>($"orders:{CustomerId}")
{
    /// <inheritdoc/>
    public override bool Lasts => true;

    /// <inheritdoc/>
    public override JsonTypeInfo<OrderList> Json => ShopFactsJson.Default.OrderList;
}

/// <summary>All cases of a customer, newest first.</summary>
public sealed record CasesOf(string CustomerId) : Need<CaseList>($"cases:{CustomerId}")
{
    /// <inheritdoc/>
    public override bool Lasts => true;

    /// <inheritdoc/>
    public override JsonTypeInfo<CaseList> Json => ShopFactsJson.Default.CaseList;
}

/// <summary>One case by its number, for someone who holds the number; or none.</summary>
public sealed record CaseByNumber(string Number) : Need<Case>($"case:{Number}")
{
    /// <inheritdoc/>
    public override JsonTypeInfo<Case> Json => ShopFactsJson.Default.Case;
}

/// <summary>The orders of one customer, newest first.</summary>
/// <param name="Orders">Possibly empty.</param>
public sealed record OrderList(ImmutableArray<Order> Orders);

/// <summary>The cases of one customer, newest first.</summary>
/// <param name="Cases">Possibly empty.</param>
public sealed record CaseList(ImmutableArray<Case> Cases);

/// <summary>How the facts of the shop are written into the journal.</summary>
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(OrderList))]
[JsonSerializable(typeof(CaseList))]
[JsonSerializable(typeof(KnownConversation))]
[JsonSerializable(typeof(UnfinishedConversation))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
public sealed partial class ShopFactsJson : JsonSerializerContext;
