using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

public class OptionMatchTests
{
    // Notation: indexes from zero that were chosen; "? 0 1" where the words leave them open; "-" for none.
    private static string Said(string text, bool many, params string[] titles)
    {
        var match = OptionMatch.Find(text, Ear.Options(titles), many);
        var chosen = string.Join(' ', match.Chosen);
        return match.IsAmbiguous ? $"{chosen} ? {string.Join(' ', match.Candidates)}".Trim() : chosen.Length > 0 ? chosen : "-";
    }

    public static TheoryData<string, string> OneOf => Ear.Table("""
        option-1 | 1
        Wall Clock | 1
        2 | 1
        2번 | 1
        2번이요 | 1
        2번으로 할게요 | 1
        두 번째 거 | 1
        두번째꺼요 | 1
        second | 1
        the second one | 1
        the last one | 2
        마지막 거요 | 2
        위에 거 | 0
        맨 아래 거요 | 2
        the wall clock please | 1
        wall clok | 1
        kettle | 0
        cahir | 2
        주전자요 | 0
        벽시계로 할게요 | 1
        not the kettle, the chair | 2
        주전자 말고 의자요 | 2
        no idea | -
        number three | 2
        """);

    public static TheoryData<string, string> SomeOf => Ear.Table("""
        1번이랑 3번 | 0 2
        1, 3 | 0 2
        1 3 | 0 2
        kettle and wall clock | 0 1
        Electric Kettle; Wall Clock | 0 1
        option-0, option-2 | 0 2
        주전자랑 의자요 | 0 2
        전부 다요 | 0 1 2
        all of them | 0 1 2
        everything except the chair | 0 1
        의자 빼고 다 | 0 1
        the first two | 0 1
        the first and the third | 0 2
        둘 다요 | ? 0 1 2
        """);

    [Theory, MemberData(nameof(OneOf))]
    public void One_is_chosen_by_value_number_place_or_words(string text, string expected) => Assert.Equal(expected, Said(text, false, "Electric Kettle", "Wall Clock", "Office Chair"));

    [Theory, MemberData(nameof(SomeOf))]
    public void Several_are_chosen_where_several_may_be_given(string text, string expected) => Assert.Equal(expected, Said(text, true, "Electric Kettle", "Wall Clock", "Office Chair"));

    [Theory]
    [InlineData("주전자요", "? 0 1")]
    [InlineData("파란색이요", "0")]
    [InlineData("blue one", "0")]
    [InlineData("흰 주전자", "1")]
    [InlineData("the kettle", "? 0 1")]
    public void Lines_that_differ_in_a_colour_are_open_until_it_is_said(string text, string expected) => Assert.Equal(expected, Said(text, false, "무선 주전자 (블루)", "무선 주전자 (화이트)", "벽시계"));

    [Fact]
    public void Lines_of_the_same_title_are_different_lines() => Assert.Equal("? 0 1", Said("Desk Lamp", false, "Desk Lamp", "Desk Lamp"));

    [Fact]
    public void Both_lamps_are_both_lines_of_that_title() => Assert.Equal("0 1", Said("both lamps", true, "Desk Lamp", "Desk Lamp", "Wall Clock"));

    [Theory]
    [InlineData("my number is [PHONE]", "-")]
    [InlineData("I'm [NAME], send back the [EMAIL] clock", "1")]
    public void What_stands_for_personal_data_names_no_option(string text, string expected) => Assert.Equal(expected, Said(text, true, "Phone Case", "Wall Clock", "Name Tag"));
}
