using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Privacy;

/// <summary>Settings of section <c>Privacy</c>.</summary>
internal sealed class PrivacySettings : IValidatableObject
{
    public const string Section = "Privacy";

    /// <summary>Keys that seal what is kept of conversations: 32 random bytes each in base 64, newest first. The first seals, all open. Empty: a key of this data directory's own.</summary>
    [DataType(DataType.Password)]
    public List<string> Keys { get; set; } = [];

    /// <summary>The keys as they are used; empty where the data directory has its own.</summary>
    public IReadOnlyList<SealKey> Read() => [.. Keys.Select(text => SealKey.TryParse(text, out var key) ? key : null).OfType<SealKey>()];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (i, key) in Keys.Index())
            if (!SealKey.TryParse(key, out _))
                yield return new ValidationResult($"{Section}:{nameof(Keys)}:{i} is '(not shown)': it must be 32 random bytes in base 64, as `openssl rand -base64 32` prints them");
    }
}
