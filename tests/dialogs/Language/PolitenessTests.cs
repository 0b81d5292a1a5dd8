using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Tests.Language;

public class PolitenessTests
{
    [Theory]
    [InlineData("상품이에요.", "상품입니다.")]
    [InlineData("{x}이에요(예요).", "{x}입니다.")]
    [InlineData("{x}예요(이에요)!", "{x}입니다!")]
    [InlineData("{x}(이)에요.", "{x}입니다.")]
    [InlineData("{x}(이)네요.", "{x}입니다.")]
    [InlineData("2개예요.", "2개입니다.")]
    [InlineData("오늘 도착할 거예요.", "오늘 도착할 것입니다.")]
    [InlineData("반품 대상이 아니에요.", "반품 대상이 아닙니다.")]
    public void What_is_told_to_be_something(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("있어요", "있습니다")]
    [InlineData("없어요", "없습니다")]
    [InlineData("했어요", "했습니다")]
    [InlineData("접수됐어요", "접수됐습니다")]
    [InlineData("속상하셨겠어요", "속상하셨겠습니다")]
    [InlineData("좋아요", "좋습니다")]
    [InlineData("괜찮아요", "괜찮습니다")]
    [InlineData("같아요", "같습니다")]
    [InlineData("받아요", "받습니다")]
    public void Stems_with_a_final_consonant_take_습니다(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("해요", "합니다")]
    [InlineData("가능해요", "가능합니다")]
    [InlineData("죄송해요", "죄송합니다")]
    [InlineData("돼요", "됩니다")]
    [InlineData("되어요", "됩니다")]
    [InlineData("봬요", "뵙니다")]
    [InlineData("가요", "갑니다")]
    [InlineData("끝나요", "끝납니다")]
    [InlineData("와요", "옵니다")]
    [InlineData("봐요", "봅니다")]
    [InlineData("줘요", "줍니다")]
    [InlineData("바꿔요", "바꿉니다")]
    [InlineData("걸려요", "걸립니다")]
    [InlineData("드려요", "드립니다")]
    [InlineData("보여요", "보입니다")]
    [InlineData("기다려요", "기다립니다")]
    [InlineData("느려져요", "느려집니다")]
    [InlineData("보내요", "보냅니다")]
    [InlineData("켜요", "켭니다")]
    [InlineData("배워요", "배웁니다")]
    public void Contracted_stems_are_found_again(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("어려워요", "어렵습니다")]
    [InlineData("쉬워요", "쉽습니다")]
    [InlineData("고마워요", "고맙습니다")]
    [InlineData("도와요", "돕습니다")]
    [InlineData("몰라요", "모릅니다")]
    [InlineData("달라요", "다릅니다")]
    [InlineData("눌러요", "누릅니다")]
    [InlineData("따라요", "따릅니다")]
    [InlineData("바빠요", "바쁩니다")]
    [InlineData("써요", "씁니다")]
    [InlineData("커요", "큽니다")]
    [InlineData("그래요", "그렇습니다")]
    [InlineData("열어요", "엽니다")]
    [InlineData("힘들어요", "힘듭니다")]
    public void Irregular_stems_are_known(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("알려 드릴게요", "알려 드리겠습니다")]
    [InlineData("접수할게요", "접수하겠습니다")]
    [InlineData("찾을게요", "찾겠습니다")]
    [InlineData("만들게요", "만들겠습니다")]
    [InlineData("도울게요", "돕겠습니다")]
    [InlineData("들을게요", "듣겠습니다")]
    public void Promises_take_겠습니다(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("알려 주세요.", "알려 주십시오.")]
    [InlineData("눌러 주세요.", "눌러 주십시오.")]
    [InlineData("걱정하지 마세요.", "걱정하지 마십시오.")]
    [InlineData("읽으세요.", "읽으십시오.")]
    [InlineData("확인하시죠.", "확인하십시오.")]
    [InlineData("권리가 있으세요.", "권리가 있으십니다.")]
    [InlineData("안녕하세요.", "안녕하십니까.")]
    [InlineData("안녕하세요, 고객님.", "안녕하세요, 고객님.")]
    public void Requests_take_십시오(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("이유가 무엇인가요?", "이유가 무엇입니까?")]
    [InlineData("이유가 뭔가요?", "이유가 무엇입니까?")]
    [InlineData("무엇이 있나요?", "무엇이 있습니까?")]
    [InlineData("받으셨나요?", "받으셨습니까?")]
    [InlineData("가능한가요?", "가능합니까?")]
    [InlineData("좋은가요?", "좋습니까?")]
    [InlineData("어려운가요?", "어렵습니까?")]
    [InlineData("있는가요?", "있습니까?")]
    [InlineData("어떤가요?", "어떻습니까?")]
    [InlineData("원하세요?", "원하십니까?")]
    [InlineData("하시겠어요?", "하시겠습니까?")]
    [InlineData("맞죠?", "맞습니까?")]
    [InlineData("맞지요?", "맞습니까?")]
    [InlineData("골라 주실래요?", "골라 주시겠습니까?")]
    [InlineData("{x}이에요(예요)?", "{x}입니까?")]
    [InlineData("이대로 진행할까요?", "이대로 진행할까요?")]
    public void Questions_take_니까(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("맞네요.", "맞습니다.")]
    [InlineData("오시는군요.", "오십니다.")]
    [InlineData("그렇군요.", "그렇습니다.")]
    public void Remarks_are_told_plainly(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Fact]
    public void Only_ends_of_sentences_are_raised() =>
        Assert.Equal("접수했어요라는 문자를 보냈습니다. 확인해 주십시오!\n고맙습니다", Politeness.Formal("접수했어요라는 문자를 보냈어요. 확인해 주세요!\n고마워요"));

    [Fact]
    public void A_remark_in_brackets_does_not_hide_the_end() =>
        Assert.Equal("단순 변심 반품은 어렵습니다(7일 이내). (지금은 없습니다)", Politeness.Formal("단순 변심 반품은 어려워요(7일 이내). (지금은 없어요)"));

    [Theory]
    [InlineData("'배송이 안 와요.'처럼 말씀해 주시면 돼요.", "'배송이 안 와요.'처럼 말씀해 주시면 됩니다.")]
    [InlineData("네, 아니요.", "네, 아니요.")]
    [InlineData("사유 입력 필요.", "사유 입력 필요.")]
    [InlineData("3일 소요", "3일 소요")]
    public void What_is_no_ending_stays(string polite, string formal) => Assert.Equal(formal, Politeness.Formal(polite));

    [Theory]
    [InlineData("그건 어렵거든요.", "어렵거든요")]
    [InlineData("그렇게 말씀드렸는데요.", "말씀드렸는데요")]
    public void An_ending_of_which_nothing_follows_is_found(string polite, string remaining) =>
        Assert.Equal([remaining], Politeness.Remaining(Politeness.Formal(polite)));

    [Theory]
    [InlineData("이대로 진행할까요?")]
    [InlineData("네, 그 주소로요")]
    [InlineData("아니요")]
    public void What_is_said_alike_on_both_levels_is_no_remainder(string text) => Assert.Empty(Politeness.Remaining(Politeness.Formal(text)));

    [Fact]
    public void Data_is_never_raised() => Assert.Equal("말씀: 안 와요. 확인하겠습니다.", Books.Korean("말씀: {x} 확인할게요.", "안 와요.", level: SpeechLevel.Formal));

    [Fact]
    public void What_the_book_gives_wins_over_what_is_derived()
    {
        var renderer = Books.Renderer("s:\n  text: 그건 어려운데요.\n  speech: 안 돼요.\n  formal: 그 점은 어렵습니다.", "s: x");
        Assert.Equal("그 점은 어렵습니다.", renderer.Render(Sentence.Of("t.s"), SpokenLanguage.Korean, Modality.Text, SpeechLevel.Formal));
        Assert.Equal("안 됩니다.", renderer.Render(Sentence.Of("t.s"), SpokenLanguage.Korean, Modality.Speech, SpeechLevel.Formal));
    }

    [Fact]
    public void What_is_formal_in_a_book_is_spoken_too_where_nothing_is_worded_for_the_ear()
    {
        var renderer = Books.Renderer("s:\n  text: 그건 어려운데요.\n  formal: 그 점은 어렵습니다.", "s: x");
        Assert.Equal("그 점은 어렵습니다.", renderer.Render(Sentence.Of("t.s"), SpokenLanguage.Korean, Modality.Speech, SpeechLevel.Formal));
    }

    [Fact]
    public void Reprompts_are_raised_too()
    {
        var renderer = Books.Renderer("s:\n  text: 말씀해 주세요.\n  again: [골라 주세요.]", "s: x");
        Assert.Equal("골라 주십시오.", renderer.Render(Sentence.Of("t.s"), SpokenLanguage.Korean, Modality.Text, SpeechLevel.Formal, 1));
    }

    [Fact]
    public void Every_korean_sentence_has_its_formal_form()
    {
        var books = SentenceBooks.Load();
        var left = books.Keys.Select(key => books.Find(key, SpokenLanguage.Korean))
            .SelectMany(sentence => sentence.Again.Prepend(sentence.First), (sentence, wording) => (sentence.Place, sentence.Key, wording))
            .SelectMany(found => Politeness.Remaining(found.wording.FormalText.Source).Concat(Politeness.Remaining(found.wording.FormalSpeech.Source))
                .Distinct(StringComparer.Ordinal).Select(word => $"{found.Place}: {found.Key} ends in '{word}', of which no 합쇼체 follows: word it otherwise, or give formal:"));
        Assert.Empty(left);
    }
}
