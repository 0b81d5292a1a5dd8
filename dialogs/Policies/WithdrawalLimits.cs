using System.Collections.Immutable;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>A fact about the goods that only the customer knows; its question is the sentence <c>policies.ask.{name in lower case}</c>.</summary>
internal enum OpenFact
{
    /// <summary><see cref="ReturnRequest.Used"/>.</summary>
    Used,
    /// <summary><see cref="ReturnRequest.Unwrapped"/>.</summary>
    Unwrapped,
    /// <summary><see cref="ReturnRequest.Started"/>.</summary>
    Started,
}

/// <summary>What takes the right to withdraw away: rules C05 to C10. A limit that the seller did not mark clearly is void (전자상거래법 §17⑥).</summary>
internal static class WithdrawalLimits
{
    /// <summary>C05: lost or damaged by the customer. The seller must prove it (§17⑤), so only the customer's own word counts here.</summary>
    public static bool DamagedByCustomer(RequestedLine line) => line.Request.DamagedByCustomer == true;

    /// <summary>C06: the value fell sharply by use.</summary>
    public static bool LostValueByUse(RequestedLine line) => line.Request.Used == true && Marked(line, GoodsTraits.LosesValueByUse);

    /// <summary>C07: the value fell sharply by the lapse of time.</summary>
    public static bool LostValueByTime(RequestedLine line) => Marked(line, GoodsTraits.Perishable);

    /// <summary>C08: copyable goods whose wrapper was broken.</summary>
    public static bool CopyableUnwrapped(RequestedLine line) => line.Request.Unwrapped == true && Marked(line, GoodsTraits.Copyable);

    /// <summary>C09: a service or digital content that was begun.</summary>
    public static bool ServiceBegun(RequestedLine line) => line.Request.Started == true && Marked(line, GoodsTraits.Digital);

    /// <summary>C10: made to order, with separate notice and written consent, and a serious loss; null where the loss is not known and a person must judge.</summary>
    public static bool? MadeToOrder(RequestedLine line) =>
        line.Is(GoodsTraits.MadeToOrder) && line.Is(GoodsTraits.ConsentGiven) ? line.Request.SeriousLoss : false;

    /// <summary>C16: used in part although withdrawal stays possible, so that the consumed share must be estimated (전자상거래법 §18⑧).</summary>
    public static bool PartlyUsed(RequestedLine line) =>
        (line.Request.Used == true && !Marked(line, GoodsTraits.LosesValueByUse)) || (line.Request.Started == true && !Marked(line, GoodsTraits.Digital));

    /// <summary>The rule that excludes the line, in the order of the law; null where none does.</summary>
    public static string? Excluding(RequestedLine line) =>
        DamagedByCustomer(line) ? "C05"
        : LostValueByUse(line) ? "C06"
        : LostValueByTime(line) ? "C07"
        : CopyableUnwrapped(line) ? "C08"
        : ServiceBegun(line) ? "C09"
        : MadeToOrder(line) == true ? "C10"
        : null;

    /// <summary>The facts that nobody knows and that could exclude a line; to be asked before a change of mind is granted. Empty for other reasons.</summary>
    public static ImmutableArray<OpenFact> OpenFacts(ShopPolicy policy, ReturnRequest request)
    {
        if (policy.Jurisdiction is not Jurisdiction.Korea || request.IsNonconformity) return [];
        var traits = request.Lines.Select(asked => request.Order.Line(asked.LineId)?.Traits ?? GoodsTraits.None).Where(trait => trait.HasFlag(GoodsTraits.LimitMarked)).ToList();
        var open = ImmutableArray.CreateBuilder<OpenFact>();
        if (request.Used is null && traits.Any(trait => trait.HasFlag(GoodsTraits.LosesValueByUse))) open.Add(OpenFact.Used);
        if (request.Unwrapped is null && traits.Any(trait => trait.HasFlag(GoodsTraits.Copyable))) open.Add(OpenFact.Unwrapped);
        if (request.Started is null && traits.Any(trait => trait.HasFlag(GoodsTraits.Digital))) open.Add(OpenFact.Started);
        return open.ToImmutable();
    }

    private static bool Marked(RequestedLine line, GoodsTraits trait) => line.Is(trait) && line.Is(GoodsTraits.LimitMarked);
}
