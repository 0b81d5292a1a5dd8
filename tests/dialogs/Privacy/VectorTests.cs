using System.Text.Json;
using ServiceBot.Dialogs.Privacy;

namespace ServiceBot.Dialogs.Tests.Privacy;

/// <summary>The vectors of the masking policy, and cases of our own.</summary>
public class VectorTests
{
    [Fact]
    public void Every_vector_of_the_policy_holds_exactly()
    {
        var file = Path.Combine(SharedData.Directory, "policy", "pii_vectors.json");
        Assert.SkipUnless(File.Exists(file), $"There is no '{file}'.");
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.All(vectors.RootElement.EnumerateArray(), vector => Assert.Equal(vector.GetProperty("out").GetString(), PersonalData.Mask(vector.GetProperty("in").GetString() ?? "")));
    }

    [Theory]
    [InlineData("주민번호 991231.4012345이고요", "주민번호 [RRN]이고요")]
    [InlineData("9 9 1 2 3 1 4 0 1 2 3 4 5", "[RRN]")]
    [InlineData("구구일이삼일 다시 사공일이삼사오이에요", "[RRN]이에요")]
    [InlineData("외국인등록번호는 ➈➈①②③①-⑧⓪①②③④⑤", "외국인등록번호는 [RRN]")]
    public void A_resident_number_is_masked_in_whatever_form_it_comes(string said, string masked) => Assert.Equal(masked, PersonalData.Mask(said));

    [Theory]
    [InlineData("4111 - 1111 - 1111 - 1111", "[CARD]")]
    [InlineData("4111.1111.1111.1111로 결제", "[CARD]로 결제")]
    [InlineData("visa4111111111111111", "visa[CARD]")]
    [InlineData("4111ㅡ1111ㅡ1111ㅡ1111", "[CARD]")]
    [InlineData("4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣", "[CARD]")]
    [InlineData("four one one one one one one one one one one one one one one one", "[CARD]")]
    [InlineData("카드 사일일일 1111 일일일일 1111", "카드 [CARD]")]
    [InlineData("번호 1 4111111111111111 1", "번호 1 [CARD] 1")]
    public void A_card_is_masked_in_whatever_form_it_comes(string said, string masked) => Assert.Equal(masked, PersonalData.Mask(said));

    [Theory]
    [InlineData("뒷면 세 자리는 737", "뒷면 세 자리는 [CVC]")]
    [InlineData("CVC 7371 맞나요", "CVC [CVC] 맞나요")]
    [InlineData("737이 보안코드예요", "[CVC]이 보안코드예요")]
    public void The_code_from_the_back_of_a_card_is_masked_beside_its_words(string said, string masked) => Assert.Equal(masked, PersonalData.Mask(said));

    [Theory]
    [InlineData("010.0000.1234", "[PHONE]")]
    [InlineData("(010) 0000-1234", "[PHONE]")]
    [InlineData("0082 10 0000 1234", "[PHONE]")]
    [InlineData("공일공 0000 일이삼사로 전화 주세요", "[PHONE]로 전화 주세요")]
    [InlineData("공일공 다시 공공공공 다시 일이삼사", "[PHONE]")]
    [InlineData("02)000-1234", "[TEL]")]
    [InlineData("+82 2 000 1234", "[TEL]")]
    [InlineData("0507-0000-1234", "[TEL]")]
    public void A_telephone_number_is_masked_in_whatever_form_it_comes(string said, string masked) => Assert.Equal(masked, PersonalData.Mask(said));

    [Theory]
    [InlineData("hong＠example．com", "[EMAIL]")]
    [InlineData("hong @ example.com으로", "[EMAIL]으로")]
    [InlineData("농협 302-0000-1234-51로 주세요", "농협 [ACCOUNT]로 주세요")]
    [InlineData("계좌번호는 110 000 123456", "계좌번호는 [ACCOUNT]")]
    [InlineData("여권번호 m12345678", "여권번호 [PASSPORT]")]
    public void Other_numbers_of_a_person_are_masked(string said, string masked) => Assert.Equal(masked, PersonalData.Mask(said));

    [Theory]
    [InlineData("주문번호 2026112212345678")]
    [InlineData("20261122-0001234 주문이요")]
    [InlineData("2026.11.22. 14시 30분에 1588-1234로")]
    [InlineData("입금 2026-11-22 14:00")]
    [InlineData("계좌로 1234567890원 입금")]
    [InlineData("운송장 6012-3456-7890")]
    [InlineData("운송장 823112345678")]
    [InlineData("모델명 S12345678X, 수량 3개")]
    [InlineData("@@@ 골뱅이 a@b")]
    [InlineData("#W2378156 on 11/22/2026")]
    [InlineData("이 일이 이 사이 오이 값이 이십일만 이천오백구십일 원")]
    public void What_a_shop_lives_on_survives(string said) => Assert.Equal(said, PersonalData.Mask(said));

    [Fact]
    public void A_text_without_anything_to_mask_comes_back_as_it_is()
    {
        const string said = "주전자가 깨져서 왔어요. 반품하고 싶어요";
        Assert.Same(said, PersonalData.Mask(said));
    }
}
