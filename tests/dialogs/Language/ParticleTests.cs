using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Tests.Language;

public class ParticleTests
{
    [Theory]
    [InlineData("주전자", "주전자를")]
    [InlineData("책", "책을")]
    [InlineData("연필", "연필을")]
    [InlineData("ㅋ", "ㅋ을")]
    [InlineData("ㅏ", "ㅏ를")]
    public void Hangul_is_heard_by_its_final_consonant(string word, string expected) => Assert.Equal(expected, Books.Korean("{x}을(를)", word));

    [Theory]
    [InlineData("을(를)", "책을", "차를")]
    [InlineData("를(을)", "책을", "차를")]
    [InlineData("이(가)", "책이", "차가")]
    [InlineData("가(이)", "책이", "차가")]
    [InlineData("은(는)", "책은", "차는")]
    [InlineData("는(은)", "책은", "차는")]
    [InlineData("과(와)", "책과", "차와")]
    [InlineData("와(과)", "책과", "차와")]
    [InlineData("(으)로", "책으로", "차로")]
    [InlineData("(이)라고", "책이라고", "차라고")]
    [InlineData("(이)나", "책이나", "차나")]
    [InlineData("(이)랑", "책이랑", "차랑")]
    [InlineData("이에요(예요)", "책이에요", "차예요")]
    [InlineData("예요(이에요)", "책이에요", "차예요")]
    [InlineData("(이)에요", "책이에요", "차예요")]
    public void Every_pair_of_a_book_has_both_its_forms(string pair, string afterConsonant, string afterVowel)
    {
        Assert.Equal(afterConsonant, Books.Korean("{x}" + pair, "책"));
        Assert.Equal(afterVowel, Books.Korean("{x}" + pair, "차"));
    }

    [Theory]
    [InlineData("서울", "서울로")]
    [InlineData("부산", "부산으로")]
    [InlineData("7", "7로")]
    [InlineData("8", "8로")]
    [InlineData("1", "1로")]
    [InlineData("3", "3으로")]
    [InlineData("6", "6으로")]
    [InlineData("2", "2로")]
    [InlineData("PayPal", "PayPal로")]
    [InlineData("R-20417", "R-20417로")]
    public void After_rieul_the_way_is_로(string word, string expected) => Assert.Equal(expected, Books.Korean("{x}(으)로", word));

    [Theory]
    [InlineData("0", "0을")]
    [InlineData("1", "1을")]
    [InlineData("2", "2를")]
    [InlineData("3", "3을")]
    [InlineData("4", "4를")]
    [InlineData("5", "5를")]
    [InlineData("6", "6을")]
    [InlineData("7", "7을")]
    [InlineData("8", "8을")]
    [InlineData("9", "9를")]
    [InlineData("10", "10을")]
    [InlineData("200", "200을")]
    [InlineData("35,000", "35,000을")]
    [InlineData("1,000,000,000,000", "1,000,000,000,000를")]
    [InlineData("iPhone 15", "iPhone 15를")]
    [InlineData("$47.83", "$47.83를")]
    [InlineData("₩35,000", "₩35,000을")]
    [InlineData("50%", "50%를")]
    [InlineData("5kg", "5kg을")]
    [InlineData("30cm", "30cm를")]
    [InlineData("256GB", "256GB를")]
    [InlineData("2L", "2L를")]
    public void Numbers_are_heard_as_they_are_read(string number, string expected) => Assert.Equal(expected, Books.Korean("{x}을(를)", number));

    [Theory]
    [InlineData("SSD", "SSD가")]
    [InlineData("USB", "USB가")]
    [InlineData("TV", "TV가")]
    [InlineData("LG", "LG가")]
    [InlineData("HTML", "HTML이")]
    [InlineData("QR", "QR이")]
    [InlineData("DM", "DM이")]
    [InlineData("VPN", "VPN이")]
    [InlineData("A", "A가")]
    [InlineData("M", "M이")]
    [InlineData("x", "x가")]
    public void Letters_are_heard_by_their_names(string letters, string expected) => Assert.Equal(expected, Books.Korean("{x}이(가)", letters));

    [Theory]
    [InlineData("iPhone", "iPhone을")]
    [InlineData("Galaxy", "Galaxy를")]
    [InlineData("MacBook", "MacBook을")]
    [InlineData("iPad", "iPad를")]
    [InlineData("AirPods Pro", "AirPods Pro를")]
    [InlineData("Galaxy Z Flip", "Galaxy Z Flip을")]
    [InlineData("Black", "Black을")]
    [InlineData("Blue", "Blue를")]
    [InlineData("White", "White를")]
    [InlineData("Apple", "Apple을")]
    [InlineData("Samsung", "Samsung을")]
    [InlineData("Nike", "Nike를")]
    [InlineData("SONY", "SONY를")]
    [InlineData("Kindle", "Kindle을")]
    [InlineData("Jacket", "Jacket을")]
    [InlineData("T-Shirt", "T-Shirt를")]
    [InlineData("Coat", "Coat를")]
    [InlineData("Speaker", "Speaker를")]
    [InlineData("Water Bottle", "Water Bottle을")]
    [InlineData("Skateboard", "Skateboard를")]
    [InlineData("Desk Lamp", "Desk Lamp를")]
    [InlineData("Wi-Fi", "Wi-Fi를")]
    public void English_words_are_heard_as_koreans_say_them(string word, string expected) => Assert.Equal(expected, Books.Korean("{x}을(를)", word));

    [Theory]
    [InlineData("무선 주전자(블루)", "'무선 주전자(블루)'를")]
    [InlineData("무선 주전자(블랙)", "'무선 주전자(블랙)'를")]
    [InlineData("책 (빨강)", "'책 (빨강)'을")]
    [InlineData("[특가]", "'[특가]'를")]
    public void In_writing_the_word_before_a_bracket_decides(string item, string expected) => Assert.Equal(expected, Books.Korean("'{x}'을(를)", item));

    [Fact]
    public void Read_aloud_the_word_inside_the_bracket_decides() =>
        Assert.Equal("무선 주전자(블랙)을 받았어요.", Books.Korean("{x}을(를) 받았어요.", "무선 주전자(블랙)", Modality.Speech));

    [Fact]
    public void What_nobody_can_read_gets_both_forms() => Assert.Equal("★을(를)", Books.Korean("{x}을(를)", "★"));

    [Fact]
    public void Particles_inside_data_stay_as_they_are() => Assert.Equal("이름(이) 을(를)만", Books.Korean("{x}만", "이름(이) 을(를)"));

    [Fact]
    public void Money_is_heard_as_won() => Assert.Equal("35,000원이 환불돼요.", Books.Korean("{x}이(가) 환불돼요.", new Money(35000, "KRW")));
}
