using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>Something that is sold, in its variants.</summary>
internal sealed class ProductRow : IDocument
{
    [Identifier] public required string Id { get; set; }
    [Identifier] public required string Name { get; set; }
    /// <summary>Its names in other languages, by the language's code: ko, en.</summary>
    [Languages] public OrderedDictionary<string, string> Names { get; set; } = [];
    public string? Category { get; set; }
    /// <summary>How the name is spoken, where that differs.</summary>
    public string? SpokenName { get; set; }
    /// <summary>Words that customers use for it, in any language.</summary>
    public List<string> AlsoKnownAs { get; set; } = [];
    /// <summary>What the law asks about the goods.</summary>
    public GoodsTraits Traits { get; set; }
    [Identifier, RefersTo(typeof(SellerRow))] public string? SellerId { get; set; }
    public List<VariantRow> Variants { get; set; } = [];

    [JsonIgnore] public string DocumentId => Id;

    public void Prepare()
    {
        for (var i = 0; i < Variants.Count; i++) Variants[i].Position = i;
    }
}

/// <summary>A variant of a product; its id is unique in the whole shop.</summary>
internal sealed class VariantRow : IHeld
{
    [Identifier] public required string Id { get; set; }
    [JsonIgnore] public string ProductId { get; set; } = "";
    [JsonIgnore] public int Position { get; set; }
    /// <summary>By name, in the order in which they are shown.</summary>
    public OrderedDictionary<string, string> Options { get; set; } = [];
    /// <summary>Its options together, in other languages, by the language's code: blue, 24 cm.</summary>
    [Languages] public OrderedDictionary<string, string> Names { get; set; } = [];
    /// <summary>Words that customers use for this variant beside its options, in any language.</summary>
    public List<string> AlsoKnownAs { get; set; } = [];
    /// <summary>Minor units.</summary>
    [Amount] public required long Price { get; set; }
    [Currency] public required string Currency { get; set; }
    public required bool Available { get; set; }
    /// <summary>How many are in stock, or null where the shop does not count.</summary>
    [Amount] public int? Stock { get; set; }

    [JsonIgnore] public string HeldId => Id;
}

/// <summary>A seller, where the shop is an intermediary.</summary>
internal sealed class SellerRow : IDocument
{
    [Identifier] public required string Id { get; set; }
    [Identifier] public required string Name { get; set; }
    /// <summary>Business registration number (사업자등록번호).</summary>
    public string? RegistrationNumber { get; set; }
    public string? Phone { get; set; }
    [EmailAddress] public string? Email { get; set; }
    /// <summary>Where returns go.</summary>
    public Address? ReturnAddress { get; set; }

    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }
}

/// <summary>Who carries parcels.</summary>
internal sealed class CarrierRow : IDocument
{
    [Identifier] public required string Id { get; set; }
    /// <summary>As it is said: CJ대한통운.</summary>
    [Identifier] public required string Name { get; set; }
    /// <summary>Its names in other languages, by the language's code: ko, en.</summary>
    [Languages] public OrderedDictionary<string, string> Names { get; set; } = [];
    public string? Phone { get; set; }
    /// <summary>How many digits a waybill number has, or null.</summary>
    [Range(6, 30)] public int? WaybillDigits { get; set; }
    /// <summary>Whether it collects returns; the first that does, by id, is booked.</summary>
    public bool CollectsReturns { get; set; }

    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }
}

/// <summary>A coupon: a fixed amount, or a share of the goods.</summary>
internal sealed class CouponRow : IDocument, IValidatableObject
{
    [Identifier] public required string Id { get; set; }
    [Identifier] public required string Name { get; set; }
    /// <summary>Whose it is, or null for anybody's.</summary>
    [Identifier, RefersTo(typeof(CustomerRow))] public string? CustomerId { get; set; }
    /// <summary>Minor units off, or null.</summary>
    [Amount(1)] public long? AmountOff { get; set; }
    [Range(1, 100)] public int? PercentOff { get; set; }
    /// <summary>From what goods total it may be used, in minor units.</summary>
    [Amount] public long? From { get; set; }
    [Currency] public required string Currency { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    [JsonIgnore] public string DocumentId => Id;
    public void Prepare() { }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AmountOff is null == PercentOff is null) yield return new("either this or percentOff must be given", [nameof(AmountOff)]);
    }
}
