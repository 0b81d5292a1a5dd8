using System.Collections.Immutable;

namespace ServiceBot.Bot.Desk.Replies;

/// <summary>The replies of the demo shop.</summary>
internal static class DemoReplies
{
    public static ImmutableArray<(string Language, string Name, string Words)> All { get; } =
    [
        ("ko", "인사", "{customer} 님, 안녕하세요. 상담원 {agent}입니다. 지금까지의 내용은 모두 확인했어요."),
        ("ko", "사과", "불편을 드려 죄송해요. 바로 확인해서 처리해 드릴게요."),
        ("ko", "반품 안내", "{order} 주문의 반품을 이어서 도와드릴게요. 수거는 영업일 기준 다음 날부터 가능해요."),
        ("en", "Greeting", "Hello {customer}, this is {agent}. I've read everything you've told us so far."),
        ("en", "Apology", "I'm sorry for the trouble. I'm looking into it right now."),
        ("en", "Return", "I'll help you with the return for order {order}. The courier can come from the next working day."),
    ];
}
