using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Complaints;

public class ComplaintDialogTests
{
    private readonly World _world = new();

    private async Task<string> Tell(params string[] lines)
    {
        var said = "";
        foreach (var line in lines) said = await _world.Say(line);
        return said;
    }

    private OpenCase Opened => Assert.IsType<OpenCase>(Assert.Single(_world.Shop.Ran).Value);

    [Fact]
    public async Task A_story_told_in_the_first_sentence_is_not_asked_for_again()
    {
        await Tell("택배 기사님이 물건을 던지고 가서 너무 화가 나요. 불만 접수해 주세요", "김하늘, 010-0000-1234, 20261115-0000001");
        Assert.Equal(("complaint", "Wish"), (_world.Last.Dialog, _world.Last.State));
    }

    [Fact]
    public async Task A_bare_wish_to_complain_is_asked_for_the_story()
    {
        await Tell("불만 접수하고 싶어요", "20261115-0000001, 010-0000-1234");
        Assert.Equal(("complaint", "Story"), (_world.Last.Dialog, _world.Last.State));
    }

    [Fact]
    public async Task It_says_sorry_once_and_for_what_happened()
    {
        var said = await Tell("택배 기사님이 물건을 던지고 가서 너무 화가 나요. 불만 접수해 주세요");
        Assert.Contains("배송 때문에 불편을 겪게 해 드려 죄송해요", said, StringComparison.Ordinal);
        Assert.DoesNotContain("죄송", await Tell("20261115-0000001, 010-0000-1234"), StringComparison.Ordinal);
        Assert.DoesNotContain("죄송", await Tell("사과받고 싶어요"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_at_the_read_back_opens_the_case_with_a_promise_and_a_number()
    {
        await Tell("택배 기사님이 물건을 던지고 가서 너무 화가 나요. 불만 접수해 주세요", "20261115-0000001, 010-0000-1234", "사과받고 싶어요");
        Assert.Equal("ReadBack", _world.Last.State);
        var said = await Tell("네");
        Assert.Equal(("complaint", "delivery", "high", "apology", "20261115-0000001", "C1"), (Opened.Kind, Opened.Category, Opened.Severity, Opened.Wish, Opened.OrderId, Opened.CustomerId));
        Assert.Contains("C-10023", said, StringComparison.Ordinal);
        Assert.Contains("담당자가", said, StringComparison.Ordinal);
        Assert.Contains("던지고 가서", Opened.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_will_not_say_who_they_are_gets_a_case_all_the_same()
    {
        await Tell("상담원이 불친절해서 너무 화가 났어요", "건너뛰기", "a@b.com", "사과해 주세요", "네");
        Assert.Null(Opened.CustomerId);
        Assert.Equal(("service", "a@b.com"), (Opened.Category, Opened.Email));
    }

    [Fact]
    public async Task A_worry_about_personal_data_is_critical()
    {
        await Tell("개인정보 때문에 불만을 접수하고 싶습니다 스팸전화가 계속 와서 못 살겠어요", "건너뛰기", "없어요", "설명해 주세요", "네");
        Assert.Equal(("complaint", "privacy", "critical"), (Opened.Kind, Opened.Category, Opened.Severity));
    }

    [Fact]
    public async Task The_same_trouble_again_within_months_is_graver()
    {
        _world.Shop.Cases.Add(new Case("C-10001", "complaint", "resolved", _world.Now.AddDays(-20)) { Category = "delivery" });
        await Tell("배송이 약속한 날짜보다 사흘이나 늦어서 불만을 접수하려고 해요", "20261115-0000001, 010-0000-1234", "설명해 주세요", "네");
        Assert.Equal("high", Opened.Severity);
    }

    [Fact]
    public async Task Wishing_for_a_refund_within_a_complaint_opens_no_return()
    {
        await Tell("택배 기사님이 물건을 던지고 가서 너무 화가 나요. 불만 접수해 주세요", "20261115-0000001, 010-0000-1234", "환불해 주세요");
        Assert.Equal(("complaint", "ReadBack"), (_world.Last.Dialog, _world.Last.State));
    }

    [Fact]
    public async Task The_category_is_corrected_at_the_read_back()
    {
        await Tell("택배 기사님이 물건을 던지고 가서 너무 화가 나요. 불만 접수해 주세요", "20261115-0000001, 010-0000-1234", "사과받고 싶어요", "아니요", "불만 종류", "고객 응대", "네");
        Assert.Equal("service", Opened.Category);
    }

    [Fact]
    public async Task Photos_that_came_with_the_story_go_along()
    {
        await Tell("불만 접수하고 싶어요");
        await _world.Show("u1", "u2");
        await Tell("20261115-0000001, 010-0000-1234", "주전자가 깨져서 왔어요", "보상해 주세요", "네");
        Assert.Equal(["u1", "u2"], Opened.Evidence);
    }

    [Fact]
    public async Task It_is_taken_in_English()
    {
        await Tell("I want to complain, your driver threw my parcel over the fence", "skip", "jane@example.com", "an apology please");
        Assert.Equal("ReadBack", _world.Last.State);
        var said = await Tell("yes");
        Assert.Contains("C-10023", said, StringComparison.Ordinal);
        Assert.Equal("delivery", Opened.Category);
    }
}
