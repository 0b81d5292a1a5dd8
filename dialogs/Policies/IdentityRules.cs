using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Policies;

/// <summary>How customers prove who they are.</summary>
/// <param name="Methods">Each is a set of facts that together suffice: of <c>order</c>, <c>phone</c>, <c>email</c>, <c>name</c>, <c>postcode</c>. Offered in this order.</param>
/// <param name="Strikes">Failed attempts after which a person takes over, at least one.</param>
public sealed record IdentityRules(ImmutableArray<ImmutableArray<string>> Methods, int Strikes)
{
    /// <summary>The facts that a method may be made of.</summary>
    public static ImmutableArray<string> Facts { get; } = ["order", "phone", "email", "name", "postcode"];

    /// <summary>What order numbers look like; empty where anything may be one.</summary>
    public ImmutableArray<Regex> OrderNumbers { get; init; } = [];

    /// <summary>Whether some method is complete with these facts.</summary>
    public bool Suffices(IReadOnlyCollection<string> given) => Methods.Any(method => method.All(given.Contains));
}
