using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Shop.Payments;

/// <summary>Section <c>Payments</c>: the payment provider that pays refunds.</summary>
internal sealed class PaymentSettings : IValidatableObject
{
    public const string Section = "Payments";

    /// <summary>Where the provider's API begins, such as https://api.psp.example/; empty for none, and refunds wait.</summary>
    [Url(ErrorMessage = "it must be an address such as https://api.psp.example/")]
    public string? BaseUrl { get; set; }

    /// <summary>The key that the provider gave us.</summary>
    [DataType(DataType.Password)]
    public string ApiKey { get; set; } = "";

    /// <summary>What the provider signs its callbacks with; empty where it sends none.</summary>
    [DataType(DataType.Password)]
    public string CallbackSecret { get; set; } = "";

    /// <summary>Seconds that an answer is waited for.</summary>
    [Range(1, 60, ErrorMessage = "it must be 1 to 60")]
    public int TimeoutSeconds { get; set; } = 10;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(BaseUrl) && ApiKey.Length == 0) yield return new($"{Section}:ApiKey is '': it must be given with {Section}:BaseUrl");
        if (string.IsNullOrEmpty(BaseUrl) && CallbackSecret.Length > 0) yield return new($"{Section}:BaseUrl is '': it must be given with {Section}:CallbackSecret");
        if (CallbackSecret.Length is > 0 and < 16) yield return new($"{Section}:CallbackSecret has {CallbackSecret.Length} characters: it must have at least 16");
    }
}
