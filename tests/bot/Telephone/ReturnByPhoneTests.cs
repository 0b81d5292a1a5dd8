namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A return from hello to receipt number, on the telephone.</summary>
public sealed class ReturnByPhoneTests : IDisposable
{
    // What one caller sends back, another could not: each has a shop of its own.
    private readonly Telephones telephones = new();

    public void Dispose() => telephones.Dispose();

    [Fact]
    public async Task By_voice_alone_in_Korean()
    {
        var call = await telephones.CallAsync();
        call.Hears("자동 상담 봇", "무엇을 도와드릴까요?");
        await call.SayAsync("반품하고 싶어요");
        call.Hears("본인 확인");
        await call.SayAsync("김하늘이고 우편번호는 공사오이사예요");
        call.Hears("김하늘", "공 사 오 이 사", "맞으세요?");
        await call.SayAsync("네 맞아요");
        call.Hears("김하늘 님", "반품하시겠어요?");
        await call.SayAsync("블루 주전자요");
        call.Hears("이유");
        await call.SayAsync("마음이 바뀌었어요");
        call.Hears("수거하러 갈까요?");
        await call.SayAsync("네");
        call.Hears("언제 수거하러 갈까요?");
        await call.SayAsync("목요일이요");
        call.Hears("삼만 육천 원", "이대로 진행할까요?");
        await call.SayAsync("네 진행해 주세요");
        call.Hears("반품을 접수했어요", "접수번호는 알", "더 도와드릴 일이 있을까요?");
        await call.SayAsync("아니요 없어요");
        call.Hears("몇 점");
        await call.SayAsync("오점이요");
        call.Hears("좋으셨나요?");
        await call.SayAsync("없어요");
        call.Hears("감사해요");
        await call.EndsAsync();
    }

    [Fact]
    public async Task By_keys_alone_in_Korean()
    {
        var call = await telephones.CallAsync();
        call.Hears("반품은 일번");
        await call.PressAsync("1");
        call.Hears("우물정자");
        await call.PressAsync("202611200001003#");
        call.Hears("전화번호도 알려 주시겠어요?");
        await call.PressAsync("01000001234#");
        call.Hears("김하늘 님");
        await call.PressAsync("1");
        call.Hears("이유", "단순 변심은 일번", "다른 항목은 삼번");
        await call.PressAsync("3");
        call.Hears("다른 항목은 삼번");
        await call.PressAsync("*");
        call.Hears("단순 변심은 일번");
        await call.PressAsync("1");
        call.Hears("수거하러 갈까요?");
        await call.PressAsync("1");
        call.Hears("언제 수거하러 갈까요?");
        await call.PressAsync("1");
        call.Hears("이대로 진행할까요?", "맞으면 1번, 아니면 2번");
        await call.PressAsync("1");
        call.Hears("반품을 접수했어요", "접수번호는 알");
    }

    [Fact]
    public async Task By_voice_and_keys_in_Korean()
    {
        var call = await telephones.CallAsync();
        await call.PressAsync("1");
        // Name and postcode in one breath, as nobody says a comma.
        await call.SayAsync("김하늘 공사오이사");
        call.Hears("우편번호 공 사 오 이 사, 성함은 김하늘, 맞으세요?");
        await call.PressAsync("1");
        await call.SayAsync("하얀 주전자");
        call.Hears("무선 주전자(화이트)를 반품하시려는 이유");
        await call.PressAsync("1");
        await call.SayAsync("네");
        await call.PressAsync("2");
        call.Hears("신한카드 일 이 삼 사로 돌려드려요", "이대로 진행할까요?");
        await call.PressAsync("1");
        call.Hears("반품을 접수했어요", "접수번호는 알");
    }

    [Fact]
    public async Task By_keys_alone_in_English()
    {
        var call = await telephones.CallAsync();
        await call.PressAsync("9");
        await call.PressAsync("1");
        call.Hears("order number and phone number", "press pound");
        await call.PressAsync("202611200001003#");
        await call.PressAsync("01000001234#");
        call.Hears("Cordless Kettle (blue), press one.");
        await call.PressAsync("1");
        call.Hears("Why would you like to return", "change of mind, press one.");
        await call.PressAsync("1");
        call.Hears("Shall the courier collect it");
        await call.PressAsync("1");
        call.Hears("When should the courier come?");
        await call.PressAsync("1");
        call.Hears("one Cordless Kettle: thirty-nine thousand won.", "Less three thousand won for the return postage.", "ending in one two three four", "Shall I go ahead?");
        await call.PressAsync("1");
        call.Hears("I've booked the return of", "Your receipt is R");
    }

    [Fact]
    public async Task By_voice_alone_in_English()
    {
        var call = await telephones.CallAsync();
        call.Hears("For English, press 9.");
        await call.SayAsync("English please");
        call.Hears("How can I help you?");
        await call.SayAsync("I want to return something");
        await call.SayAsync("My name is Emily Carter and my postcode is 03087");
        call.Hears("Postcode zero three zero eight seven.", "Your name is Emily Carter.", "Is that right?");
        await call.SayAsync("yes");
        call.Hears("Thank you, Emily Carter.", "Which items");
        await call.SayAsync("the blue kettle");
        call.Hears("Why would you like to return");
        await call.SayAsync("I changed my mind");
        call.Hears("Shall the courier collect it");
        await call.SayAsync("yes please");
        call.Hears("When");
        await call.SayAsync("the first one");
        call.Hears("Shall I go ahead?");
        await call.SayAsync("yes");
        call.Hears("I've booked the return of", "Your receipt is R");
    }

    [Fact]
    public async Task By_voice_and_keys_in_English()
    {
        var call = await telephones.CallAsync();
        await call.PressAsync("9");
        call.Hears("How can I help you?", "Return an item, press one.");
        await call.PressAsync("1");
        await call.SayAsync("Emily Carter, 03087");
        await call.PressAsync("1");
        call.Hears("Thank you, Emily Carter.", "Cordless Kettle (blue), press one.");
        await call.SayAsync("the earphones");
        call.Hears("Why would you like to return");
        await call.PressAsync("1");
        await call.SayAsync("yes");
        await call.PressAsync("2");
        call.Hears("Shall I go ahead?", "For yes press 1, for no press 2.");
        await call.PressAsync("1");
        call.Hears("I've booked the return of", "Your receipt is R");
    }
}
