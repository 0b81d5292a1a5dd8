using System.Text.Json;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Tests.Worlds;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Privacy;

/// <summary>What is left of a customer's words behind understanding.</summary>
public class MaskedTurnTests
{
    private const string Resident = "991231-4012345";
    private const string Card = "4111 1111 1111 1111";

    private readonly World world = new();

    [Theory]
    [InlineData(Resident)]
    [InlineData(Card)]
    [InlineData("CVC 7373")]
    public async Task What_nothing_may_keep_is_in_no_document_of_the_turn(string secret)
    {
        await world.Say($"불만 있어요. 배송이 너무 늦었고 제 번호는 {secret} 인데 아무도 답이 없어요");
        Assert.DoesNotContain(secret[^4..], Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_is_understood_and_its_words_are_kept_masked()
    {
        await world.Tell("반품할래요", "20261115-0000001, 010-0000-1234");
        Assert.Equal("C1", world.Context.CustomerId);
        Assert.Contains("20261115-0000001, [PHONE]", world.Context.Said);
        Assert.DoesNotContain("010-0000-1234", Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_said_digit_by_digit_is_understood_and_its_words_are_kept_masked()
    {
        await world.Tell("반품할래요", "20261115-0000001, oh one oh, zero zero zero zero, one two three four");
        Assert.Equal("C1", world.Context.CustomerId);
        Assert.Contains("20261115-0000001, [PHONE]", world.Context.Said);
        Assert.DoesNotContain("one two three four", Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_understood_and_its_words_are_kept_masked()
    {
        await world.Tell("반품할래요", "제 이름은 김하늘이고 이메일은 haneul@example.com, 우편번호 04524");
        Assert.Contains("제 이름은 [NAME]이고 이메일은 [EMAIL], 우편번호 04524", world.Context.Said);
    }

    // Sofia Li's L is no size, and her jacket in L stays hers.
    [Fact]
    public async Task Nothing_is_left_of_a_name_in_the_words_that_dialogs_look_for_options_in()
    {
        await world.Tell("반품할래요", "I'm Sofia Li, e-mail sofia@example.com, zip code 10199");
        Assert.Equal("I'm [NAME], e-mail [EMAIL], zip code 10199", world.Store.Journal[^1].Recognition?.Text);
    }

    [Fact]
    public async Task An_address_is_understood_and_its_words_are_cut_after_the_road()
    {
        await world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "서울시 마포구 양화로 45 3층 04036으로 와 주세요");
        var address = world.Context.Top?.Slots["pickupAddress"].Value.GetProperty("line1").GetString();
        Assert.Equal("서울시 마포구 양화로 45 3층 04036", address);
        Assert.Equal("[ADDRESS]", world.Context.Said[^1]);
        Assert.Equal("서울시 마포구 양화로 ***", Assert.IsType<Utterance>(world.Store.Journal[^1].Turn.Input).Text);
    }

    [Fact]
    public async Task The_channels_own_form_is_masked_wherever_a_client_put_something()
    {
        var turn = new Turn("c1", "e1", new Channel("test"), new Utterance("안녕하세요"), world.Now)
        {
            Original = $$$"""{"type":"message","id":"0.4111111111111111","text":"안녕하세요 {{{Card}}}","value":4111111111111111,"channelData":{"{{{Resident}}}":["a@example.com"]},"clientActivityID":"k1"}""",
        };
        await world.Turns.RunAsync(turn, TestContext.Current.CancellationToken);
        Assert.Equal(
            """{"type":"message","id":"0.4111111111111111","text":"안녕하세요 [CARD]","value":"[CARD]","channelData":{"[RRN]":["[EMAIL]"]},"clientActivityID":"k1"}""",
            world.Store.Log[0].Original);
    }

    [Fact]
    public async Task A_card_in_pieces_over_several_messages_is_masked_when_its_last_piece_comes()
    {
        await world.Tell("안녕하세요", "번호는 4111 1111", "1111", "1111 이에요");
        Assert.Equal(["안녕하세요", "번호는 [CARD]", "[CARD]", "[CARD] 이에요"], world.Context.Said);
    }

    [Fact]
    public async Task A_case_for_a_person_holds_masked_words_and_values_in_part()
    {
        await world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "서울시 마포구 양화로 45 3층", $"상담원 바꿔 주세요, 카드는 {Card}예요", "네", "010-0000-1234", "네");
        var opened = Assert.Single(world.Shop.Ran.Values.OfType<OpenCase>());
        Assert.Contains("pickupAddress: 서울시 마포구 양화로 ***", opened.Summary, StringComparison.Ordinal);
        Assert.Contains("[CARD]", opened.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("1111", opened.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_masked_words_replays_word_for_word()
    {
        await world.Tell("반품할래요", "20261115-0000001, 010-0000-1234", "파란색 주전자요", "마음이 바뀌었어요", "서울시 마포구 양화로 45 3층", "첫 번째", "네");
        Assert.Empty(JournalReplay.Run(world.Runner, world.Store.Journal).Differences);
    }

    private string Kept() => string.Join('\n', world.Store.Log.Select(entry => entry.Original).Concat(world.Store.Journal.Select(entry => JsonSerializer.Serialize(entry, TurnsJson.Default.JournalEntry)))
        .Append(JsonSerializer.Serialize(world.Context, TurnsJson.Default.ConversationContext)));
}
