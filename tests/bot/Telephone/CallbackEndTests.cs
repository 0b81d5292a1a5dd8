using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A call back that comes to nothing becomes a case with a promise, of which the customer is told.</summary>
public sealed class CallbackEndTests : IDisposable
{
    private readonly StaffedTelephones telephones = new();

    public void Dispose() => telephones.Dispose();

    [Fact]
    public async Task After_the_third_attempt_in_vain_a_case_is_opened()
    {
        var number = telephones.NewNumber();
        var caller = await WantsCallbackAsync(number);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var agent = await telephones.RungAsync(StaffedTelephones.Agent);
            await agent.TakeUpAsync();
            await agent.PressAsync("1");
            await (await telephones.RungAsync(number)).SilenceAsync();
            await agent.EndsAsync();
            if (attempt < 3) Leap(TimeSpan.FromMinutes(6));
        }
        await IsPromisedAsync(caller, number, texts: 3);
    }

    [Fact]
    public async Task A_call_back_that_was_nobodys_turn_for_two_days_becomes_a_case()
    {
        var number = telephones.NewNumber();
        var caller = await WantsCallbackAsync(number);
        await (await telephones.RungAsync(StaffedTelephones.Agent)).SilenceAsync();
        Leap(TimeSpan.FromHours(49));
        await IsPromisedAsync(caller, number, texts: 1);
    }

    private async Task<PhoneCall> WantsCallbackAsync(string number)
    {
        var caller = await telephones.CallAsync(number);
        await caller.PressAsync("0");
        var held = await telephones.RungAsync(StaffedTelephones.Agent);
        await caller.PressAsync("1");
        await caller.PressAsync("1");
        if (!caller.IsOver)
        {
            // It was the caller's turn at once: the place is kept once the agent does not answer.
            await held.SilenceAsync();
            await caller.PressAsync("1");
            await caller.PressAsync("1");
        }
        await caller.EndsAsync();
        await held.SilenceAsync();
        Leap(TimeSpan.FromSeconds(25));
        return caller;
    }

    private async Task IsPromisedAsync(PhoneCall caller, string number, int texts)
    {
        for (var tries = 0; !telephones.TextsTo(number).Any(text => text.Contains("접수해 두었어요", StringComparison.Ordinal)); tries++)
        {
            Assert.True(tries < 300, $"No case was told of: {string.Join(" | ", telephones.TextsTo(number))}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal(texts, telephones.TextsTo(number).Count());
        var context = (await telephones.Services.GetRequiredService<IContextStore>().LoadAsync($"call-{caller.Network.Sid}", "voice", "", TestContext.Current.CancellationToken)).Context;
        Assert.Null(context?.Owner);
        var receipt = Assert.Single(context?.Receipts ?? [], receipt => receipt.Kind == "callback");
        Assert.Contains(receipt.Number, telephones.TextsTo(number).Last(), StringComparison.Ordinal);
        var opened = Assert.IsType<Case>(await telephones.Services.GetRequiredService<IFacts>().FetchAsync(new CaseByNumber(receipt.Number), TestContext.Current.CancellationToken));
        Assert.Equal("callback", opened.Kind);
        Assert.NotNull(opened.AnswerBy);
    }

    private void Leap(TimeSpan by)
    {
        var clock = Assert.IsType<LeapingClock>(telephones.Services.GetRequiredService<TimeProvider>());
        clock.LeapTo(clock.GetUtcNow() + by);
    }
}
