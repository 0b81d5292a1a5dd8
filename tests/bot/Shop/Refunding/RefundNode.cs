using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Refunding;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop.Refunding;

/// <summary>What one node does about the refunds of a shop: its own dispatcher, with connections of its own to the payment provider.</summary>
internal sealed class RefundNode : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public RefundNode(TemporaryShop shop, FakePspServer? psp)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            KeyValuePair.Create("Payments:BaseUrl", psp?.Address.ToString()), KeyValuePair.Create("Payments:ApiKey", (string?)FakePspServer.ApiKey),
            KeyValuePair.Create("Payments:TimeoutSeconds", (string?)"5"), KeyValuePair.Create("Payments:CallbackSecret", (string?)(psp is null ? "" : FakePspServer.CallbackSecret)),
        ]).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(shop.Clock)
            .AddSingleton<IDbContextFactory<ShopDatabase>>(shop)
            .AddSingleton<IDatabaseEngine>(shop.Engine)
            .AddSingleton(shop.Calls)
            .AddSingleton(shop.Policy)
            .AddRefunding()
            .BuildServiceProvider();
    }

    public RefundDispatcher Dispatcher => services.GetServices<IHostedService>().OfType<RefundDispatcher>().Single();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>One round of the dispatcher.</summary>
    public Task RoundAsync() => Dispatcher.RunAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
