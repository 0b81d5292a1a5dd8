using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Tests.Repair;

public class OutcomeTests : Talk
{
    private async Task<string> Confirm(Outcome outcome)
    {
        World.Shop.Answers = effect => effect is OpenReturn ? outcome : new Outcome(OutcomeKind.Done, new Receipt("C-10023", "callback"));
        await UpToReadBack();
        return await Say("네");
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_is_still_possible()
    {
        var said = await Confirm(new Outcome(OutcomeKind.Refused, null, "already_returned"));
        Tells("이미 반품이 접수된 상품이에요", said);
        Assert.Equal("return/Alternatives", State);
        Assert.Contains(World.Last.Expecting.Options, option => option.Value == "person");
    }

    [Fact]
    public async Task What_has_only_begun_is_not_called_done() =>
        Tells("접수하고 있어요", await Confirm(new Outcome(OutcomeKind.Pending)));

    [Fact]
    public async Task Where_nobody_knows_how_it_ended_a_person_looks_and_it_is_not_tried_again()
    {
        var said = await Confirm(new Outcome(OutcomeKind.Unknown));
        Tells("C-10023", said);
        Assert.Single(World.Shop.Ran.Values.OfType<OpenReturn>());
        Assert.Equal("backend", Assert.Single(World.Shop.Ran.Values.OfType<OpenCase>()).Trigger);
    }
}
