using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Tests.Language;

public class RenderingTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 3);

    [Fact]
    public void A_sentence_is_filled_with_its_values_in_each_language()
    {
        var renderer = Books.Renderer("ask: \"{item}을(를) 반품할까요?\"", "ask: \"Shall I return {item}?\"");
        var sentence = Sentence.Of("t.ask", ("item", "무선 주전자"));
        Assert.Equal("무선 주전자를 반품할까요?", renderer.Render(sentence, SpokenLanguage.Korean));
        Assert.Equal("Shall I return 무선 주전자?", renderer.Render(sentence, SpokenLanguage.English));
    }

    [Theory]
    [InlineData(0, "이유가 무엇인가요?")]
    [InlineData(1, "한마디로 알려 주세요.")]
    [InlineData(2, "예를 들면 파손이에요.")]
    [InlineData(3, "예를 들면 파손이에요.")]
    public void Each_attempt_has_its_reprompt_and_the_last_one_stays(int attempt, string expected)
    {
        var renderer = Books.Renderer("""
            ask:
              text: 이유가 무엇인가요?
              again:
                - 한마디로 알려 주세요.
                - 예를 들면 파손이에요.
            """);
        Assert.Equal(expected, renderer.Render(Sentence.Of("t.ask"), SpokenLanguage.Korean, attempt: attempt));
    }

    [Fact]
    public void What_is_heard_may_be_worded_apart()
    {
        var renderer = Books.Renderer("hi:\n  text: 안녕하세요. 골라 주세요.\n  speech: 안녕하세요. 말씀해 주세요.");
        Assert.Equal("안녕하세요. 골라 주세요.", renderer.Render(Sentence.Of("t.hi"), SpokenLanguage.Korean));
        Assert.Equal("안녕하세요. 말씀해 주세요.", renderer.Render(Sentence.Of("t.hi"), SpokenLanguage.Korean, Modality.Speech));
    }

    [Fact]
    public void A_term_is_said_in_the_language_of_the_listener()
    {
        Assert.Equal("사유: 파손", Books.Korean("사유: {x}", new Term("terms.reason.damaged")));
        Assert.Equal("Reason: damaged on arrival", Books.English("Reason: {x}", new Term("terms.reason.damaged")));
    }

    [Theory]
    [InlineData(35000, "KRW", "35,000원", "₩35,000")]
    [InlineData(4784, "USD", "$47.84", "$47.84")]
    [InlineData(3200, "GBP", "£32", "£32")]
    [InlineData(5, "USD", "$0.05", "$0.05")]
    [InlineData(-3000, "KRW", "-3,000원", "-₩3,000")]
    [InlineData(1250, "CHF", "CHF 12.50", "CHF 12.50")]
    public void Money_has_the_form_of_the_shop(long minor, string currency, string korean, string english)
    {
        Assert.Equal(korean, Books.Korean("{x}", new Money(minor, currency)));
        Assert.Equal(english, Books.English("{x}", new Money(minor, currency)));
    }

    [Theory]
    [InlineData("{x}", "11월 3일 (화)", "Tuesday, November 3")]
    [InlineData("{x:short}", "11월 3일", "November 3")]
    [InlineData("{x:full}", "2026년 11월 3일 (화)", "Tuesday, November 3, 2026")]
    [InlineData("{x:weekday}", "화요일", "Tuesday")]
    public void A_day_is_written_as_its_format_says(string place, string korean, string english)
    {
        Assert.Equal(korean, Books.Korean(place, Tuesday));
        Assert.Equal(english, Books.English(place, Tuesday));
    }

    [Theory]
    [InlineData("{x}", "11월 3일 (화) 오전 8시 30분", "Tuesday, November 3 at 8:30 a.m.")]
    [InlineData("{x:date}", "11월 3일 (화)", "Tuesday, November 3")]
    [InlineData("{x:time}", "오전 8시 30분", "8:30 a.m.")]
    public void A_moment_is_shown_in_seoul(string place, string korean, string english)
    {
        var moment = new DateTimeOffset(2026, 11, 2, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(korean, Books.Korean(place, moment));
        Assert.Equal(english, Books.English(place, moment));
    }

    [Fact]
    public void A_moment_is_shown_in_the_zone_that_was_given()
    {
        var renderer = new SentenceRenderer(Books.Read("s: \"{x:time}\""), TimeZoneInfo.Utc);
        var moment = new DateTimeOffset(2026, 11, 3, 15, 30, 0, TimeSpan.FromHours(9));
        Assert.Equal("오전 6시 30분", renderer.Render(Sentence.Of("t.s", ("x", moment)), SpokenLanguage.Korean));
    }

    [Theory]
    [InlineData(0, 0, "자정", "midnight")]
    [InlineData(0, 5, "오전 0시 5분", "12:05 a.m.")]
    [InlineData(12, 0, "정오", "noon")]
    [InlineData(12, 30, "오후 12시 30분", "12:30 p.m.")]
    [InlineData(15, 0, "오후 3시", "3:00 p.m.")]
    public void A_time_of_day_is_written_on_the_clock_of_twelve_hours(int hour, int minute, string korean, string english)
    {
        Assert.Equal(korean, Books.Korean("{x}", new TimeOnly(hour, minute)));
        Assert.Equal(english, Books.English("{x}", new TimeOnly(hour, minute)));
    }

    [Theory]
    [InlineData("{x}", "책, 차, 컵", "책, 차 and 컵")]
    [InlineData("{x:or}", "책, 차 또는 컵", "책, 차 or 컵")]
    [InlineData("{x:short}", "책 외 2개", "책 and 2 more")]
    [InlineData("{x:lines}", "- 책\n- 차\n- 컵", "- 책\n- 차\n- 컵")]
    public void A_list_is_joined_as_its_format_says(string place, string korean, string english)
    {
        Assert.Equal(korean, Books.Korean(place, new[] { "책", "차", "컵" }));
        Assert.Equal(english, Books.English(place, new[] { "책", "차", "컵" }));
    }

    [Theory]
    [InlineData("책", "책과 컵")]
    [InlineData("차", "차와 컵")]
    public void Two_things_are_joined_by_the_sound_of_the_first(string first, string expected) =>
        Assert.Equal(expected, Books.Korean("{x}", new[] { first, "컵" }));

    [Fact]
    public void One_thing_is_a_list_of_itself() => Assert.Equal("책을", Books.Korean("{x}을(를)", new[] { "책" }));

    [Fact]
    public void Terms_in_a_list_are_said_in_the_language_of_the_listener() =>
        Assert.Equal("damaged on arrival or late delivery", Books.English("{x:or}", new Term[] { new("terms.reason.damaged"), new("terms.reason.late") }));

    [Theory]
    [InlineData("{x:ordinal} 상품", 2, "두 번째 상품")]
    [InlineData("{x:native}개", 2, "2개")]
    [InlineData("{x}개", 12345L, "12,345개")]
    [InlineData("{x:digits}", 12345L, "12345")]
    public void A_number_is_written_as_its_format_says(string text, object number, string expected) => Assert.Equal(expected, Books.Korean(text, number));

    [Theory]
    [InlineData(true, "네")]
    [InlineData(false, "아니요")]
    public void Yes_and_no_are_terms(bool value, string expected) => Assert.Equal(expected, Books.Korean("{x}", value));

    [Fact]
    public void Braces_in_data_are_no_placeholders() => Assert.Equal("{item} {{y}}", Books.Korean("{x}", "{item} {{y}}"));

    [Fact]
    public void A_brace_in_a_book_is_written_twice() => Assert.Equal("{책}", Books.Korean("{{{x}}}", "책"));

    [Theory]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("a\0b\u001b[31m", "ab[31m")]
    [InlineData("\u202Eevil\u200B", "evil")]
    [InlineData("👩\u200D💻", "👩\u200D💻")]
    public void Control_characters_in_data_are_dropped(string data, string expected) => Assert.Equal(expected, Books.Korean("{x}", data));

    [Fact]
    public void Data_of_any_length_fits() => Assert.Equal(10_001, Books.Korean("{x}!", new string('가', 10_000)).Length);

    [Fact]
    public void A_missing_value_is_named()
    {
        var renderer = Books.Renderer("s: \"{amount}\"");
        var error = Assert.Throws<ArgumentException>(() => renderer.Render(Sentence.Of("t.s"), SpokenLanguage.Korean));
        Assert.Contains("'t.s' needs a value for {amount}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_has_no_words_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Books.Korean("{x}", 1.5));
        Assert.Contains("'t.s' was given a value of the type System.Double for {x}", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Books.Korean("{x}", Array.Empty<string>()));
    }

    [Fact]
    public void An_unknown_sentence_is_named()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Books.Renderer("s: x").Render(Sentence.Of("t.nothing"), SpokenLanguage.Korean));
        Assert.Contains("'t.nothing'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_with_values_is_no_word()
    {
        var error = Assert.Throws<ArgumentException>(() => Books.Renderer("s: \"{x}\"").Word(new("t.s"), SpokenLanguage.English));
        Assert.Contains("'t.s'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_sentence_is_rendered_alike_by_many_at_once()
    {
        var renderer = Books.Renderer("s: \"{x}을(를) {n:native}개 받았어요.\"");
        var rendered = Enumerable.Range(0, 2000).AsParallel()
            .Select(i => renderer.Render(Sentence.Of("t.s", ("x", "책"), ("n", 2)), SpokenLanguage.Korean, i % 2 == 0 ? Modality.Text : Modality.Speech))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(["책을 2개 받았어요.", "책을 두 개 받았어요."], rendered);
    }
}
