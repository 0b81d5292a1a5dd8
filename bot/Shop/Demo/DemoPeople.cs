using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Demo;

/// <summary>The customers of the tour, each there for something; <c>docs/demo-shop.md</c> introduces them. All invented.</summary>
internal static class DemoPeople
{
    /// <summary>Adds them with their orders.</summary>
    public static void Add(DemoBooks books)
    {
        // 김하늘: two kettles delivered, a parcel on the road, a return under way, and something bought too long ago.
        var haneul = Person("K0001", "김하늘", "haneul@example.com", "010-0000-1234", "04524", "서울특별시 중구 햇살로 12", "301호", books,
            Card("K0001-card", "신한카드", "1234"), Points("K0001-points", 12_000));
        haneul.Addresses.Add(new() { Line1 = "경기도 성남시 분당구 노을로 5", Line2 = "2층", Postcode = "13524", Country = "KR" });
        books.Add(haneul);
        books.Place(new("K0001", DemoStage.Delivered, 40, new DemoGoods("P013"), new DemoGoods("P020")) { Address = 1 });
        books.Place(new("K0001", DemoStage.ReturnRequested, 4, new DemoGoods("P021", 1, 2)));
        books.Place(new("K0001", DemoStage.Delivered, 2, new DemoGoods("P001", 0), new DemoGoods("P001", 1), new DemoGoods("P002", 0, 2)) { Points = 5_000 });
        books.Place(new("K0001", DemoStage.InTransit, 1, new DemoGoods("P024", 2), new DemoGoods("P026")));

        // 이도윤, a guest (비회원), paid into a virtual account; the cash receipt follows a refund.
        var guest = Person("K0002", "이도윤", "doyun@example.com", "010-0000-2345", "48058", "부산광역시 해운대구 물결로 7", null, books,
            new PaymentMethodRow { Id = "K0002-account", Kind = PaymentKinds.VirtualAccount, Brand = "국민은행", LastFour = "8890" });
        guest.IsGuest = true;
        books.Add(guest);
        books.Place(new("K0002", DemoStage.Delivered, 5, new DemoGoods("P007", 1), new DemoGoods("P008")));

        // 박서연, a VIP: fresh food, goods made to order, music and an e-book.
        var vip = Person("K0003", "박서연", "seoyeon@example.com", "010-0000-3456", "06236", "서울특별시 강남구 별빛길 31", "1502호", books,
            Card("K0003-card", "현대카드", "3456"), new PaymentMethodRow { Id = "K0003-kakao", Kind = PaymentKinds.KakaoPay }, Points("K0003-points", 48_000));
        vip.Tier = "vip";
        books.Add(vip);
        books.Place(new("K0003", DemoStage.Delivered, 8, new DemoGoods("P055", 1), new DemoGoods("P051")));
        books.Place(new("K0003", DemoStage.Delivered, 1, new DemoGoods("P041"), new DemoGoods("P043", 1)) { Method = 1 });
        books.Place(new("K0003", DemoStage.Delivered, 0, new DemoGoods("P053")) { Points = 3_000 });

        // 최민준: one parcel late, one lost, and a complaint that waits for an answer.
        books.Add(Person("K0004", "최민준", "minjun@example.com", "010-0000-4567", "61947", "광주광역시 서구 바람로 55", null, books,
            new PaymentMethodRow { Id = "K0004-naver", Kind = PaymentKinds.NaverPay }, new PaymentMethodRow { Id = "K0004-toss", Kind = PaymentKinds.Toss }));
        var late = books.Place(new("K0004", DemoStage.Delayed, 6, new DemoGoods("P039", 1)));
        books.Place(new("K0004", DemoStage.Lost, 12, new DemoGoods("P032", 2)) { Method = 1, Carrier = 1 });
        books.Complain(late, CaseCategories.Delivery, CaseSeverities.High, "로봇청소기가 약속한 날보다 나흘이나 늦는데 아무 연락이 없어요.", 1, resolved: false);

        // 정유나: a refund that is done, and two parcels of one order.
        books.Add(Person("K0005", "정유나", "yuna@example.com", "010-0000-5678", "34126", "대전광역시 유성구 은하로 9", "A동 204호", books,
            new PaymentMethodRow { Id = "K0005-bank", Kind = PaymentKinds.BankTransfer, Brand = "우리은행", LastFour = "7712", RefundAccount = "우리은행 0000000007712" },
            new PaymentMethodRow { Id = "K0005-gift", Kind = PaymentKinds.GiftCard, Balance = 30_000, Currency = "KRW" }));
        books.Place(new("K0005", DemoStage.Returned, 8, new DemoGoods("P014", 1)));
        books.Place(new("K0005", DemoStage.HalfDelivered, 2, new DemoGoods("P011", 1), new DemoGoods("P012"), new DemoGoods("P017", 1)) { Method = 1 });

        // Emily Carter reads English: a blue kettle delivered, shoes on the road.
        var emily = Person("K0006", "Emily Carter", "emily.carter@example.com", "010-0000-6789", "03087", "Seoul, Jongno-gu, Sunrise-ro 8", "Apt 12", books,
            Card("K0006-card", "visa", "4242"), new PaymentMethodRow { Id = "K0006-paypal", Kind = PaymentKinds.PayPal });
        emily.Language = "en";
        emily.Addresses.Add(new() { Line1 = "Busan, Haeundae-gu, Seaside-ro 21", Line2 = "Floor 3", Postcode = "48099", Country = "KR" });
        books.Add(emily);
        books.Place(new("K0006", DemoStage.Delivered, 3, new DemoGoods("P001", 0), new DemoGoods("P031", 0)));
        books.Place(new("K0006", DemoStage.InTransit, 1, new DemoGoods("P024", 5)) { Method = 1, Address = 1 });
    }

    /// <summary>A customer at one address.</summary>
    public static CustomerRow Person(string id, string name, string email, string phone, string postcode, string street, string? flat, DemoBooks books, params PaymentMethodRow[] methods) => new()
    {
        Id = id,
        Name = name,
        Email = email,
        Phone = phone,
        Language = "ko",
        CreatedAt = books.Noon(400),
        Addresses = [new() { Line1 = street, Line2 = flat, Postcode = postcode, Country = "KR" }],
        PaymentMethods = [.. methods],
        ChannelAddresses = [new() { Channel = "phone", Address = phone, Assurance = Assurances.Matched }],
    };

    /// <summary>A card.</summary>
    public static PaymentMethodRow Card(string id, string brand, string lastFour) => new() { Id = id, Kind = PaymentKinds.Card, Brand = brand, LastFour = lastFour };

    /// <summary>Points.</summary>
    public static PaymentMethodRow Points(string id, long balance) => new() { Id = id, Kind = PaymentKinds.Points, Balance = balance, Currency = "KRW" };
}
