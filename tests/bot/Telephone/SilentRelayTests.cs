using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What a caller hears who says nothing at all while the call is spoken over a socket: the same as over documents.</summary>
public sealed class SilentRelayTests
{
    [Fact]
    public async Task Whoever_keeps_silent_is_asked_in_other_words_then_by_keys_then_called_back()
    {
        using var telephones = new HurriedTelephones(("Twilio:AgentNumber", ""));
        var call = await telephones.CallAsync();
        await call.HearsSoonAsync("무엇을 도와드릴까요?", "전화기 버튼으로 골라 주세요", "반품은 일번", "담당자가 이어서 도와드릴게요", "연락받기는 일번", "접수번호는 씨");
        AssertOtherWordsEachTime(call, until: "접수번호는 씨");
        await call.HangUpAsync();
    }

    [Fact]
    public async Task In_English_a_silent_caller_ends_up_with_a_person_in_the_queue()
    {
        using var telephones = new HurriedTelephones(("Twilio:AgentNumber", "+82255550111"));
        var call = await telephones.CallAsync();
        await call.HearsSoonAsync("For English, press 9.");
        await call.PressAsync("9");
        await call.HearsSoonAsync("Let's do it with the keys then.", "Return an item, press one", "A colleague will take it", "number one in the queue");
        AssertOtherWordsEachTime(call, until: "number one in the queue");
        Assert.Contains(call.Answers, answer => answer.Document?.Contains("<Enqueue", StringComparison.Ordinal) == true);
        await call.HangUpAsync();
    }

    private static void AssertOtherWordsEachTime(PhoneCall call, string until)
    {
        var heard = call.Network.Log.Events.OfType<CallerHears>().Select(hears => string.Join(' ', hears.Sounds.OfType<Words>().Select(words => words.Text))).ToList();
        var asked = heard[..(heard.FindIndex(words => words.Contains(until, StringComparison.Ordinal)) + 1)];
        Assert.Equal(asked.Distinct(StringComparer.Ordinal), asked);
    }

    /// <summary>Calls over a socket, whose patience passes in a moment.</summary>
    private sealed class HurriedTelephones(params (string Name, string Value)[] settings) : Telephones([("Twilio:Relay", "on"), .. settings])
    {
        private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-24T10:00:00+09:00", CultureInfo.InvariantCulture);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new LeapingClock(new ShopClock(Start, new HurriedClock()))));
        }
    }
}
