using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Tests.Language;

public class SpeechTests
{
    private static string Korean(string text, object x) => Books.Korean(text, x, Modality.Speech);

    private static string English(string text, object x) => Books.English(text, x, Modality.Speech);

    [Theory]
    [InlineData(0, "영")]
    [InlineData(1, "일")]
    [InlineData(10, "십")]
    [InlineData(11, "십일")]
    [InlineData(20, "이십")]
    [InlineData(101, "백일")]
    [InlineData(1000, "천")]
    [InlineData(1110, "천백십")]
    [InlineData(10000, "만")]
    [InlineData(11000, "만 천")]
    [InlineData(35000, "삼만 오천")]
    [InlineData(110000, "십일만")]
    [InlineData(12345678, "천이백삼십사만 오천육백칠십팔")]
    [InlineData(100000000, "일억")]
    [InlineData(100010000, "일억 일만")]
    [InlineData(-3, "마이너스 삼")]
    [InlineData(long.MinValue, "마이너스 구백이십이경 삼천삼백칠십이조 삼백육십팔억 오천사백칠십칠만 오천팔백팔")]
    public void A_number_is_read_in_sino_korean(long number, string expected) => Assert.Equal(expected, Korean("{x}", number));

    [Theory]
    [InlineData(1, "한 개")]
    [InlineData(2, "두 개")]
    [InlineData(3, "세 개")]
    [InlineData(4, "네 개")]
    [InlineData(5, "다섯 개")]
    [InlineData(10, "열 개")]
    [InlineData(11, "열한 개")]
    [InlineData(20, "스무 개")]
    [InlineData(21, "스물한 개")]
    [InlineData(99, "아흔아홉 개")]
    [InlineData(0, "영 개")]
    [InlineData(100, "백 개")]
    public void Things_are_counted_with_native_numbers(int number, string expected) => Assert.Equal(expected, Korean("{x:native} 개", number));

    [Theory]
    [InlineData("{x}개를", "두 개를")]
    [InlineData("{x}건", "두 건")]
    [InlineData("{x}시간", "두 시간")]
    [InlineData("{x}개월", "이개월")]
    [InlineData("{x}달러", "이달러")]
    [InlineData("{x}일", "이일")]
    public void A_number_before_a_counting_word_is_native_without_being_told(string text, string expected) => Assert.Equal(expected, Korean(text, 2));

    [Theory]
    [InlineData(1, "첫 번째", "first")]
    [InlineData(2, "두 번째", "second")]
    [InlineData(3, "세 번째", "third")]
    [InlineData(12, "열두 번째", "twelfth")]
    [InlineData(20, "스무 번째", "twentieth")]
    [InlineData(23, "스물세 번째", "twenty-third")]
    public void A_place_in_a_row_is_said_as_such(int number, string korean, string english)
    {
        Assert.Equal(korean, Korean("{x:ordinal}", number));
        Assert.Equal(english, English("{x:ordinal}", number));
    }

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(15, "fifteen")]
    [InlineData(42, "forty-two")]
    [InlineData(120, "one hundred twenty")]
    [InlineData(35000, "thirty-five thousand")]
    [InlineData(1000001, "one million one")]
    [InlineData(-3, "minus three")]
    public void A_number_is_read_in_english_words(long number, string expected) => Assert.Equal(expected, English("{x}", number));

    [Theory]
    [InlineData(35000, "KRW", "삼만 오천 원", "thirty-five thousand won")]
    [InlineData(10000, "KRW", "만 원", "ten thousand won")]
    [InlineData(4784, "USD", "사십칠 달러 팔십사 센트", "forty-seven dollars and eighty-four cents")]
    [InlineData(101, "USD", "일 달러 일 센트", "one dollar and one cent")]
    [InlineData(50, "GBP", "오십 펜스", "fifty pence")]
    [InlineData(-3200, "GBP", "마이너스 삼십이 파운드", "minus thirty-two pounds")]
    public void Money_is_read_with_its_unit(long minor, string currency, string korean, string english)
    {
        Assert.Equal(korean, Korean("{x}", new Money(minor, currency)));
        Assert.Equal(english, English("{x}", new Money(minor, currency)));
    }

    [Theory]
    [InlineData("{x}", "십일월 삼 일 화요일", "Tuesday, November third")]
    [InlineData("{x:short}", "십일월 삼 일", "November third")]
    [InlineData("{x:full}", "이천이십육 년 십일월 삼 일 화요일", "Tuesday, November third, twenty twenty-six")]
    [InlineData("{x:weekday}", "화요일", "Tuesday")]
    public void A_day_is_read_out(string place, string korean, string english)
    {
        Assert.Equal(korean, Korean(place, new DateOnly(2026, 11, 3)));
        Assert.Equal(english, English(place, new DateOnly(2026, 11, 3)));
    }

    [Theory]
    [InlineData(6, "유월 일 일")]
    [InlineData(10, "시월 일 일")]
    public void June_and_october_lose_a_consonant(int month, string expected) => Assert.Equal(expected, Korean("{x:short}", new DateOnly(2026, month, 1)));

    [Theory]
    [InlineData(2026, "twenty twenty-six")]
    [InlineData(2006, "two thousand six")]
    [InlineData(2000, "two thousand")]
    [InlineData(1999, "nineteen ninety-nine")]
    [InlineData(1905, "nineteen oh five")]
    [InlineData(1900, "nineteen hundred")]
    public void A_year_is_read_in_two_halves(int year, string expected) => Assert.EndsWith(", " + expected, English("{x:full}", new DateOnly(year, 1, 1)), StringComparison.Ordinal);

    [Theory]
    [InlineData(15, 30, "오후 세 시 삼십 분", "three thirty p.m.")]
    [InlineData(9, 5, "오전 아홉 시 오 분", "nine oh five a.m.")]
    [InlineData(12, 30, "오후 열두 시 삼십 분", "twelve thirty p.m.")]
    [InlineData(0, 10, "오전 영 시 십 분", "twelve ten a.m.")]
    [InlineData(0, 0, "자정", "midnight")]
    [InlineData(12, 0, "정오", "noon")]
    [InlineData(18, 0, "오후 여섯 시", "six p.m.")]
    public void A_time_has_native_hours_and_sino_korean_minutes(int hour, int minute, string korean, string english)
    {
        Assert.Equal(korean, Korean("{x}", new TimeOnly(hour, minute)));
        Assert.Equal(english, English("{x}", new TimeOnly(hour, minute)));
    }

    [Fact]
    public void A_moment_is_read_as_day_and_time()
    {
        var moment = new DateTimeOffset(2026, 11, 3, 15, 30, 0, TimeSpan.FromHours(9));
        Assert.Equal("십일월 삼 일 화요일 오후 세 시 삼십 분", Korean("{x}", moment));
        Assert.Equal("Tuesday, November third at three thirty p.m.", English("{x}", moment));
    }

    [Theory]
    [InlineData("01012345678", "공일공, 일이삼사, 오육칠팔", "zero one zero, one two three four, five six seven eight")]
    [InlineData("010-1234-5678", "공일공, 일이삼사, 오육칠팔", "zero one zero, one two three four, five six seven eight")]
    [InlineData("+821012345678", "공일공, 일이삼사, 오육칠팔", "zero one zero, one two three four, five six seven eight")]
    [InlineData("021234567", "공이, 일이삼, 사오육칠", "zero two, one two three, four five six seven")]
    [InlineData("15881234", "일오팔팔, 일이삼사", "one five eight eight, one two three four")]
    [InlineData("010-****-5678", "공일공, 오육칠팔", "zero one zero, five six seven eight")]
    public void A_telephone_number_is_read_in_groups(string number, string korean, string english)
    {
        Assert.Equal(korean, Korean("{x:phone}", number));
        Assert.Equal(english, English("{x:phone}", number));
    }

    [Theory]
    [InlineData("01012345678", "010-1234-5678")]
    [InlineData("0212345678", "02-1234-5678")]
    [InlineData("0311234567", "031-123-4567")]
    [InlineData("15881234", "1588-1234")]
    [InlineData("010-****-5678", "010-****-5678")]
    [InlineData("+1 555 0100", "+1 555 0100")]
    public void A_telephone_number_is_written_in_groups(string number, string expected) => Assert.Equal(expected, Books.Korean("{x:phone}", number));

    [Theory]
    [InlineData("R-20417", "알 이 공 사 일 칠", "R, two zero four one seven")]
    [InlineData("#W2378156", "더블유 이 삼 칠, 팔 일 오 육", "W, two three seven, eight one five six")]
    [InlineData("AB12C", "에이 비 일 이 씨", "A B, one two, C")]
    [InlineData("r1", "알 일", "R, one")]
    public void A_number_that_names_something_is_read_sign_by_sign(string number, string korean, string english)
    {
        Assert.Equal(korean, Korean("{x:digits}", number));
        Assert.Equal(english, English("{x:digits}", number));
    }

    [Fact]
    public void A_particle_follows_what_is_said_and_not_what_is_written()
    {
        var two = Sentence.Of("t.s", ("x", "R-2"));
        var renderer = Books.Renderer("s: \"{x:digits}(으)로\"");
        Assert.Equal("R-2로", renderer.Render(two, SpokenLanguage.Korean));
        Assert.Equal("알 삼으로", renderer.Render(Sentence.Of("t.s", ("x", "R-3")), SpokenLanguage.Korean, Modality.Speech));
        Assert.Equal("$47.84를", Books.Korean("{x}을(를)", new Money(4784, "USD")));
        Assert.Equal("사십칠 달러를", Korean("{x}을(를)", new Money(4700, "USD")));
    }

    [Theory]
    [InlineData("{x}", "책, 차, 컵", "책, 차 and 컵")]
    [InlineData("{x:lines}", "책, 차, 컵", "책, 차, 컵")]
    [InlineData("{x:short}", "책 외 두 개", "책 and two more")]
    public void A_list_is_read_in_one_line(string place, string korean, string english)
    {
        Assert.Equal(korean, Korean(place, new[] { "책", "차", "컵" }));
        Assert.Equal(english, English(place, new[] { "책", "차", "컵" }));
    }

    [Fact]
    public void A_format_that_does_not_fit_leaves_the_usual_form() => Assert.Equal("십일월 삼 일 화요일", Korean("{x:native}", new DateOnly(2026, 11, 3)));
}
