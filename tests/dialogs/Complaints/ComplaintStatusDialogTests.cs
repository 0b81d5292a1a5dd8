using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Tests.Worlds;

namespace ServiceBot.Dialogs.Tests.Complaints;

public class ComplaintStatusDialogTests
{
    private readonly World _world = new();

    private Case Known(string status, int answerInDays = 2) => new("C-10001", "complaint", status, _world.Now.AddDays(-3))
    {
        Category = "delivery",
        AnswerBy = _world.Now.AddDays(answerInDays),
        Notes = [new CaseNote(_world.Now.AddDays(-1), "agent7", "택배사에 확인하고 있어요.")],
    };

    private async Task<string> Tell(params string[] lines)
    {
        var said = "";
        foreach (var line in lines) said = await _world.Say(line);
        return said;
    }

    [Fact]
    public async Task Whoever_holds_only_the_number_hears_status_and_promise_and_nothing_personal()
    {
        _world.Shop.Cases.Add(Known("in_progress"));
        var said = await Tell("C-10001 불만 어떻게 됐어요?");
        Assert.Contains("처리 중", said, StringComparison.Ordinal);
        Assert.Contains("답해 드리기로 했어요", said, StringComparison.Ordinal);
        Assert.DoesNotContain("택배사", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_number_alone_asks_how_it_stands()
    {
        _world.Shop.Cases.Add(Known("in_progress"));
        Assert.Contains("처리 중", await Tell("C-10001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customer_hears_the_last_note_after_proving_who_they_are()
    {
        _world.Shop.Cases.Add(Known("in_progress"));
        var said = await Tell("불만 접수한 거 어떻게 됐어요?", "몰라요", "20261115-0000001, 010-0000-1234");
        Assert.Contains("택배사에 확인하고 있어요", said, StringComparison.Ordinal);
        Assert.Equal("Status", _world.Last.State);
    }

    [Fact]
    public async Task A_promise_that_was_not_kept_is_said_so()
    {
        _world.Shop.Cases.Add(Known("open", answerInDays: -1));
        Assert.Contains("지키지 못했어요", await Tell("C-10001 불만 어떻게 됐어요?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_added_only_after_they_were_read_back()
    {
        _world.Shop.Cases.Add(Known("in_progress"));
        await Tell("불만 접수한 거 어떻게 됐어요?", "몰라요", "20261115-0000001, 010-0000-1234", "내용 추가하기", "내일은 집에 없어요");
        Assert.Equal("ReadBack", _world.Last.State);
        Assert.Empty(_world.Shop.Ran);
        await Tell("네");
        var added = Assert.IsType<AddToCase>(Assert.Single(_world.Shop.Ran).Value);
        Assert.Equal(("C-10001", "내일은 집에 없어요", false), (added.Number, added.Text, added.Reopen));
    }

    [Fact]
    public async Task A_no_at_the_read_back_asks_for_the_words_again()
    {
        _world.Shop.Cases.Add(Known("in_progress"));
        await Tell("불만 접수한 거 어떻게 됐어요?", "몰라요", "20261115-0000001, 010-0000-1234", "내용 추가하기", "내일은 집에 없어요", "아니요");
        Assert.Equal("Words", _world.Last.State);
    }

    [Fact]
    public async Task A_resolved_case_is_opened_again()
    {
        _world.Shop.Cases.Add(Known("resolved"));
        var said = await Tell("불만 접수한 거 어떻게 됐어요?", "몰라요", "20261115-0000001, 010-0000-1234", "다시 접수하기", "아직도 물건이 안 왔어요", "네");
        Assert.True(Assert.IsType<AddToCase>(Assert.Single(_world.Shop.Ran).Value).Reopen);
        Assert.Contains("다시 접수했어요", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_numbers_ends_at_a_person()
    {
        await Tell("C-10011 불만 어떻게 됐어요?", "C-10012", "C-10013");
        Assert.Equal("person", _world.Last.Dialog);
    }

    [Fact]
    public async Task The_case_of_this_conversation_needs_no_number()
    {
        _world.Shop.Cases.Add(Known("open") with { Number = "C-10023" });
        await Tell("상담원이 불친절해서 너무 화가 났어요", "건너뛰기", "a@b.com", "사과해 주세요", "네", "방금 불만 접수한 거 어떻게 됐어요?");
        Assert.Equal(("complaint-status", "Status"), (_world.Last.Dialog, _world.Last.State));
    }
}
