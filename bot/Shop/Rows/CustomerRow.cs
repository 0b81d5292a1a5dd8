using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>A customer, or the person behind guest orders (비회원).</summary>
internal sealed class CustomerRow : IDocument
{
    [Identifier] public required string Id { get; set; }
    [Identifier] public required string Name { get; set; }
    /// <summary>Given and family name, where the shop keeps them apart.</summary>
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public bool IsGuest { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Tier { get; set; }
    /// <summary>The language the customer likes to be spoken to, such as ko or en.</summary>
    public string? Language { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    /// <summary>The first is the default.</summary>
    public List<AddressRow> Addresses { get; set; } = [];
    public List<PaymentMethodRow> PaymentMethods { get; set; } = [];
    public List<ChannelAddressRow> ChannelAddresses { get; set; } = [];

    [JsonIgnore] public string? NameForm { get; set; }
    [JsonIgnore] public string? EmailForm { get; set; }
    [JsonIgnore] public string? PhoneForm { get; set; }

    [JsonIgnore] public string DocumentId => Id;

    public void Prepare()
    {
        NameForm = SearchForms.Name(Name);
        EmailForm = SearchForms.Email(Email);
        PhoneForm = SearchForms.Phone(Phone);
        for (var i = 0; i < Addresses.Count; i++) Addresses[i].Position = i;
        for (var i = 0; i < PaymentMethods.Count; i++) PaymentMethods[i].Position = i;
        for (var i = 0; i < ChannelAddresses.Count; i++) ChannelAddresses[i].Position = i;
    }

    public Customer ToFact() => new(Id, Name)
    {
        IsGuest = IsGuest,
        Email = Email,
        Phone = PhoneForm,
        Tier = Tier,
        Address = Addresses.OrderBy(address => address.Position).FirstOrDefault()?.ToFact(),
        PaymentMethods = [.. PaymentMethods.OrderBy(method => method.Position).Select(method => method.ToFact())],
    };
}

/// <summary>One of a customer's addresses.</summary>
internal sealed class AddressRow
{
    [JsonIgnore] public string CustomerId { get; set; } = "";
    [JsonIgnore] public int Position { get; set; }
    [Identifier] public required string Line1 { get; set; }
    public string? Line2 { get; set; }
    public string? City { get; set; }
    public string? Region { get; set; }
    [Identifier] public required string Postcode { get; set; }
    public string? Country { get; set; }
    public string? Recipient { get; set; }
    public string? Phone { get; set; }

    public Address ToFact() => new(Line1, Postcode) { Line2 = Line2, City = City, Region = Region, Country = Country, Recipient = Recipient, Phone = Phone };
}

/// <summary>A payment method; its id is unique in the whole shop.</summary>
internal sealed class PaymentMethodRow : IHeld, IValidatableObject
{
    [Identifier] public required string Id { get; set; }
    [JsonIgnore] public string CustomerId { get; set; } = "";
    [JsonIgnore] public int Position { get; set; }
    [OneOf(typeof(PaymentKinds))] public required string Kind { get; set; }
    /// <summary>Brand or bank.</summary>
    public string? Brand { get; set; }
    public string? LastFour { get; set; }
    /// <summary>Minor units that are left, for gift cards and points only.</summary>
    [Amount] public long? Balance { get; set; }
    [Currency] public string? Currency { get; set; }
    /// <summary>Where a refund of a virtual account goes (환불계좌): bank and digits.</summary>
    public string? RefundAccount { get; set; }

    [JsonIgnore] public string HeldId => Id;

    public PaymentMethod ToFact() => new(Id, Kind)
    {
        Brand = Brand,
        LastFour = LastFour,
        Balance = Balance is { } left && Currency is { } currency ? new Money(left, currency) : null,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var holdsMoney = Kind is PaymentKinds.GiftCard or PaymentKinds.Points;
        if (holdsMoney && Balance is null) yield return new("must be given for gift cards and points", [nameof(Balance)]);
        if (!holdsMoney && Balance is not null) yield return new("is only for gift cards and points", [nameof(Balance)]);
        if (Balance is not null && Currency is null) yield return new("must be given with a balance", [nameof(Currency)]);
    }
}

/// <summary>A channel's address of a customer: a web login, a messenger id, a telephone number; and how sure the shop is of it.</summary>
internal sealed class ChannelAddressRow : IHeld
{
    [Identifier] public required string Channel { get; set; }
    [Identifier] public required string Address { get; set; }
    [JsonIgnore] public string CustomerId { get; set; } = "";
    [JsonIgnore] public int Position { get; set; }
    [OneOf(typeof(Assurances))] public required string Assurance { get; set; }
    public DateTimeOffset? VerifiedAt { get; set; }

    [JsonIgnore] public string HeldId => $"{Channel} {Address}";
}

/// <summary>How sure the shop is of a channel address, as stored and exchanged.</summary>
internal static class Assurances
{
    public const string None = "none";
    public const string Matched = "matched";
    public const string Verified = "verified";
    public const string Authenticated = "authenticated";
}
