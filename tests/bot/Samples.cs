using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests;

/// <summary>Messages that several tests look at.</summary>
internal static class Samples
{
    public static Message WhichItem { get; } = new("어느 것을 반품하시겠어요?")
    {
        Speak = "어느 것을 반품하시겠어요",
        Dialog = "return",
        State = "ChooseItems",
        Expecting = new Expectation("items", ExpectedKind.Item)
        {
            Alternatives = [ExpectedKind.Order, ExpectedKind.YesNo],
            Many = true,
            Options =
            [
                new Option("L-1", "파란 주전자") { Data = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("lineId", "L-1")]) },
                new Option("L-2", "컵 *SALE*"),
            ],
        },
        Receipt = new Receipt("R-20417", "return"),
        Card = new Card("주문 #W1", [new CardRow("합계", "35,000원")]),
    };

    public const string WhichItemData =
        """
        {"servicebot":{"dialog":"return","state":"ChooseItems","expecting":{"slot":"items","kind":"item","alternatives":["order","yesno"],
        "options":[{"value":"L-1","title":"파란 주전자","data":{"lineId":"L-1"}},{"value":"L-2","title":"컵 *SALE*"}],"many":true},
        "receipt":{"number":"R-20417","kind":"return"}}}
        """;
}
