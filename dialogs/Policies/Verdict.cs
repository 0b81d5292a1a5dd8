using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Policies;

/// <summary>What was decided.</summary>
internal enum VerdictKind
{
    /// <summary>The customer may, and the machine grants it.</summary>
    Allowed,
    /// <summary>The customer may not; <see cref="Verdict.Alternatives"/> says what is still possible.</summary>
    Refused,
    /// <summary>A person decides: disputed, over authority, or a share to be estimated.</summary>
    Person,
}

/// <summary>What becomes of the goods.</summary>
internal enum GoodsWay
{
    /// <summary>They are sent back.</summary>
    SendBack,
    /// <summary>They stay with the customer.</summary>
    Keep,
    /// <summary>There is nothing to send: not handed over yet, or a service.</summary>
    Nothing,
}

/// <summary>
/// What law and shop say to a request. <see cref="For"/> decides in this order, and the first rule that decides names itself:
/// quantity (S01), exchange (C22), holidays unknown (S09), cannot supply (C13), then line by line: order status (S02), not sent yet (C11), under
/// way (S02), delivery unclear or late (S07), goods not as agreed (C04), limits on withdrawal (C05 to C10), deadline (C01, C02, C03, C12, S04), part use (C16); then for the
/// whole: disputed postage (C19), low confidence, evidence (S05), authority (S06). Where lines differ, a person comes before a refusal and a
/// refusal before a grant. Without a law it is: S01, S02, S03, S08, S04, S05, S06.
/// </summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Rule">The deciding rule: C01 to C24 of the law, S01 to S09 of the shop.</param>
/// <param name="Text">What to tell the customer.</param>
internal sealed record Verdict(VerdictKind Kind, string Rule, Sentence Text)
{
    /// <summary>The clause of the law, or null for a rule of the shop.</summary>
    public string? Clause => KoreanLaw.Find(Rule)?.Source;
    /// <summary>The deciding rule in plain words.</summary>
    public Sentence RuleText => KoreanLaw.Find(Rule)?.InPlainWords ?? Sentence.Of($"policies.{Rule}.rule");
    /// <summary>Rules that also held on the way, such as C18 for the day of sending or C04 behind S06.</summary>
    public ImmutableArray<string> Grounds { get; init; } = [];
    /// <summary>The last day on which it is possible, or null where there is none.</summary>
    public DateOnly? Deadline { get; init; }
    /// <summary>Who pays the way back.</summary>
    public PostagePayer Postage { get; init; }
    /// <summary>By when the money is owed, or null where no law sets a time.</summary>
    public RefundDue? RefundDue { get; init; }
    /// <summary>What becomes of the goods.</summary>
    public GoodsWay Goods { get; init; }
    /// <summary>What is still possible, as keys of sentences without values; never empty on a refusal.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];
    /// <summary>The lines because of which it was refused or handed over, where others would be allowed; empty otherwise.</summary>
    public ImmutableArray<string> LinesApart { get; init; } = [];

    /// <summary>Decides. Facts of <see cref="WithdrawalLimits.OpenFacts"/> that stay unknown count for the customer.</summary>
    public static Verdict For(ShopPolicy policy, ReturnRequest request) =>
        policy.Jurisdiction is Jurisdiction.Korea ? KoreanVerdict.For(policy, request) : ShopVerdict.For(policy, request);

    /// <summary>Granted by a rule, with its sentence <c>policies.{rule}.allowed</c>.</summary>
    public static Verdict Allow(string rule, params ReadOnlySpan<(string Name, object Value)> arguments) => new(VerdictKind.Allowed, rule, Sentence.Of($"policies.{rule}.allowed", arguments));

    /// <summary>Refused by a rule, with its sentence <c>policies.{rule}.refused</c> and what is still possible.</summary>
    public static Verdict Refuse(string rule, ImmutableArray<string> alternatives, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        new(VerdictKind.Refused, rule, Sentence.Of($"policies.{rule}.refused", arguments)) { Alternatives = alternatives };

    /// <summary>Handed to a person by a rule, with its sentence <c>policies.{rule}.person</c>.</summary>
    public static Verdict HandOver(string rule) =>
        new(VerdictKind.Person, rule, Sentence.Of($"policies.{rule}.person")) { Alternatives = [ServiceBot.Dialogs.Policies.Alternatives.Person] };
}

/// <summary>What is still possible after a refusal, as sentence keys.</summary>
internal static class Alternatives
{
    /// <summary>A return because something is wrong with the goods.</summary>
    public const string Defect = "policies.alternative.defect";
    /// <summary>Cancelling what was not sent yet.</summary>
    public const string Cancel = "policies.alternative.cancel";
    /// <summary>Returning once it is there.</summary>
    public const string OnceDelivered = "policies.alternative.onceDelivered";
    /// <summary>A refund instead of an exchange.</summary>
    public const string Refund = "policies.alternative.refund";
    /// <summary>Returning other items of the order.</summary>
    public const string OtherItems = "policies.alternative.otherItems";
    /// <summary>Asking how the return stands that was opened.</summary>
    public const string OpenReturn = "policies.alternative.openReturn";
    /// <summary>A person looks at it.</summary>
    public const string Person = "policies.alternative.person";
}
