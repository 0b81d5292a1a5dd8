namespace ServiceBot.Benchmarks;

/// <summary>A conversation that is had over and over: what the customer says, and words that the answer must hold.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Lines">Says and holds, turn by turn.</param>
internal sealed record Talk(string Name, (string Says, string Holds)[] Lines)
{
    /// <summary>The shop's time in which the conversations are possible.</summary>
    public const string Clock = "2026-11-24T10:00:00+09:00";

    /// <summary>A whole return, from hello over the proof of identity and the quote to the confirmation, which is refused so that the shop stays as it was.</summary>
    public static Talk Return { get; } = new("a turn of a return",
    [
        ("안녕하세요", "무엇을 도와드릴까요"), ("반품하고 싶어요", "본인 확인"), ("20261123-0001004, 010-0000-1234", "어느 주문"), ("블루 주전자요", "이유가 무엇인가요"),
        ("단순 변심이에요", "수거하러 갈까요"), ("네", "언제 수거"), ("1", "이대로 진행할까요"), ("아니요", "무엇을 바꿀까요"), ("그만할래요", "그만할게요"),
    ]);

    /// <summary>Turns for which the shop need not be asked: hello, a question, a wish, and no more of it.</summary>
    public static Talk WithoutShop { get; } = new("a turn without the shop",
        [("안녕하세요", "무엇을 도와드릴까요"), ("환불 얼마나 걸려요?", "환불"), ("반품할래요", "본인 확인"), ("그만할래요", "그만")]);
}
