using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Policies;

/// <summary>A policy file from its text. Field by field it is described in docs/policy.md.</summary>
internal static class ShopPolicyFile
{
    private const long MostMoney = 1_000_000_000_000;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    public static ShopPolicy Read(string json)
    {
        var errors = new List<string>();
        try
        {
            using var file = JsonDocument.Parse(json, Lenient);
            if (file.RootElement.ValueKind is not JsonValueKind.Object) throw new ShopPolicyException([$"the file must hold one object, but holds {file.RootElement.ValueKind}"]);
            var policy = Policy(new(file.RootElement, "", errors));
            errors.AddRange(VoidTerms.In(policy));
            return errors.Count == 0 ? policy : throw new ShopPolicyException([.. errors]);
        }
        catch (JsonException broken)
        {
            throw new ShopPolicyException([$"line {broken.LineNumber + 1}: is not valid JSON: {broken.Message}"]);
        }
    }

    private static ShopPolicy Policy(PolicyFields fields)
    {
        var policy = new ShopPolicy
        {
            Version = fields.Text("version"),
            Jurisdiction = fields.OneOf("jurisdiction", Choices(("KR", Jurisdiction.Korea), ("none", Jurisdiction.None)), Jurisdiction.None),
            TimeZone = Zone(fields),
            Language = fields.OneOf("language", Choices(("ko", SpokenLanguage.Korean), ("en", SpokenLanguage.English)), SpokenLanguage.Korean),
            Currency = Currency(fields),
            IsIntermediary = fields.Flag("intermediary"),
            Identity = Section(fields, "identity", Identity, new([], 1)),
            Returns = Section(fields, "returns", Returns, new() { Statuses = [] }),
            Refunds = Section(fields, "refunds", Refunds, new() { Destinations = [] }),
            Postage = Section(fields, "postage", Postage, new(0, [])),
            Service = Section(fields, "service", ServiceFields.Read, ServiceFields.Nothing),
        };
        fields.Done();
        return policy;
    }

    private static IdentityRules Identity(PolicyFields fields)
    {
        var methods = fields.TextSets("methods", IdentityRules.Facts);
        if (methods.IsEmpty || methods.Any(method => method.IsEmpty)) fields.Error("methods", "must name at least one method, and each at least one fact");
        var patterns = ImmutableArray.CreateBuilder<Regex>();
        foreach (var pattern in fields.Texts("orderNumbers"))
            try
            {
                patterns.Add(new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
            }
            catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
            {
                fields.Error("orderNumbers", $"'{pattern}' is no usable pattern: {problem.Message}");
            }
        return new(methods, (int)fields.Number("strikes", 1, 20)) { OrderNumbers = patterns.ToImmutable() };
    }

    private static ReturnRules Returns(PolicyFields fields)
    {
        var rules = new ReturnRules
        {
            WithdrawalDays = (int?)fields.NumberOrNull("withdrawalDays", 1, 3650),
            Statuses = fields.Texts("statuses", OrderStatuses.All),
            OncePerOrder = fields.Flag("oncePerOrder"),
            Reasons = fields.Texts("reasons", ReturnReasons.All),
            Evidence = Evidence(fields),
            Pickup = fields.Object("pickup", optional: true) is { } pickup ? Pickup(pickup) : null,
            UndoIn = fields.Texts("undoIn", ["requested", "pickup_booked", "collected"]),
            Exchange = fields.OneOf("exchange", Choices(("not_offered", ExchangeRule.NotOffered), ("by_person", ExchangeRule.ByPerson), ("offered", ExchangeRule.Offered)), ExchangeRule.NotOffered),
        };
        if (rules.Statuses.IsEmpty) fields.Error("statuses", "must name at least one order status");
        return rules;
    }

    private static ImmutableSortedDictionary<string, EvidenceRule> Evidence(PolicyFields fields)
    {
        var wanted = ImmutableSortedDictionary.CreateBuilder<string, EvidenceRule>(StringComparer.Ordinal);
        if (fields.Object("evidence", optional: true) is not { } evidence) return wanted.ToImmutable();
        foreach (var reason in evidence.Names())
            if (ReturnReasons.All.Contains(reason)) wanted[reason] = evidence.OneOf(reason, Choices(("none", EvidenceRule.None), ("optional", EvidenceRule.Optional), ("required", EvidenceRule.Required)), EvidenceRule.None);
        evidence.Done();
        return wanted.ToImmutable();
    }

    private static PickupRule Pickup(PolicyFields fields)
    {
        var rule = new PickupRule((int)fields.Number("earliestBusinessDays", 0, 30), (int)fields.Number("daysOffered", 1, 30));
        fields.Done();
        return rule;
    }

    private static RefundRules Refunds(PolicyFields fields)
    {
        var rules = new RefundRules
        {
            Destinations = fields.Texts("destinations", [RefundRules.Original, RefundRules.GiftCard]),
            AsksDestination = fields.Flag("askDestination"),
            AccountNeeded = fields.Texts("accountNeeded", PaymentKinds.All),
            Timing = [.. fields.Objects("timing").Select(Timing)],
            AfterInspection = fields.Flag("afterInspection"),
            PerDay = (int?)fields.NumberOrNull("perDay", 1, 1000),
            AuthorityLimit = fields.NumberOrNull("authorityLimit", 0, MostMoney),
            KeepGoods = fields.Object("keepGoods", optional: true) is { } keep ? KeepGoods(keep) : null,
            Fees = [.. fields.Objects("fees").Select(Fee)],
        };
        if (rules.Destinations.IsEmpty) fields.Error("destinations", "must name at least one destination");
        foreach (var kind in rules.Timing.SelectMany(timing => timing.Kinds).GroupBy(kind => kind, StringComparer.Ordinal).Where(kind => kind.Count() > 1))
            fields.Error("timing", $"'{kind.Key}' stands in two timings");
        return rules;
    }

    private static RefundTiming Timing(PolicyFields fields)
    {
        var timing = new RefundTiming(fields.Texts("kinds", PaymentKinds.All), (int)fields.Number("from", 0, 90), (int)fields.Number("to", 0, 90),
            fields.OneOf("unit", Choices(("calendar", DayUnit.Calendar), ("business", DayUnit.Business)), DayUnit.Business));
        if (timing.Kinds.IsEmpty) fields.Error("kinds", "must name at least one payment kind");
        if (timing.To < timing.From) fields.Error("to", $"must not be less than 'from', but is {timing.To} where 'from' is {timing.From}");
        fields.Done();
        return timing;
    }

    private static KeepGoodsRule KeepGoods(PolicyFields fields)
    {
        var rule = new KeepGoodsRule(fields.Texts("reasons", ReturnReasons.All), fields.Number("upTo", 1, MostMoney), fields.Flag("needsEvidence"));
        if (rule.Reasons.IsEmpty) fields.Error("reasons", "must name at least one return reason");
        fields.Done();
        return rule;
    }

    private static FeeRule Fee(PolicyFields fields)
    {
        var fee = new FeeRule(fields.OneOf("name", FeeRule.Names.ToDictionary(name => name, name => name, StringComparer.Ordinal), ""), fields.Number("amount", 1, MostMoney), fields.Texts("reasons", ReturnReasons.All));
        fields.Done();
        return fee;
    }

    private static PostageRules Postage(PolicyFields fields) => new(fields.Number("return", 0, MostMoney), fields.Texts("sellerPays", ReturnReasons.All))
    {
        ChargesLostFreePostage = fields.Flag("chargeLostFreePostage"),
        RefundsOutboundAlways = fields.Flag("refundOutboundAlways"),
    };

    private static TimeZoneInfo Zone(PolicyFields fields)
    {
        var id = fields.Text("timeZone");
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)) return zone;
        if (id.Length > 0) fields.Error("timeZone", $"'{id}' is no known time zone; use an IANA name such as Asia/Seoul");
        return TimeZoneInfo.Utc;
    }

    private static string Currency(PolicyFields fields)
    {
        var code = fields.Text("currency", "KRW");
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)) fields.Error("currency", $"'{code}' is no ISO 4217 code in capitals, such as KRW");
        return code;
    }

    private static T Section<T>(PolicyFields fields, string name, Func<PolicyFields, T> read, T nothing)
    {
        if (fields.Object(name) is not { } section) return nothing;
        var rules = read(section);
        section.Done();
        return rules;
    }

    internal static Dictionary<string, T> Choices<T>(params ReadOnlySpan<(string Name, T Value)> choices)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in choices) named.Add(name, value);
        return named;
    }
}
