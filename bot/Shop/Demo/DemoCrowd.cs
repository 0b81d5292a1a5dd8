using System.Globalization;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Demo;

/// <summary>The rest of the demo shop's customers and orders, by a seeded chance: the same every time, but for the dates.</summary>
internal static class DemoCrowd
{
    private const int Customers = 200, Orders = 420, Seed = 20261122;

    private static readonly (string Korean, string Latin)[] Families =
        [("김", "kim"), ("이", "lee"), ("박", "park"), ("최", "choi"), ("정", "jung"), ("강", "kang"), ("조", "cho"), ("윤", "yoon"), ("장", "jang"), ("임", "lim"), ("한", "han"), ("오", "oh"), ("서", "seo"), ("신", "shin")];

    private static readonly (string Korean, string Latin)[] Givens =
        [("가람", "garam"), ("나래", "narae"), ("다온", "daon"), ("라온", "raon"), ("마루", "maru"), ("바다", "bada"), ("새봄", "saebom"), ("아라", "ara"), ("우주", "wooju"), ("지안", "jian"), ("초롱", "chorong"), ("태오", "taeo"), ("푸름", "pureum"), ("해솔", "haesol"), ("소담", "sodam")];

    private static readonly (string Place, string Postcode)[] Places =
        [("서울특별시 마포구 노을로", "04001"), ("인천광역시 연수구 갯벌로", "21999"), ("수원시 영통구 솔숲로", "16499"), ("대구광역시 수성구 호반로", "42199"), ("전주시 완산구 한옥길", "55099"), ("강릉시 솔바람로", "25499"), ("제주시 귤밭길", "63199"), ("세종특별자치시 나루로", "30099")];

    private static readonly string[] English = ["Oliver Stone-Park", "Grace Whitfield", "Daniel Ashby", "Hannah Moore-Lim"];
    private static readonly string[] CardBrands = ["신한카드", "삼성카드", "국민카드", "현대카드", "롯데카드"];
    private static readonly DemoStage[] Stages = Enum.GetValues<DemoStage>();
    private static readonly int[] Days = [1, 5, 8, 40, 3, 12, 6, 20];

    /// <summary>Adds them.</summary>
    public static void Add(DemoBooks books)
    {
        var chance = new Random(Seed);
        for (var i = 1; i <= 3; i++)
            books.Documents.Add(new CouponRow { Id = $"COUPON-{i}", Name = $"{i}월 감사 쿠폰", AmountOff = 3_000, From = 20_000, Currency = "KRW", ExpiresAt = books.Noon(-30 * i) });
        books.Documents.Add(new CouponRow { Id = "COUPON-10P", Name = "첫 구매 10% 쿠폰", PercentOff = 10, Currency = "KRW", ExpiresAt = books.Noon(-90) });

        var people = Enumerable.Range(7, Customers - 6).Select(number => Somebody(number, books, chance)).ToList();
        foreach (var person in people) books.Add(person);
        for (var i = 0; i < Orders; i++) Order(i, people[i % people.Count], books, chance);
    }

    private static CustomerRow Somebody(int number, DemoBooks books, Random chance)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"K{number:0000}");
        // Every name once, so that name and postcode prove one customer.
        var family = Families[number % Families.Length];
        var given = Givens[number / Families.Length % Givens.Length];
        var (place, postcode) = Places[chance.Next(Places.Length)];
        var foreigner = number % 50 == 0;
        var person = DemoPeople.Person(
            id, foreigner ? English[number / 50 - 1] : family.Korean + given.Korean, $"{given.Latin}.{family.Latin}{number}@example.com",
            string.Create(CultureInfo.InvariantCulture, $"010-0000-{7000 + number:0000}"), postcode, $"{place} {chance.Next(1, 200)}", $"{chance.Next(101, 1900)}호", books, Methods(id, number, chance));
        person.Language = foreigner ? "en" : "ko";
        person.IsGuest = number % 10 == 9;
        person.Tier = number % 33 == 0 ? "vip" : null;
        return person;
    }

    private static PaymentMethodRow[] Methods(string id, int number, Random chance)
    {
        var lastFour = chance.Next(10_000).ToString("0000", CultureInfo.InvariantCulture);
        PaymentMethodRow main = (number % 8) switch
        {
            0 => new() { Id = $"{id}-pay", Kind = PaymentKinds.KakaoPay },
            1 => new() { Id = $"{id}-pay", Kind = PaymentKinds.NaverPay },
            2 => new() { Id = $"{id}-pay", Kind = PaymentKinds.Toss },
            3 => new() { Id = $"{id}-pay", Kind = PaymentKinds.VirtualAccount, Brand = "국민은행", LastFour = lastFour, RefundAccount = $"국민은행 000000{lastFour}" },
            4 => new() { Id = $"{id}-pay", Kind = PaymentKinds.BankTransfer, Brand = "하나은행", LastFour = lastFour, RefundAccount = $"하나은행 000000{lastFour}" },
            5 => new() { Id = $"{id}-pay", Kind = PaymentKinds.PayPal },
            6 => new() { Id = $"{id}-pay", Kind = PaymentKinds.GiftCard, Balance = chance.Next(1, 20) * 5_000, Currency = "KRW" },
            _ => DemoPeople.Card($"{id}-pay", CardBrands[chance.Next(CardBrands.Length)], lastFour),
        };
        return [main, DemoPeople.Card($"{id}-card", CardBrands[chance.Next(CardBrands.Length)], lastFour), DemoPeople.Points($"{id}-points", chance.Next(0, 30) * 500)];
    }

    private static void Order(int index, CustomerRow person, DemoBooks books, Random chance)
    {
        // Half of a shop's orders are delivered; the other half goes through all stages in turn.
        var stage = index % 2 == 0 ? DemoStage.Delivered : Stages[index / 2 % Stages.Length];
        var days = stage switch
        {
            DemoStage.HalfDelivered => 2,
            DemoStage.Returned => 8 + (index % 20),
            DemoStage.InTransit or DemoStage.OutForDelivery or DemoStage.Preparing or DemoStage.Paid or DemoStage.AwaitingPayment => 1 + (index % 2),
            DemoStage.Delayed or DemoStage.Lost => 6 + (index % 5),
            _ => Days[index / 2 % Days.Length],
        };
        var goods = Enumerable.Range(0, 1 + chance.Next(4)).Select(_ => DemoCatalog.Products[chance.Next(DemoCatalog.Products.Length)]).DistinctBy(product => product.Id)
            .Select(product => new DemoGoods(product.Id, chance.Next(product.Variants.Length), 1 + (chance.Next(6) == 0 ? 1 : 0))).ToArray();
        if (stage is DemoStage.ExchangeRequested) goods[0] = new("P024", index % 8);
        if (stage is DemoStage.HalfDelivered or DemoStage.DeliveredInTwo && goods.Length == 1) goods = [goods[0], new("P006", 1)];
        var order = books.Place(new(person.Id, stage, days, goods)
        {
            Points = index % 5 == 0 ? 2_000 : 0,
            Method = index % 7 == 0 ? 1 : 0,
            Coupon = index % 6 == 0 ? $"COUPON-{1 + (index % 3)}" : null,
            Carrier = index % 3,
        });
        if (index % 20 == 3) books.Complain(order, CaseCategories.Product, CaseSeverities.Normal, "상품이 설명과 조금 다른 것 같아요. 확인 부탁드려요.", 2 + (index % 9), resolved: index % 40 == 3);
    }
}
