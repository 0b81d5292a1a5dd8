using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Desk.SignIn.OpenId;

/// <summary>Section <c>OpenId</c>: agents sign in with the company's own accounts (OpenID Connect).</summary>
internal sealed class OpenIdSettings : IValidatableObject
{
    public const string Section = "OpenId";

    /// <summary>The provider's issuer, under which its <c>/.well-known/openid-configuration</c> lies; empty for none.</summary>
    public string Authority { get; set; } = "";

    /// <summary>This desk's id at the provider.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that goes with it; empty where the provider asks for none.</summary>
    [DataType(DataType.Password)]
    public string ClientSecret { get; set; } = "";

    /// <summary>What is asked for beside <c>openid</c>.</summary>
    public List<string> Scopes { get; set; } = [];

    /// <summary>The claim that holds the name which customers read.</summary>
    [Required]
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim that holds roles or groups: one text, or several.</summary>
    [Required]
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Its value for agents.</summary>
    [Required]
    public string Agent { get; set; } = "servicebot-agent";

    /// <summary>Its value for supervisors.</summary>
    [Required]
    public string Supervisor { get; set; } = "servicebot-supervisor";

    /// <summary>Its value for managers.</summary>
    [Required]
    public string Manager { get; set; } = "servicebot-manager";

    /// <summary>Its value for administrators.</summary>
    [Required]
    public string Administrator { get; set; } = "servicebot-administrator";

    /// <summary>Whether names and passwords of this desk's own let people in too.</summary>
    public bool LocalSignIn { get; set; } = true;

    /// <summary>Whether there is a provider.</summary>
    public bool IsThere => Authority.Length > 0;

    /// <summary>The greatest role that values of the claim give; null where they give none.</summary>
    public string? RoleOf(IReadOnlyCollection<string> values) =>
        values.Contains(Administrator) ? DeskRoles.Administrator
        : values.Contains(Manager) ? DeskRoles.Manager
        : values.Contains(Supervisor) ? DeskRoles.Supervisor
        : values.Contains(Agent) ? DeskRoles.Agent
        : null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsThere && !LocalSignIn) yield return new ValidationResult($"{Section}:{nameof(LocalSignIn)} is 'False': without {Section}:{nameof(Authority)} nobody could sign in");
        if (!IsThere) yield break;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            yield return new ValidationResult($"{Section}:{nameof(Authority)} is '{Authority}': it must be an https address");
        if (ClientId.Length == 0) yield return new ValidationResult($"{Section}:{nameof(ClientId)} is empty: {Section}:{nameof(Authority)} needs it");
    }
}
