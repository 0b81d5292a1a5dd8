namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The same difficult callers in English; nobody works at the desk.</summary>
public sealed class DifficultCallerInEnglishTests(Telephones telephones) : IClassFixture<Telephones>
{
    [Fact]
    public async Task Whoever_presses_0_is_told_when_somebody_will_be_in_touch()
    {
        var call = await CallAsync(telephones.NewNumber());
        await call.PressAsync("0");
        call.Hears("None of my colleagues is free right now.", "press one");
        await call.PressAsync("1");
        call.Hears("A colleague will be in touch by", "Your case number is C");
    }

    [Fact]
    public async Task Whoever_withholds_the_number_and_leaves_none_is_told_to_call_again()
    {
        var call = await telephones.CallAsync("anonymous");
        await call.PressAsync("9");
        await call.PressAsync("0");
        await call.PressAsync("1");
        call.Hears("What phone number can my colleague reach you at?");
        await call.PressAsync("0#");
        await call.PressAsync("0#");
        call.Hears("Without a number we can't call you.", "Please call us after that", "Your case number is C");
    }

    [Fact]
    public async Task Whoever_keeps_silent_hears_other_words_then_keys_alone_then_gets_a_person()
    {
        var call = await CallAsync(telephones.NewNumber());
        var heard = new List<string> { call.Heard };
        for (var silences = 0; silences < 3; silences++) heard.Add(await call.SilenceAsync());
        Assert.Equal(heard.Count, heard.Distinct(StringComparer.Ordinal).Count());
        call.Hears("Let's do it with the keys then.");
        await call.SilenceAsync();
        call.Hears("None of my colleagues is free right now.");
    }

    [Fact]
    public async Task Whoever_mumbles_is_asked_again_and_understood_once_clear()
    {
        var call = await CallAsync(telephones.NewNumber());
        await call.SayAsync("I want to return something", confidence: 0.2);
        call.Hears("What is it about?");
        await call.SayAsync("I want to return something");
        call.Hears("Let me check who you are.");
    }

    [Fact]
    public async Task Whoever_is_cut_off_calls_back_in_English_and_goes_on_with_another_item()
    {
        var number = telephones.NewNumber();
        var call = await CallAsync(number);
        await call.SayAsync("I want to return the blue kettle");
        await call.SayAsync("Emily Carter, 03087");
        await call.SayAsync("yes");
        call.Hears("Why would you like to return Cordless Kettle (blue)?");
        await call.HangUpAsync();

        var back = await telephones.CallAsync(number);
        back.Hears("Your return isn't finished yet. Shall we go on with it?");
        await back.SayAsync("yes");
        await back.SayAsync("Emily Carter, 03087");
        await back.SayAsync("yes");
        back.Hears("Why would you like to return Cordless Kettle (blue)?");
        await back.SayAsync("no, the earphones");
        back.Hears("Why would you like to return", "arphones");
    }

    private async Task<PhoneCall> CallAsync(string number)
    {
        var call = await telephones.CallAsync(number);
        await call.PressAsync("9");
        call.Hears("How can I help you?");
        return call;
    }
}
