using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>Entities of all kinds; today is Tuesday, 3 November 2026.</summary>
public class EntityTests
{
    // "Type value" of everything found, by position, reasons and payment kinds apart.
    private static string Found(Recognition heard) => string.Join(", ", heard.Entities.Where(entity => entity.Type is not (EntityType.Reason or EntityType.PaymentKind or EntityType.ComplaintCategory or EntityType.ComplaintWish or EntityType.Aggravation)).Select(entity => $"{entity.Type} {entity.Value}"));

    public static TheoryData<string, string> KoreanRows => Ear.Table("""
        네 개요 | Quantity 4
        두 개 | Quantity 2
        한 켤레만요 | Quantity 1
        세 벌이요 | Quantity 3
        5개 주문했어요 | Quantity 5
        둘 다요 | Quantity both
        전부요 | Quantity all
        모두 다 반품할게요 | Quantity all
        나머지는요 | Quantity rest
        만원 | Money 10000 KRW
        천 원 | Money 1000 KRW
        3만 5천원 | Money 35000 KRW
        3만5천원 | Money 35000 KRW
        삼만오천 원 | Money 35000 KRW
        35,000원 결제했어요 | Money 35000 KRW
        오만 원이요 | Money 50000 KRW
        20달러 | Money 2000 USD
        백이십만원 | Money 1200000 KRW
        오늘이요 | Date 2026-11-03
        내일 | Date 2026-11-04
        모레요 | Date 2026-11-05
        내일 모레 와주세요 | Date 2026-11-05
        글피 | Date 2026-11-06
        어제 받았어요 | Date 2026-11-02
        그제 샀어요 | Date 2026-11-01
        엊그제 왔어요 | Date 2026-11-01
        사흘 전에 주문했어요 | Date 2026-10-31
        나흘 전에 받았어요 | Date 2026-10-30
        열흘 뒤에요 | Date 2026-11-13
        보름 전에 샀는데요 | Date 2026-10-19
        일주일 전에 받았어요 | Date 2026-10-27
        두 달 전에 샀어요 | Date 2026-09-03
        3일 전에 왔어요 | Date 2026-10-31
        다음 주 화요일 | Date 2026-11-10
        다음주화욜 | Date 2026-11-10
        이번 주 토요일 | Date 2026-11-07
        지난주 금요일에 받았어요 | Date 2026-10-30
        금요일에 와 주세요 | Date 2026-11-06
        화요일이요 | Date 2026-11-10
        월요일에 받았어요 | Date 2026-11-02
        11월 20일 | Date 2026-11-20
        11월 1일에 받았어요 | Date 2026-11-01
        10월 5일이요 | Date 2027-10-05
        10월 5일에 샀어요 | Date 2026-10-05
        십일월 십일 | Date 2026-11-10
        시월 삼일에 주문했어요 | Date 2026-10-03
        5일에 와주세요 | Date 2026-11-05
        2일이요 | Date 2026-12-02
        2026년 12월 24일 | Date 2026-12-24
        2026-11-05 | Date 2026-11-05
        2026.11.5 | Date 2026-11-05
        지난달 20일에 샀어요 | Date 2026-10-20
        다음 주 | DateRange 2026-11-09/2026-11-16
        이번 주말 | DateRange 2026-11-07/2026-11-09
        지난달 | DateRange 2026-10-01/2026-11-01
        다음 달 초 | DateRange 2026-12-01/2026-12-11
        내일부터 모레까지 | DateRange 2026-11-04/2026-11-06
        11월 5일~11월 7일 | DateRange 2026-11-05/2026-11-08
        오전 10시 | Time 10:00
        오후 3시 반 | Time 15:30
        3시 반 | Time 15:30
        저녁 7시 20분 | Time 19:20
        두 시요 | Time 14:00
        열두 시 | Time 12:00
        14:30 | Time 14:30
        정오에 | Time 12:00
        내일 오전 11시 | Date 2026-11-04, Time 11:00
        010-1234-5678 | Phone 01012345678
        01012345678이에요 | Phone 01012345678
        010 1234 5678 | Phone 01012345678
        공일공 일이삼사 오육칠팔 | Phone 01012345678
        공일공-일이삼사-오육칠팔이요 | Phone 01012345678
        +82 10-1234-5678 | Phone 01012345678
        02-123-4567 | Phone 021234567
        1588-1234로 전화했어요 | Phone 15881234
        메일은 Haneul.Kim@Example.com이에요 | Email haneul.kim@example.com
        주문번호 W6067464요 | OrderNumber W6067464
        #W6067464 반품이요 | OrderNumber #W6067464
        ORD-20260001 | OrderNumber ORD-20260001
        20261103-0001234 어디쯤이에요 | OrderNumber 20261103-0001234
        주문번호는 12345678입니다 | OrderNumber 12345678
        더블유 이삼칠 공일이삼 | OrderNumber W2370123
        더블유 육공육칠사육사 | OrderNumber W6067464
        R-20417 | ReceiptNumber R-20417
        c-10023 어떻게 됐나요 | ReceiptNumber C-10023
        에이 다시 공공일이 | ReceiptNumber A-0012
        우편번호 06234 | Postcode 06234
        우편번호는 공사오이사예요 | Postcode 04524
        my postcode is oh four five two four please | Postcode 04524
        the zip code is zero, four, five, two, two | Postcode 04522
        call me on oh one oh, zero zero zero zero, one two three four | Phone 01000001234
        제 이름은 김하늘이에요 | PersonName 김하늘
        이름은 박서준입니다 | PersonName 박서준
        저는 이영희라고 합니다 | PersonName 이영희
        국민은행 123456-01-123456 | Account 국민은행 12345601123456
        카카오뱅크 3333-01-1234567 | Account 카카오뱅크 3333011234567
        신한 110-123-456789요 | Account 신한은행 110123456789
        별 4개 | Rating 4
        5점이요 | Rating 5
        별점 다섯 개 드릴게요 | Rating 5
        첫 번째 | Ordinal 1
        두번째거요 | Ordinal 2
        3번이요 | Ordinal 3
        마지막 거 | Ordinal -1
        끝에서 두 번째 | Ordinal -2
        십이 | -
        이사했어요 |
        사이즈가 작아요 |
        일이 생겼어요 |
        만약에 안 되면요 |
        오늘은 말고요 | Date 2026-11-03
        조금 늦었어요 |
        사람 바꿔요 |
        구매했어요 |
        이번에 산 거요 |
        영수증 있어요 |
        """.Replace("십이 | -", "십이 | Number 12"));

    public static TheoryData<string, string> EnglishRows => Ear.Table("""
        two of them | Quantity 2
        both | Quantity both
        both of them please | Quantity both
        all of them | Quantity all
        the rest | Quantity rest
        three items | Quantity 3
        a pair of shoes and 2 pairs of socks | Quantity 2
        $47.84 | Money 4784 USD
        47.84 dollars | Money 4784 USD
        20 bucks | Money 2000 USD
        35,000 won | Money 35000 KRW
        ₩35,000 | Money 35000 KRW
        £32 | Money 3200 GBP
        USD 12.50 | Money 1250 USD
        today | Date 2026-11-03
        tomorrow | Date 2026-11-04
        the day after tomorrow | Date 2026-11-05
        yesterday | Date 2026-11-02
        three days ago | Date 2026-10-31
        two weeks ago | Date 2026-10-20
        a week ago | Date 2026-10-27
        in three days | Date 2026-11-06
        next Tuesday | Date 2026-11-10
        Friday works | Date 2026-11-06
        this Saturday | Date 2026-11-07
        last Friday | Date 2026-10-30
        I got it on Monday | Date 2026-11-02
        Nov 20 | Date 2026-11-20
        November 20th | Date 2026-11-20
        20 November | Date 2026-11-20
        November 20, 2027 | Date 2027-11-20
        it arrived on Oct 5 | Date 2026-10-05
        the 5th | Date 2026-11-05
        2026-11-05 | Date 2026-11-05
        11/20 | Date 2026-11-20
        next week | DateRange 2026-11-09/2026-11-16
        this weekend | DateRange 2026-11-07/2026-11-09
        last month | DateRange 2026-10-01/2026-11-01
        from Nov 5 to Nov 7 | DateRange 2026-11-05/2026-11-08
        3pm | Time 15:00
        10:30 am | Time 10:30
        at noon | Time 12:00
        tomorrow at 9 am | Date 2026-11-04, Time 09:00
        (555) 123-4567 | Phone 5551234567
        555-123-4567 | Phone 5551234567
        +1 555 123 4567 | Phone 5551234567
        my email is Emma.Nguyen8892@example.com | Email emma.nguyen8892@example.com
        omar@example.com. | Email omar@example.com
        order #W6067464 | OrderNumber #W6067464
        w6067464 | OrderNumber W6067464
        my order number is 12345678 | OrderNumber 12345678
        #W6067464 and #W1234567 | OrderNumber #W6067464, OrderNumber #W1234567
        receipt R-20417 | ReceiptNumber R-20417
        zip code 19031 | Postcode 19031
        my zip is 19031 | Postcode 19031
        SW1A 1AA | Postcode SW1A 1AA
        Houston, TX 77034 | Postcode 77034
        my name is Omar Anderson | PersonName Omar Anderson
        My name is Omar Anderson and my zip code is 19031 | PersonName Omar Anderson, Postcode 19031
        I'm Emma Nguyen, emma@example.com | PersonName Emma Nguyen, Email emma@example.com
        this is Yusuf Khan | PersonName Yusuf Khan
        hi, i am omar anderson | PersonName Omar Anderson
        name: Mei Li | PersonName Mei Li
        four out of five | Rating 4
        5 stars | Rating 5
        the second one | Ordinal 2
        the last one | Ordinal -1
        second to last | Ordinal -2
        the 3rd item | Ordinal 3
        twenty-first | Ordinal 21
        twenty one | Number 21
        1234 | Number 1234
        I'm looking for my order |
        I'm not happy |
        this one please |
        that one |
        I'm trying to return it |
        """);

    [Theory, MemberData(nameof(KoreanRows))]
    public void Korean_words_carry_values(string utterance, string values) => Assert.Equal(values, Found(Ear.Korean(utterance)));

    [Theory, MemberData(nameof(EnglishRows))]
    public void English_words_carry_values(string utterance, string values) => Assert.Equal(values, Found(Ear.English(utterance)));

    [Theory]
    [InlineData("19031", ExpectedKind.Postcode, "Postcode 19031")]
    [InlineData("19031", ExpectedKind.Identity, "Postcode 19031")]
    [InlineData("19031", ExpectedKind.Number, "Number 19031")]
    [InlineData("4", ExpectedKind.Rating, "Rating 4")]
    [InlineData("four", ExpectedKind.Rating, "Rating 4")]
    [InlineData("7", ExpectedKind.Rating, "Number 7")]
    [InlineData("482913", ExpectedKind.Code, "Number 482913")]
    [InlineData("6067464", ExpectedKind.Order, "OrderNumber 6067464")]
    [InlineData("Omar Anderson, 19031", ExpectedKind.Identity, "PersonName Omar Anderson, Postcode 19031")]
    [InlineData("omar anderson 19031", ExpectedKind.Identity, "PersonName Omar Anderson, Postcode 19031")]
    [InlineData("Omar Anderson", ExpectedKind.Name, "PersonName Omar Anderson")]
    [InlineData("I don't remember", ExpectedKind.Identity, "")]
    [InlineData("It's Omar Anderson, zip 19031", ExpectedKind.Identity, "PersonName Omar Anderson, Postcode 19031")]
    [InlineData("omar dot anderson at example dot com", ExpectedKind.Email, "Email omar.anderson@example.com")]
    [InlineData("11/20", ExpectedKind.Date, "Date 2026-11-20")]
    [InlineData("on Monday, I ordered it last week", ExpectedKind.Date, "Date 2026-11-09, DateRange 2026-10-26/2026-11-02")]
    public void What_is_waited_for_guides_English(string utterance, ExpectedKind kind, string values) => Assert.Equal(values, Found(Ear.English(utterance, kind)));

    [Theory]
    [InlineData("김하늘", ExpectedKind.Name, "PersonName 김하늘")]
    [InlineData("김하늘이요", ExpectedKind.Identity, "PersonName 김하늘")]
    [InlineData("김하늘입니다", ExpectedKind.Identity, "PersonName 김하늘")]
    [InlineData("김하늘 06234", ExpectedKind.Identity, "PersonName 김하늘, Postcode 06234")]
    [InlineData("김하늘이고 우편번호는 06234예요", ExpectedKind.Identity, "PersonName 김하늘, Postcode 06234")]
    [InlineData("Omar Anderson, 19031", ExpectedKind.Identity, "PersonName Omar Anderson, Postcode 19031")]
    [InlineData("남궁민수입니다", ExpectedKind.Name, "PersonName 남궁민수")]
    [InlineData("모르겠어요", ExpectedKind.Name, "")]
    [InlineData("반품할래요", ExpectedKind.Identity, "")]
    [InlineData("네", ExpectedKind.Name, "")]
    [InlineData("이요", ExpectedKind.Rating, "Rating 2")]
    [InlineData("오", ExpectedKind.Rating, "Rating 5")]
    [InlineData("셋이요", ExpectedKind.Rating, "Rating 3")]
    [InlineData("삼점", ExpectedKind.Rating, "Rating 3")]
    [InlineData("공일이삼사오", ExpectedKind.Code, "Number 012345")]
    public void What_is_waited_for_guides_Korean(string utterance, ExpectedKind kind, string values) => Assert.Equal(values, Found(Ear.Korean(utterance, kind)));

    public static TheoryData<string, string> Reasons => Ear.Table("""
        깨져서 왔어요 | damaged
        찌그러져 있어요 | damaged
        안 켜져요 | defect
        작동이 안 돼요 | defect
        불량이에요 | defect
        다른 게 왔어요 | wrong_item
        엉뚱한 상품이 왔어요 | wrong_item
        부품이 하나 빠졌어요 | missing_part
        구성품 누락이요 | missing_part
        사이즈가 작아요 | size
        너무 커요 | size
        색이 달라요 | not_as_described
        사진이랑 달라요 | not_as_described
        마음이 바뀌어서요 | changed_mind
        단순 변심이에요 | changed_mind
        그냥 필요 없어졌어요 | changed_mind
        배송이 너무 늦게 와서요 | late
        아직도 못 받았어요 | not_received
        it arrived broken | damaged
        the mug is cracked | damaged
        it doesn't work | defect
        stopped working after a day | defect
        they sent me the wrong item | wrong_item
        a part is missing | missing_part
        too small | size
        it doesn't fit | size
        not as described | not_as_described
        looks different from the picture | not_as_described
        changed my mind | changed_mind
        no longer needed | changed_mind
        ordered by mistake | changed_mind
        it came too late | late
        never arrived | not_received
        """);

    [Theory, MemberData(nameof(Reasons))]
    public void A_reason_is_told_in_many_words(string utterance, string reason) => Assert.Equal(reason, Assert.Single(Ear.Korean(utterance).Of(EntityType.Reason)).Value);

    public static TheoryData<string, string> Payments => Ear.Table("""
        카드로 해주세요 | card
        신용카드요 | card
        적립금으로 주세요 | points
        포인트로요 | points
        네이버페이요 | naver_pay
        카카오페이로 했어요 | kakao_pay
        토스요 | toss
        계좌로 받을게요 | bank_transfer
        계좌이체 | bank_transfer
        기프트카드로요 | gift_card
        상품권이요 | gift_card
        페이팔 | paypal
        credit card | card
        my gift card please | gift_card
        paypal | paypal
        to my bank account | bank_transfer
        store credit is fine | gift_card
        my visa | card
        """);

    [Theory, MemberData(nameof(Payments))]
    public void A_payment_kind_is_named(string utterance, string kind) => Assert.Equal(kind, Assert.Single(Ear.Korean(utterance).Of(EntityType.PaymentKind)).Value);

    [Fact]
    public void Several_facts_in_one_message_are_all_taken()
    {
        var heard = Ear.English("Hi, I'm Omar Anderson, zip 19031. I'd like to return the Electric Kettle from order #W6067464, it arrived broken.");
        Assert.Equal("PersonName Omar Anderson, Postcode 19031, OrderNumber #W6067464", Found(heard));
        Assert.Equal(ReturnReasons.Damaged, Assert.Single(heard.Of(EntityType.Reason)).Value);
        Assert.Equal(Intents.Return, heard.Intents[0].Intent);
    }

    [Fact]
    public void Positions_are_those_of_the_text()
    {
        var heard = Ear.Korean("  주문번호   W6067464  반품이요 ");
        var number = Assert.Single(heard.Of(EntityType.OrderNumber));
        Assert.Equal("주문번호 W6067464 반품이요", heard.Text);
        Assert.Equal(number.Text, heard.Text[number.Start..(number.End + 1)]);
    }
}
