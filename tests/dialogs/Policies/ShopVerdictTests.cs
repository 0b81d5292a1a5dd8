using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using static ServiceBot.Dialogs.Tests.Policies.Ordered;

namespace ServiceBot.Dialogs.Tests.Policies;

/// <summary>Without a law above it, the policy file decides alone.</summary>
public class ShopVerdictTests
{
    private static readonly Order Bought = Delivered with { Shipments = [], PlacedAt = null };

    [Fact]
    public void S04_without_a_deadline_a_delivered_order_goes_back_without_a_reason()
    {
        var verdict = Said.Decide(PolicyFiles.Retail, Asking(Bought) with { Reason = null });
        Assert.Equal((VerdictKind.Allowed, "S04", PostagePayer.Nobody), (verdict.Kind, verdict.Rule, verdict.Postage));
        Assert.Null(verdict.Deadline);
        Assert.Null(verdict.RefundDue);
        Assert.Null(verdict.Clause);
    }

    [Theory]
    [InlineData(OrderStatuses.Pending, Alternatives.Cancel)]
    [InlineData(OrderStatuses.Preparing, Alternatives.OnceDelivered)]
    [InlineData(OrderStatuses.Shipped, Alternatives.OnceDelivered)]
    [InlineData(OrderStatuses.ReturnRequested, Alternatives.OpenReturn)]
    [InlineData(OrderStatuses.Cancelled, Alternatives.Person)]
    public void S02_other_statuses_are_refused_with_what_is_still_possible(string status, string possible)
    {
        var verdict = Said.Decide(PolicyFiles.Retail, Asking(Bought with { Status = status }));
        Assert.Equal((VerdictKind.Refused, "S02"), (verdict.Kind, verdict.Rule));
        Assert.Contains(possible, verdict.Alternatives);
    }

    [Fact]
    public void S03_an_order_goes_back_once_unless_that_return_was_taken_back()
    {
        var opened = new Return("R-1", Bought.Id, "requested", At("2026-11-02"));
        Assert.Equal("S03", Said.Decide(PolicyFiles.Retail, Asking(Bought with { Returns = [opened] })).Rule);
        Assert.Equal("S04", Said.Decide(PolicyFiles.Retail, Asking(Bought with { Returns = [opened with { Status = "withdrawn" }] })).Rule);
    }

    [Fact]
    public void S04_a_deadline_of_the_shop_refuses_what_is_late()
    {
        var policy = PolicyFiles.Demo(("jurisdiction", "\"none\""), ("returns.withdrawalDays", "14"));
        Assert.Equal((VerdictKind.Allowed, Day("2026-11-16")), Decided(policy, "2026-11-16"));
        Assert.Equal((VerdictKind.Refused, Day("2026-11-16")), Decided(policy, "2026-11-17"));
        Assert.Equal("S07", Said.Decide(policy, Asking(Bought)).Rule);
    }

    [Fact]
    public void S05_and_S06_hold_here_too()
    {
        var policy = PolicyFiles.Demo(("jurisdiction", "\"none\""), ("refunds.authorityLimit", "38999"));
        Assert.Equal("S05", Said.Decide(policy, Because("damaged")).Rule);
        Assert.Equal("S06", Said.Decide(policy, Request).Rule);
    }

    [Fact]
    public void S08_an_exchange_goes_to_a_person() =>
        Assert.Equal((VerdictKind.Person, "S08"), Said.Decide(PolicyFiles.Retail, Asking(Bought) with { Wanted = Wanted.Exchange }) is var verdict ? (verdict.Kind, verdict.Rule) : default);

    private static (VerdictKind, DateOnly?) Decided(ShopPolicy policy, string sent) =>
        Said.Decide(policy, Request with { SentAt = At(sent) }) is var verdict ? (verdict.Kind, verdict.Deadline) : default;
}
