using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>
/// The root of what is written, imported and exported as one: a customer with addresses, an order with lines. The rows of the store and the
/// lines of the files are the same classes, so nothing can be kept that is not exported.
/// </summary>
internal interface IDocument
{
    /// <summary>Unique among documents of this kind.</summary>
    string DocumentId { get; }

    /// <summary>Sets what is derived from the document itself: places in lists, and the forms by which it is searched.</summary>
    void Prepare();
}

/// <summary>Something inside a document whose id is nevertheless unique in the whole shop.</summary>
internal interface IHeld
{
    /// <summary>Unique among all of its class, in whatever document.</summary>
    string HeldId { get; }
}

/// <summary>The value must be one of the constants of a class; null is not checked.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(Type constants) : ValidationAttribute
{
    /// <summary>What is allowed.</summary>
    public string[] Values { get; } = [.. constants.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral).Select(field => (string?)field.GetRawConstantValue()).OfType<string>()];

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && Values.Contains(text, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"must be one of {string.Join(", ", Values)}";
}

/// <summary>The value names a document of another kind that must exist by the end of the import; null is not checked.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RefersToAttribute(Type document) : Attribute
{
    /// <summary>The kind of document that is named.</summary>
    public Type Document { get; } = document;
}

/// <summary>The value must not be empty, nor longer than 400 characters: it identifies something.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdentifierAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && !string.IsNullOrWhiteSpace(text) && text.Length <= 400);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "must have 1 to 400 characters";
}

/// <summary>Words by the code of a language that the bot speaks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LanguagesAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not OrderedDictionary<string, string> words || words.All(word => word.Key is "ko" or "en" && !string.IsNullOrWhiteSpace(word.Value));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "must hold words by a language's code, 'ko' or 'en'";
}

/// <summary>An ISO 4217 code in capitals.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CurrencyAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string { Length: 3 } code && code.All(char.IsAsciiLetterUpper));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "must be an ISO 4217 code in capitals, such as KRW";
}

/// <summary>An amount in minor units, zero or more.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AmountAttribute(long atLeast = 0) : ValidationAttribute
{
    /// <summary>The least that is allowed.</summary>
    public long AtLeast { get; } = atLeast;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch { null => true, long amount => amount >= AtLeast, int number => number >= AtLeast, _ => false };

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"must be at least {AtLeast}";
}
