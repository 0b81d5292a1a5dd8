using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Language;

public class SentenceBooksTests
{
    [Fact]
    public void The_built_in_books_are_without_error() => Assert.Contains("terms.yes", SentenceBooks.Load().Keys);

    [Fact]
    public void Every_reason_of_a_return_has_its_word() =>
        Assert.All(ReturnReasons.All, reason => Assert.True(SentenceBooks.Load().Contains("terms.reason." + reason), reason));

    /// <summary>Twice: after that a telephone reads out its keys alone, and then a person comes.</summary>
    [Theory]
    [InlineData(SpokenLanguage.Korean)]
    [InlineData(SpokenLanguage.English)]
    public void What_is_asked_again_is_asked_in_other_words_each_time(SpokenLanguage language)
    {
        var books = SentenceBooks.Load();
        foreach (var sentence in books.Keys.Select(key => books.Find(key, language)).Where(sentence => sentence.Again.Count > 0))
            foreach (var modality in new[] { Modality.Text, Modality.Speech })
                Assert.Equal((sentence.Key, 3), (sentence.Key, Enumerable.Range(0, 3).Select(attempt => sentence.At(attempt).For(modality, SpeechLevel.Polite).Source).Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public void A_service_manager_may_replace_a_sentence()
    {
        var renderer = new SentenceRenderer(SentenceBooks.Load(new BookText("/etc/shop/terms.ko.yaml", "reason.damaged: 깨짐")));
        Assert.Equal("깨짐", renderer.Word(new("terms.reason.damaged"), SpokenLanguage.Korean));
        Assert.Equal("damaged on arrival", renderer.Word(new("terms.reason.damaged"), SpokenLanguage.English));
    }

    [Fact]
    public void A_replacement_that_nobody_says_is_an_error()
    {
        var error = Assert.Throws<SentenceBookException>(() => SentenceBooks.Load(new BookText("terms.ko.yaml", "reason.damagd: 깨짐")));
        Assert.Equal(["terms.ko.yaml:1: terms.reason.damagd is no sentence of the built-in books, so it would never be said"], error.Errors);
    }

    [Fact]
    public void A_file_that_is_not_named_as_a_book_is_an_error() =>
        Assert.Contains("notes.yaml: is not named as a book", Assert.Throws<SentenceBookException>(() => SentenceBooks.Load(new BookText("notes.yaml", "a: b"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_sentence_that_one_language_lacks_is_an_error() =>
        Assert.Equal(["t.ko.yaml:2: t.b is missing in English"], Books.Errors("a: x\nb: x", "a: x"));

    [Fact]
    public void Languages_with_different_placeholders_are_an_error() =>
        Assert.Equal(["t.ko.yaml:1: t.a has the placeholders {item} in Korean and {itme} in English (t.en.yaml:1)"], Books.Errors("a: \"{item}\"", "a: \"{itme}\""));

    [Theory]
    [InlineData("formal", "text")]
    [InlineData("formalSpeech", "speech")]
    public void A_formal_wording_with_other_placeholders_is_an_error(string formal, string polite) =>
        Assert.Equal([$"t.ko.yaml:2: t.a has the placeholders {{amount}} {{item}} in '{polite}' and {{item}} in '{formal}'"],
            Books.Errors($"a:\n  text: \"{{item}} {{amount}}\"\n  {formal}: \"{{item}}\"", "a: \"{item} {amount}\""));

    [Fact]
    public void What_is_heard_may_leave_values_out_but_not_add_any()
    {
        Assert.True(Books.Read("a:\n  text: \"{item}\"\n  speech: \"상품\"", "a: \"{item}\"").Contains("t.a"));
        Assert.Equal(["t.ko.yaml:2: t.a has the placeholders {date} in 'speech', which its text has not"],
            Books.Errors("a:\n  text: \"{item}\"\n  speech: \"{date}\"", "a: \"{item}\""));
    }

    [Fact]
    public void A_reprompt_may_leave_values_out_but_not_add_any() =>
        Assert.Equal(["t.ko.yaml:1: t.a (again 2) has the placeholders {date}, which its text has not"],
            Books.Errors("a:\n  text: \"{item}\"\n  again: [\"짧게\", \"{date}\"]", "a: \"{item}\""));

    [Fact]
    public void An_unknown_format_is_an_error() =>
        Assert.Contains("unknown format 'native2'; the formats are native, ordinal, digits", Books.Errors("a: \"{n:native2}\"", "a: \"{n}\"").Single(), StringComparison.Ordinal);

    [Theory]
    [InlineData("a: \"\"", "has an empty 'text'")]
    [InlineData("a:\n  text: \"  \"", "has an empty 'text'")]
    [InlineData("a:\n  speech: x", "has no 'text'")]
    [InlineData("a:\n  text: x\n  again: []", "has an 'again' that is not a list of texts")]
    [InlineData("a:\n  text: x\n  spech: x", "has an unknown part 'spech'; the parts are text, speech, formal, formalSpeech, again")]
    [InlineData("a: [x]", "must be a text")]
    [InlineData("a: {x}", "has an unknown part 'x'")]
    [InlineData("a: \"{x\"", "has a '{' without its '}'")]
    [InlineData("a: \"x}\"", "has a '}' without its '{'")]
    [InlineData("a: \"{이름}\"", "whose name is not one of letters and digits")]
    public void A_wrong_sentence_is_told_with_its_place(string book, string expected) =>
        Assert.Contains(Books.Errors(book, "a: x"), error => error.StartsWith("t.ko.yaml:", StringComparison.Ordinal) && error.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_wrong_sentence_is_not_called_missing_as_well() => Assert.Equal(["t.ko.yaml:1: t.a has an empty 'text'"], Books.Errors("a: \"\"", "a: x"));

    [Fact]
    public void Broken_yaml_is_told_with_file_and_line() =>
        Assert.StartsWith("t.ko.yaml:2: is not valid YAML", Books.Errors("a: x\nb: \"x", "a: x\nb: x").Single(), StringComparison.Ordinal);

    [Fact]
    public void A_sentence_twice_in_a_book_is_an_error() =>
        Assert.Contains(Books.Errors("a: x\na: y", "a: x"), error => error.StartsWith("t.ko.yaml:2: is not valid YAML", StringComparison.Ordinal));

    [Fact]
    public void A_term_with_a_placeholder_is_an_error()
    {
        var error = Assert.Throws<SentenceBookException>(() => SentenceBooks.Read([new("terms.ko.yaml", "a: \"{x}\""), new("terms.en.yaml", "a: \"{x}\"")], []));
        Assert.Contains("terms.ko.yaml:1: terms.a is a term and must have no placeholders, but has {x}", error.Errors);
    }

    [Theory]
    [InlineData("{item}을 받았어요", "을(를)")]
    [InlineData("{item}가 왔어요", "이(가)")]
    [InlineData("'{item}'는 없어요", "은(는)")]
    [InlineData("{item}와 함께", "과(와)")]
    [InlineData("{item}로 환불", "(으)로")]
    [InlineData("{item}라고 해요", "(이)라고")]
    [InlineData("{item}이나 다른 것", "(이)나")]
    [InlineData("{item}예요.", "이에요(예요)")]
    [InlineData("{item:short}이에요", "이에요(예요)")]
    public void A_bare_particle_after_a_value_is_an_error(string text, string instead) =>
        Assert.Contains($"write {instead}, which follows the sound of the value", Books.Errors($"a: \"{text}\"", "a: \"{item}\"").Single(), StringComparison.Ordinal);

    [Theory]
    [InlineData("{item}을(를) 받았어요")]
    [InlineData("{item}가지 상품")]
    [InlineData("{item}의 도착")]
    [InlineData("{item}에서 받아요")]
    [InlineData("{item}이라는데도")]
    public void Words_that_only_look_like_particles_are_none(string text) => Assert.True(Books.Read($"a: \"{text}\"", "a: \"{item}\"").Contains("t.a"));

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var errors = Books.Errors("a: \"\"\nb: \"{x}을\"\nc: x", "a: x\nb: \"{x}\"");
        Assert.Equal(
            [
                "t.ko.yaml:1: t.a has an empty 'text'",
                "t.ko.yaml:2: t.b has the bare particle '을' after a value: '}을'; write 을(를), which follows the sound of the value",
                "t.ko.yaml:3: t.c is missing in English",
            ],
            errors);
    }
}
