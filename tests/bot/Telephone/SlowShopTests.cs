using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>While the shop takes its time, the caller hears that it is being looked up, and then what came of it; the company's fifteen seconds are never reached.</summary>
public sealed class SlowShopTests(SlowShopTelephones telephones) : IClassFixture<SlowShopTelephones>
{
    [Fact]
    public async Task A_shop_that_takes_five_seconds_is_bridged_by_words()
    {
        var call = await telephones.CallAsync();
        await call.SayAsync("반품하고 싶어요");
        await call.PressAsync("202611200001003#");
        var before = call.Answers.Count;
        await call.PressAsync("01000001234#");
        call.Hears("확인하고 있어요. 잠시만 기다려 주세요", "김하늘 님");
        Assert.DoesNotContain("놓쳤어요", call.Heard, StringComparison.Ordinal);
        var answers = call.Answers.Skip(before).ToArray();
        Assert.All(answers, answer => Assert.InRange(answer.Milliseconds, 0, 15_000));
        // The words come after two seconds; the rest is what this machine takes for it.
        Assert.InRange(answers[0].Milliseconds, 1_500, 15_000);
        Assert.Contains(answers, answer => answer.Url.Contains("/voice/wait", StringComparison.Ordinal));
    }
}

/// <summary>The bot with a shop that is slow to find customers.</summary>
public sealed class SlowShopTelephones : Telephones
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.InFrontOf<IFacts, SlowFacts>());
    }

    private sealed class SlowFacts(IFacts shop, TimeProvider clock) : IFacts
    {
        public async Task<object?> FetchAsync(Need need, CancellationToken cancellationToken)
        {
            if (need is CustomerByClaim) await Task.Delay(TimeSpan.FromSeconds(5), clock, cancellationToken);
            return await shop.FetchAsync(need, cancellationToken);
        }
    }
}
