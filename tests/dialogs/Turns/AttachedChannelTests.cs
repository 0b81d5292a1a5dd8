using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Tests.Turns;

/// <summary>A call, and the page that was opened from its message: one conversation on two channels.</summary>
public class AttachedChannelTests
{
    private static readonly Channel Call = new("voice") { Speaks = true, MostOptions = 3 };
    private static readonly Channel Page = new("page") { HasButtons = true, TakesPhotos = true, Mirrors = true };
    private readonly World _world = new() { Channel = Call };

    private async Task<string> On(Channel channel, string words, long? shown = null)
    {
        _world.Channel = channel;
        return await _world.Take(new Utterance(words), null, shown: shown);
    }

    private async Task CallUpToItems()
    {
        await _world.Tell("반품할래요", "20261115-0000001, 010-0000-1234");
        Assert.Equal("ChooseItems", _world.Last.State);
    }

    private string[] Items => [.. _world.Context.Stack[^1].Slots["items"].Value.EnumerateArray().Select(item => item.GetString() ?? "")];

    [Fact]
    public async Task A_digit_means_what_the_menu_of_its_own_channel_said()
    {
        await CallUpToItems();
        await On(Page, "파란색 주전자요");
        Assert.Equal("Reason", _world.Last.State);

        var said = await On(Call, "2");

        Assert.Contains("반품할 상품을 바꿨어요", said, StringComparison.Ordinal);
        Assert.Equal(["L2"], Items);
        Assert.Equal("Reason", _world.Last.State);
    }

    [Fact]
    public async Task A_digit_answers_the_newest_question_where_the_channel_has_spoken_it()
    {
        await CallUpToItems();
        await On(Page, "파란색 주전자요");

        await On(Call, "1", shown: _world.Context.LastSequence);

        Assert.Equal(["L1"], Items);
        Assert.NotEqual("Reason", _world.Last.State);
    }

    [Fact]
    public async Task A_yes_binds_nothing_that_was_read_on_another_channel_only()
    {
        await _world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "네", "첫 번째");
        await On(Page, "아니 하얀 주전자요");

        var said = await On(Call, "네");

        Assert.Empty(_world.Shop.Ran);
        Assert.Contains("다른 화면에서", said, StringComparison.Ordinal);
        Assert.Equal("ReadBack", _world.Last.State);
        await On(Call, "네");
        Assert.Equal(["L2"], Assert.IsType<OpenReturn>(Assert.Single(_world.Shop.Ran).Value).Lines.Select(line => line.LineId));
    }

    [Fact]
    public async Task A_person_is_there_on_the_channel_that_fell_behind()
    {
        await CallUpToItems();
        await On(Page, "파란색 주전자요");
        Assert.Contains("C-10023", await On(Call, "상담원이요"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_mirrors_answers_what_another_one_asked()
    {
        await CallUpToItems();
        await On(Page, "안녕하세요");
        await On(Call, "파란색 주전자요");

        await On(Page, "1");

        Assert.Equal(["L1"], Items);
        Assert.NotEqual("Reason", _world.Last.State);
    }

    [Fact]
    public async Task Replies_go_to_the_channel_that_asked_and_the_log_shows_all_to_the_others()
    {
        await CallUpToItems();
        await On(Page, "파란색 주전자요");

        Assert.Equal(["voice", "voice", "voice", "voice", "page", "page"], _world.Store.Log.Select(entry => entry.Channel));
        Assert.Equal(["반품할래요", "20261115-0000001, [PHONE]"], _world.Store.Log.Select(entry => entry.Said).OfType<string>());
    }
}
