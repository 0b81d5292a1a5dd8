using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

public class ActTests
{
    public static TheoryData<string, string> KoreanRows => Ear.Table("""
        상담원 바꿔 주세요 | Person
        사람이랑 얘기하고 싶어요 | Person
        그만할래요 | Cancel
        취소할게요 | Cancel
        이전으로 | Back
        되돌려 주세요 | Undo
        네? | Repeat
        뭐라고요 | Repeat
        다시 말해 줘 | Repeat
        잠깐만요 | Wait
        그건 왜 물어보세요 | Why
        모르겠어요 | Refuse
        말하기 싫어요 | Refuse
        아니 두 번째 거요 | Correct
        아니요 파란색이요 | Correct
        주소 바꿀게요 | Correct
        그거 말고 | Correct
        네 근데 주소가 틀렸어요 | Correct
        감사합니다 | Thanks
        안녕하세요 | Greet
        아니요 없어요 | Bye
        영어로 해주세요 | SpeakEnglish
        사람이에요? | AreYouHuman
        계속할게요 | Resume
        이어서 | Resume
        주문 취소해 주세요 |
        """);

    public static TheoryData<string, string> EnglishRows => Ear.Table("""
        talk to an agent | Person
        never mind | Cancel
        go back | Back
        undo that | Undo
        pardon? | Repeat
        hold on | Wait
        why do you need that | Why
        I don't know | Refuse
        no, the blue one | Correct
        I meant the wall clock | Correct
        yes but the address is wrong | Correct
        thanks | Thanks
        hello | Greet
        that's all | Bye
        in Korean please | SpeakKorean
        are you a bot? | AreYouHuman
        continue | Resume
        cancel my order |
        """);

    [Theory, MemberData(nameof(KoreanRows))]
    public void A_Korean_act_is_understood(string utterance, string acts) => Assert.Equal(acts, string.Join(' ', Ear.Korean(utterance).Acts));

    [Theory, MemberData(nameof(EnglishRows))]
    public void An_English_act_is_understood(string utterance, string acts) => Assert.Equal(acts, string.Join(' ', Ear.English(utterance).Acts));
}
