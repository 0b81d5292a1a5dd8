namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>What Korean customers do to the conversation itself: the acts, or nothing.</summary>
internal static class KoreanActs
{
    public const string Rows = """
        상담원 바꿔 주세요 | Person
        상담원 연결 | Person
        사람이랑 얘기하고 싶어요 | Person
        직원 불러줘 | Person
        상담사랑 통화할게요 | Person
        사람 바꿔요 | Person
        그만할래요 | Cancel
        그만할게요 | Cancel
        취소할게요 | Cancel
        취소 | Cancel
        취소해줘 | Cancel
        안 할래요 | Cancel
        나중에 할게요 | Cancel
        그만하고 싶어요 | Cancel
        중단해주세요 | Cancel
        아니에요 그만할게요 | Cancel
        없던 일로 해주세요 | Cancel
        이전으로 | Back
        이전으로 돌아가 주세요 | Back
        뒤로 | Back
        앞 단계로 가고 싶어요 | Back
        이전 질문으로요 | Back
        되돌려 주세요 | Undo
        방금 한 거 취소해 주세요 | Undo
        원래대로 해주세요 | Undo
        네? | Repeat
        예? | Repeat
        뭐라고요 | Repeat
        뭐라구요? | Repeat
        다시 말해 줘 | Repeat
        다시 한번 말씀해주세요 | Repeat
        무슨 말이에요? | Repeat
        못 들었어요 | Repeat
        이해가 안 돼요 | Repeat
        다시요 | Repeat
        한번 더요 | Repeat
        잘 안 들려요 | Repeat
        도움말 | Help
        도와주세요 | Help
        뭐 할 수 있어요? | Help
        뭘 도와줄 수 있어? | Help
        메뉴 | Help
        어떻게 사용하는 거예요 | Help
        잠깐만요 | Wait
        잠시만요 | Wait
        잠시만 기다려 주세요 | Wait
        잠만 | Wait
        확인해볼게요 잠깐만 | Wait
        좀만 기다려줘요 | Wait
        찾아볼게요 | Wait
        그건 왜 물어보세요 | Why
        왜 물어봐요? | Why
        그게 왜 필요해요? | Why
        왜 알려줘야 하죠 | Why
        전화번호는 왜요? 왜 필요한데요 | Why
        모르겠어요 | Refuse
        잘 모르겠는데요 | Refuse
        기억 안 나요 | Refuse
        말하기 싫어요 | Refuse
        알려주기 싫은데요 | Refuse
        주문번호 까먹었어요 | Refuse
        몰라 | Refuse
        패스 | Refuse
        대답하고 싶지 않아요 | Refuse
        아니 두 번째 거요 | Correct
        아니 마지막 거요 | Correct
        아니요 파란색이요 | Correct
        아니요 파란색으로요 | Correct
        아뇨 그거 말고 다른 거요 | Correct
        주소 바꿀게요 | Correct
        그거 말고 | Correct
        그게 아니라 시계요 | Correct
        제가 잘못 말했어요 | Correct
        네 근데 주소가 틀렸어요 | Correct
        주소가 틀렸어요 | Correct
        아니 제 말은 주전자요 | Correct
        잘못 눌렀어요 | Back Correct
        이유를 바꿀게요 | Correct
        계좌번호가 틀려요 | Correct
        다른 걸로 할게요 | Correct
        이름이 틀렸어요 | Correct
        오타예요 | Correct
        맞는데 전화번호가 틀렸어요 | Correct
        아니 반품 말고 교환이요 | Correct
        감사합니다 | Thanks
        고마워요 | Thanks
        고맙습니다 | Thanks
        ㄱㅅ | Thanks
        땡큐 | Thanks
        안녕하세요 | Greet
        안녕 | Greet
        하이 | Greet
        여보세요 | Greet
        ㅎㅇ | Greet
        hi | Greet
        아니요 없어요 | Bye
        없어요 | Bye
        다른 건 없어요 | Bye
        안녕히 계세요 | Bye
        수고하세요 | Bye
        더 없습니다 | Bye
        그게 다예요 | Bye
        끝 | Bye
        이제 됐어요 | Bye
        한국어로 해주세요 | SpeakKorean
        한국말로 해줘 | SpeakKorean
        영어로 해주세요 | SpeakEnglish
        영어로 말해줘 | SpeakEnglish
        사람이에요? | AreYouHuman
        로봇이에요? | AreYouHuman
        지금 사람이세요 아니면 봇이에요? | AreYouHuman
        너 AI야? | AreYouHuman
        계속할게요 | Resume
        이어서 할게요 | Resume
        이어서 | Resume
        계속 | Resume
        아까 하던 거 계속할래요 | Resume
        마저 할게요 | Resume
        감사합니다 수고하세요 | Thanks Bye
        주문 취소해 주세요 |
        반품 취소할래요 |
        반품할래요 |
        배송 어디쯤이에요 |
        주전자요 |
        2번이요 |
        네 |
        아니요 |
        환불 언제 돼요? |
        깨져서 왔어요 |
        교환해 주세요 |
        """;
}
