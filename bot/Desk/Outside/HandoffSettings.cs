using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>How much of a packet goes out by itself.</summary>
internal enum PacketForm
{
    /// <summary>Its id alone; the desk fetches the packet when somebody opens the conversation.</summary>
    Reference,
    /// <summary>The packet as it is when the customer is handed over.</summary>
    Whole,
}

/// <summary>Section <c>Handoff</c>: a desk of somebody else's, which hears of customers by webhooks.</summary>
internal sealed class HandoffSettings : IValidatableObject
{
    public const string Section = "Handoff";
    private const int ShortestSecret = 24;

    /// <summary>Where the outside desk hears; empty while our own desk serves the customers.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>Secrets that sign what goes out and what comes in. Several while they are exchanged: all of them sign, and each is accepted.</summary>
    [DataType(DataType.Password)]
    public List<string> Secrets { get; set; } = [];

    /// <summary>Whether the packet goes out whole, or is fetched by its id.</summary>
    public PacketForm Packet { get; set; } = PacketForm.Reference;

    /// <summary>Whether names, addresses, telephone numbers and accounts go out as they are; else they are masked.</summary>
    public bool Personal { get; set; }

    /// <summary>Seconds in which the desk accepts a customer, and for which it may be out of reach, before the customer hears that nobody is available.</summary>
    [Range(5, 86_400)]
    public int PatienceSeconds { get; set; } = 120;

    /// <summary>Whether there is an outside desk.</summary>
    public bool IsThere => WebhookUrl.Length > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsThere) yield break;
        if (!Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            yield return new ValidationResult($"{Section}:{nameof(WebhookUrl)} is '{WebhookUrl}': it must be an http or https address");
        if (Secrets.Count == 0)
            yield return new ValidationResult($"{Section}:{nameof(Secrets)} is empty: what goes to {Section}:{nameof(WebhookUrl)} must be signed");
        if (Secrets.Exists(secret => secret.Length < ShortestSecret))
            yield return new ValidationResult($"{Section}:{nameof(Secrets)} is '(not shown)': each must have at least {ShortestSecret} characters");
    }
}
