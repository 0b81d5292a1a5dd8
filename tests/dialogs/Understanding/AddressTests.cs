using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>An address in an answer to the question for one: without what stands before and after it, and nothing that names no place.</summary>
public class AddressTests
{
    public static TheoryData<string, string> Rows => Ear.Table("""
        서울 강남구 테헤란로 152 | 서울 강남구 테헤란로 152
        아니요, 서울 강남구 테헤란로 152 10층으로 와 주세요 | 서울 강남구 테헤란로 152 10층
        집 말고 경기도 성남시 분당구 노을로 5로 와주세요 | 경기도 성남시 분당구 노을로 5
        부산 해운대구 물결로 칠이요 | 부산 해운대구 물결로 칠
        대전광역시 유성구 은하로 9 A동 204호입니다 | 대전광역시 유성구 은하로 9 A동 204호
        서울시 마포구 양화로로 와 주세요 | 서울시 마포구 양화로
        제주시 연동 312-1번지 | 제주시 연동 312-1번지
        서울 강남구 테헤란로 152로 와 주실 수 있나요? | 서울 강남구 테헤란로 152
        12 Sejong-daero, Jung-gu, Seoul 04524 | 12 Sejong-daero, Jung-gu, Seoul 04524
        no, 1 Main Street, Springfield instead please | 1 Main Street, Springfield
        회사로 와 주시면 좋겠어요 | -
        다른 곳으로 와 주세요 | -
        그 주소로 오지 마세요 | -
        오후 2시 이후에 와 주세요 | -
        바로 3일 안에 오시나요? | -
        제가 다시 확인해 볼게요 | -
        somewhere else would be better | -
        """);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_found(string words, string address)
    {
        var heard = words[0] < 128 ? Ear.English(words, ExpectedKind.Address) : Ear.Korean(words, ExpectedKind.Address);
        Assert.Equal(address, heard.Of(EntityType.Address).FirstOrDefault()?.Value ?? "-");
    }

    [Fact]
    public void Nowhere_else() => Assert.Empty(Ear.Korean("서울 강남구 테헤란로 152").Of(EntityType.Address));
}
