using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop.Demo;

/// <summary>What the demo shop sells. Every name, seller and carrier is invented.</summary>
internal static class DemoCatalog
{
    /// <summary>Sellers, for goods that the shop only mediates.</summary>
    public static IEnumerable<SellerRow> Sellers() =>
    [
        Seller("S-01", "푸른부엌상사", "000-00-00001", "02-0000-1001"), Seller("S-02", "달빛공방", "000-00-00002", "02-0000-1002"),
        Seller("S-03", "아침들녘농원", "000-00-00003", "033-000-1003"), Seller("S-04", "도란도란서점", "000-00-00004", "031-000-1004"),
    ];

    /// <summary>Carriers; the first by id that collects returns is booked.</summary>
    public static IEnumerable<CarrierRow> Carriers() =>
    [
        new() { Id = "hanbit", Name = "한빛택배", Names = new() { ["en"] = "Hanbit Parcel" }, Phone = "1500-0001", WaybillDigits = 12, CollectsReturns = true },
        new() { Id = "narae", Name = "나래물류", Names = new() { ["en"] = "Narae Logistics" }, Phone = "1500-0002", WaybillDigits = 10, CollectsReturns = true },
        new() { Id = "saebyeok", Name = "새벽배송단", Names = new() { ["en"] = "Dawn Delivery" }, Phone = "1500-0003", WaybillDigits = 11 },
    ];

    /// <summary>The products with all their variants.</summary>
    public static ImmutableArray<DemoProduct> Products { get; } =
    [
        // kitchen
        new("P001", "주방", "무선 주전자", "Cordless Kettle", 39_000, "색상:블루|화이트|블랙", "주전자 전기주전자 전기포트 커피포트 kettle", SellerId: "S-01"),
        new("P002", "주방", "머그컵 세트", "Mug Set", 18_000, "색상:아이보리|그린|네이비", "머그 머그컵 컵 mug mugs cup", SellerId: "S-01"),
        new("P003", "주방", "스테인리스 프라이팬", "Stainless Frying Pan", 32_000, "크기:24cm|28cm", "프라이팬 후라이팬 팬 pan", "스테인리스 프라이팬"),
        new("P004", "주방", "원목 도마", "Wooden Cutting Board", 27_000, "크기:소|대", "도마 board", SellerId: "S-02"),
        new("P005", "주방", "커피 그라인더", "Coffee Grinder", 54_000, "색상:블랙|실버", "그라인더 원두분쇄기 grinder"),
        new("P006", "주방", "보온 텀블러 500ml", "Insulated Tumbler 500 ml", 24_000, "색상:핑크|블루|그레이", "텀블러 보온병 tumbler flask", "보온 텀블러 오백 밀리리터"),
        new("P007", "주방", "에어프라이어 5L", "Air Fryer 5 L", 89_000, "색상:블랙|화이트", "에어프라이어 에프 fryer", "에어프라이어 오 리터"),
        new("P008", "주방", "밀폐용기 10종", "Food Container Set of 10", 29_900, "", "밀폐용기 반찬통 container containers", "밀폐용기 열 종"),
        new("P009", "주방", "식칼", "Chef's Knife", 45_000, "크기:18cm|21cm", "칼 부엌칼 knife"),
        new("P010", "주방", "와인잔 2개 세트", "Wine Glasses, Pair", 33_000, "", "와인잔 글라스 glass glasses", "와인잔 두 개 세트", SellerId: "S-02"),
        // living
        new("P011", "생활", "극세사 이불", "Microfibre Duvet", 69_000, "크기:싱글|퀸;색상:그레이|핑크", "이불 duvet blanket"),
        new("P012", "생활", "메모리폼 베개", "Memory Foam Pillow", 35_000, "높이:낮음|높음", "베개 pillow"),
        new("P013", "생활", "LED 스탠드", "LED Desk Lamp", 42_000, "색상:화이트|블랙", "스탠드 조명 램프 lamp light", "엘이디 스탠드"),
        new("P014", "생활", "가습기", "Humidifier", 58_000, "색상:화이트|민트", "humidifier"),
        new("P015", "생활", "공기청정기 20평형", "Air Purifier, 66 m²", 189_000, "", "공기청정기 청정기 purifier", "공기청정기 이십 평형"),
        new("P016", "생활", "빨래 건조대", "Drying Rack", 38_000, "", "건조대 rack"),
        new("P017", "생활", "욕실 매트", "Bath Mat", 15_000, "색상:그레이|베이지", "매트 발매트 mat"),
        new("P018", "생활", "수건 5장 세트", "Towels, Set of 5", 22_000, "색상:화이트|네이비", "수건 타월 towel towels", "수건 다섯 장 세트"),
        new("P019", "생활", "디퓨저", "Reed Diffuser", 26_000, "향:라벤더|시트러스", "방향제 diffuser", SellerId: "S-02", Traits: GoodsTraits.LosesValueByUse | GoodsTraits.LimitMarked),
        new("P020", "생활", "벽시계", "Wall Clock", 31_000, "색상:블랙|화이트", "시계 clock"),
        // clothes
        new("P021", "의류", "면 반팔 티셔츠", "Cotton T-shirt", 19_000, "색상:화이트|블랙|네이비;사이즈:M|L|XL", "티셔츠 반팔 티 tshirt shirt"),
        new("P022", "의류", "맨투맨", "Sweatshirt", 36_000, "색상:그레이|네이비;사이즈:M|L", "스웨트셔츠 sweatshirt"),
        new("P023", "의류", "청바지", "Jeans", 49_000, "사이즈:28|30|32|34", "데님 바지 jeans"),
        new("P024", "의류", "운동화", "Running Shoes", 79_000, "색상:화이트|블랙;사이즈:240|250|260|270", "신발 스니커즈 shoes sneakers trainers"),
        new("P025", "의류", "경량 패딩", "Light Padded Jacket", 98_000, "색상:블랙|카키;사이즈:M|L|XL", "패딩 점퍼 자켓 jacket"),
        new("P026", "의류", "양말 7켤레", "Socks, Seven Pairs", 12_000, "", "양말 socks", "양말 일곱 켤레"),
        new("P027", "의류", "울 머플러", "Wool Scarf", 34_000, "색상:베이지|레드", "목도리 머플러 scarf"),
        new("P028", "의류", "가죽 벨트", "Leather Belt", 29_000, "색상:블랙|브라운", "벨트 허리띠 belt"),
        new("P029", "의류", "이니셜 자수 셔츠", "Shirt with Embroidered Initials", 65_000, "사이즈:M|L", "셔츠 자수셔츠 shirt", SellerId: "S-02", Traits: GoodsTraits.MadeToOrder),
        new("P030", "의류", "우비", "Raincoat", 21_000, "색상:옐로|투명", "비옷 레인코트 raincoat"),
        // electronics
        new("P031", "가전", "블루투스 이어폰", "Bluetooth Earphones", 69_000, "색상:블랙|화이트", "이어폰 무선이어폰 earphones earbuds"),
        new("P032", "가전", "기계식 키보드", "Mechanical Keyboard", 119_000, "축:청축|갈축|적축", "키보드 keyboard"),
        new("P033", "가전", "무선 마우스", "Wireless Mouse", 32_000, "색상:블랙|핑크", "마우스 mouse"),
        new("P034", "가전", "보조배터리 20000mAh", "Power Bank 20,000 mAh", 45_000, "", "보조배터리 배터리 powerbank battery", "보조배터리 이만"),
        new("P035", "가전", "USB-C 충전기 65W", "USB-C Charger 65 W", 39_000, "색상:블랙|화이트", "충전기 charger", "유에스비 씨 충전기 육십오 와트"),
        new("P036", "가전", "스마트 체중계", "Smart Scale", 47_000, "", "체중계 저울 scale"),
        new("P037", "가전", "미니 선풍기", "Mini Fan", 23_000, "색상:민트|화이트|핑크", "선풍기 손풍기 fan"),
        new("P038", "가전", "웹캠", "Webcam", 62_000, "", "카메라 화상카메라 webcam camera"),
        new("P039", "가전", "로봇청소기", "Robot Vacuum", 329_000, "색상:화이트|블랙", "청소기 로봇 vacuum robot"),
        new("P040", "가전", "헤어드라이어", "Hair Dryer", 54_000, "색상:핑크|그레이", "드라이기 드라이어 dryer"),
        // food
        new("P041", "식품", "한우 국거리 600g", "Korean Beef for Soup, 600 g", 38_000, "", "한우 소고기 국거리 beef", "한우 국거리 육백 그램", SellerId: "S-03", Traits: GoodsTraits.Perishable),
        new("P042", "식품", "딸기 1kg", "Strawberries, 1 kg", 19_900, "", "딸기 strawberry strawberries", "딸기 일 킬로", SellerId: "S-03", Traits: GoodsTraits.Perishable),
        new("P043", "식품", "샐러드 키트", "Salad Kit", 9_900, "맛:오리엔탈|시저", "샐러드 salad", SellerId: "S-03", Traits: GoodsTraits.Perishable | GoodsTraits.KeepOnRefund),
        new("P044", "식품", "원두 500g", "Coffee Beans, 500 g", 21_000, "볶음:약배전|강배전", "원두 커피 beans coffee", "원두 오백 그램"),
        new("P045", "식품", "현미 10kg", "Brown Rice, 10 kg", 34_000, "", "현미 쌀 rice", "현미 십 킬로", SellerId: "S-03"),
        new("P046", "식품", "견과 30봉", "Mixed Nuts, 30 Bags", 27_000, "", "견과 견과류 nuts", "견과 서른 봉"),
        new("P047", "식품", "생크림 케이크", "Cream Cake", 32_000, "크기:1호|2호", "케이크 cake", Traits: GoodsTraits.Perishable | GoodsTraits.MadeToOrder | GoodsTraits.ConsentGiven),
        new("P048", "식품", "홍삼 스틱", "Red Ginseng Sticks", 59_000, "", "홍삼 ginseng"),
        // books and media
        new("P049", "도서", "소설 '느린 우체통'", "Novel 'The Slow Postbox'", 14_800, "", "소설 책 느린우체통 novel book", "느린 우체통", SellerId: "S-04"),
        new("P050", "도서", "요리책 '오늘의 한 그릇'", "Cookbook 'A Bowl Today'", 19_800, "", "요리책 책 cookbook book", "오늘의 한 그릇", SellerId: "S-04"),
        new("P051", "도서", "음반 '새벽의 강'", "Album 'River at Dawn'", 17_500, "", "음반 시디 앨범 cd album", "새벽의 강", SellerId: "S-04", Traits: GoodsTraits.Copyable | GoodsTraits.LimitMarked),
        new("P052", "도서", "게임 '별빛 항해'", "Game 'Starlight Voyage'", 54_000, "", "게임 게임팩 game", "별빛 항해", Traits: GoodsTraits.Copyable | GoodsTraits.LimitMarked),
        new("P053", "도서", "전자책 '고양이의 시간'", "E-book 'The Cat's Hour'", 9_800, "", "전자책 이북 ebook", "고양이의 시간", SellerId: "S-04", Traits: GoodsTraits.Digital | GoodsTraits.LimitMarked),
        new("P054", "도서", "온라인 강의 '수채화 첫걸음'", "Online Course 'First Watercolours'", 88_000, "", "강의 수업 course", "수채화 첫걸음", Traits: GoodsTraits.Digital | GoodsTraits.LimitMarked),
        // made to order, beauty, pets, sports
        new("P055", "맞춤", "각인 만년필", "Engraved Fountain Pen", 72_000, "색상:블랙|레드", "만년필 펜 pen", SellerId: "S-02", Traits: GoodsTraits.MadeToOrder | GoodsTraits.ConsentGiven),
        new("P056", "맞춤", "맞춤 커튼", "Curtains to Measure", 145_000, "색상:베이지|그레이", "커튼 curtain curtains", SellerId: "S-02", Traits: GoodsTraits.MadeToOrder | GoodsTraits.ConsentGiven),
        new("P057", "미용", "수분 크림", "Moisturising Cream", 28_000, "", "크림 화장품 cream", Traits: GoodsTraits.LosesValueByUse | GoodsTraits.LimitMarked),
        new("P058", "미용", "선크림", "Sunscreen", 19_000, "", "썬크림 자외선차단제 sunscreen", Traits: GoodsTraits.LosesValueByUse | GoodsTraits.LimitMarked),
        new("P059", "미용", "샴푸", "Shampoo", 16_000, "향:라벤더|민트", "shampoo", Traits: GoodsTraits.LosesValueByUse),
        new("P060", "반려", "고양이 사료 3kg", "Cat Food, 3 kg", 36_000, "맛:연어|닭고기", "사료 고양이밥 catfood", "고양이 사료 삼 킬로"),
        new("P061", "반려", "강아지 방석", "Dog Cushion", 29_000, "크기:소|대", "방석 cushion bed"),
        new("P062", "스포츠", "요가 매트", "Yoga Mat", 33_000, "색상:핑크|블루|블랙", "매트 mat"),
        new("P063", "스포츠", "덤벨 세트", "Dumbbell Set", 57_000, "무게:5kg|10kg", "덤벨 아령 dumbbell dumbbells"),
        new("P064", "스포츠", "등산 배낭 30L", "Hiking Backpack 30 L", 84_000, "색상:블루|카키", "배낭 가방 backpack bag", "등산 배낭 삼십 리터"),
    ];

    private static SellerRow Seller(string id, string name, string registration, string phone) =>
        new() { Id = id, Name = name, RegistrationNumber = registration, Phone = phone, ReturnAddress = new("경기도 이천시 물류로 " + id[^1], "17300") { Recipient = name } };
}

/// <summary>One product of the catalogue, and what its variants are made of.</summary>
/// <param name="Id">The product's id.</param>
/// <param name="Category">In Korean.</param>
/// <param name="Name">In Korean.</param>
/// <param name="English">What an English-speaking customer sees.</param>
/// <param name="Price">Won, of the first variant; larger sizes cost more.</param>
/// <param name="Choices">Options as <c>name:value|value;name:...</c>; empty for a single variant.</param>
/// <param name="Words">Other words for it, apart by spaces.</param>
/// <param name="Spoken">How the name is spoken, where that differs.</param>
/// <param name="SellerId">The seller, or null for the shop itself.</param>
/// <param name="Traits">What the law asks.</param>
internal sealed record DemoProduct(
    string Id, string Category, string Name, string English, long Price, string Choices, string Words,
    string? Spoken = null, string? SellerId = null, GoodsTraits Traits = GoodsTraits.None)
{
    /// <summary>The options of each variant, in the order in which they are shown.</summary>
    public ImmutableArray<OrderedDictionary<string, string>> Variants { get; } = Combine(Choices);

    /// <summary>The id of a variant.</summary>
    public string VariantId(int variant) => string.Create(CultureInfo.InvariantCulture, $"{Id}-{variant + 1:00}");

    /// <summary>The price of a variant.</summary>
    public long PriceOf(int variant) => Price + ((Variants[variant].ContainsKey("크기") || Variants[variant].ContainsKey("무게")) ? variant * 5_000 : 0);

    /// <summary>The product as it is stored.</summary>
    public ProductRow ToRow() => new()
    {
        Id = Id,
        Name = Name,
        Names = new() { ["ko"] = Name, ["en"] = English },
        Category = Category,
        SpokenName = Spoken,
        AlsoKnownAs = [English, .. Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Traits = Traits,
        SellerId = SellerId,
        Variants = [.. Variants.Select((options, i) => new VariantRow
        {
            Id = VariantId(i),
            Options = new(options),
            Names = options.Count == 0 ? [] : new() { ["ko"] = string.Join(", ", options.Values), ["en"] = string.Join(", ", options.Values.Select(DemoWords.English)) },
            AlsoKnownAs = [.. options.Values.SelectMany(DemoWords.For)],
            Price = PriceOf(i),
            Currency = "KRW",
            Available = i != 2,
            Stock = i == 2 ? 0 : 20 + i,
        })],
    };

    private static ImmutableArray<OrderedDictionary<string, string>> Combine(string choices)
    {
        IEnumerable<OrderedDictionary<string, string>> all = [[]];
        foreach (var choice in choices.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, values) = (choice[..choice.IndexOf(':', StringComparison.Ordinal)], choice[(choice.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|'));
            all = all.SelectMany(before => values.Select(value => new OrderedDictionary<string, string>(before) { [name] = value })).ToList();
        }

        return [.. all];
    }
}
