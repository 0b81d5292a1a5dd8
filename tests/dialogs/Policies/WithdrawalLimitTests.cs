using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using static ServiceBot.Dialogs.Tests.Policies.Ordered;

namespace ServiceBot.Dialogs.Tests.Policies;

public class WithdrawalLimitTests
{
    private const GoodsTraits Marked = GoodsTraits.LimitMarked;

    [Fact]
    public void C05_damage_by_the_customer_excludes_a_change_of_mind() => Refused("C05", Request with { DamagedByCustomer = true });

    [Fact]
    public void C05_opening_the_wrapper_is_no_damage() => Allowed(Request with { Unwrapped = true });

    [Fact]
    public void C06_use_excludes_where_it_was_marked() => Refused("C06", KettleWith(GoodsTraits.LosesValueByUse | Marked) with { Used = true });

    [Fact]
    public void C06_without_use_nothing_is_excluded() => Allowed(KettleWith(GoodsTraits.LosesValueByUse | Marked) with { Used = false });

    [Fact]
    public void C07_goods_that_do_not_keep_are_excluded_where_it_was_marked() => Refused("C07", KettleWith(GoodsTraits.Perishable | Marked));

    [Fact]
    public void C07_an_unmarked_limit_is_void() => Allowed(KettleWith(GoodsTraits.Perishable));

    [Fact]
    public void C08_unwrapped_copies_are_excluded_where_it_was_marked() => Refused("C08", KettleWith(GoodsTraits.Copyable | Marked) with { Unwrapped = true });

    [Fact]
    public void C08_wrapped_copies_go_back() => Allowed(KettleWith(GoodsTraits.Copyable | Marked) with { Unwrapped = false });

    [Fact]
    public void C09_what_has_begun_is_excluded_where_it_was_marked() => Refused("C09", KettleWith(GoodsTraits.Digital | Marked) with { Started = true });

    [Fact]
    public void C10_needs_notice_consent_and_a_serious_loss()
    {
        var made = KettleWith(GoodsTraits.MadeToOrder | GoodsTraits.ConsentGiven);
        Refused("C10", made with { SeriousLoss = true });
        Allowed(made with { SeriousLoss = false });
        Person("C10", made);
        Allowed(KettleWith(GoodsTraits.MadeToOrder) with { SeriousLoss = true });
    }

    [Fact]
    public void C16_part_use_goes_to_a_person_who_estimates_the_share()
    {
        Person("C16", Request with { Used = true });
        Person("C16", KettleWith(GoodsTraits.Digital) with { Started = true });
    }

    [Fact]
    public void One_excluded_line_refuses_the_whole_and_names_the_line()
    {
        var order = KettleWith(GoodsTraits.Perishable | Marked).Order;
        var verdict = Said.Decide(Everything(order));
        Assert.Equal((VerdictKind.Refused, "C07"), (verdict.Kind, verdict.Rule));
        Assert.Equal([Kettle], verdict.LinesApart);
        Assert.Equal(Alternatives.OtherItems, verdict.Alternatives[0]);
    }

    [Fact]
    public void Only_facts_that_could_exclude_something_are_asked()
    {
        Assert.Empty(WithdrawalLimits.OpenFacts(ShopPolicy.KoreanDemo, Request));
        var marked = KettleWith(GoodsTraits.LosesValueByUse | GoodsTraits.Copyable | Marked);
        Assert.Equal([OpenFact.Used, OpenFact.Unwrapped], WithdrawalLimits.OpenFacts(ShopPolicy.KoreanDemo, marked));
        Assert.Equal([OpenFact.Unwrapped], WithdrawalLimits.OpenFacts(ShopPolicy.KoreanDemo, marked with { Used = false }));
        Assert.All(Enum.GetNames<OpenFact>(), fact => Said.Everywhere(Dialogs.Language.Sentence.Of($"policies.ask.{fact.ToLowerInvariant()}")));
    }

    private static void Allowed(ReturnRequest request) => Assert.Equal((VerdictKind.Allowed, "C01"), Decided(request));

    private static void Refused(string rule, ReturnRequest request)
    {
        Assert.Equal((VerdictKind.Refused, rule), Decided(request));
        Assert.Contains(Alternatives.Defect, Said.Decide(request).Alternatives);
    }

    private static void Person(string rule, ReturnRequest request) => Assert.Equal((VerdictKind.Person, rule), Decided(request));

    private static (VerdictKind, string) Decided(ReturnRequest request) => Said.Decide(request) is var verdict ? (verdict.Kind, verdict.Rule) : default;
}
