using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Tests.Privacy;
using ServiceBot.Bot.Tests.Shop;

namespace ServiceBot.Bot.Tests.Archive;

/// <summary>The whole program with one customer and one order in its shop, and a customer who talks with it over Direct Line.</summary>
internal sealed class ServedBot : WebApplicationFactory<Program>
{
    private const string Secret = "the-secret-of-the-archive";
    private readonly string data;
    private readonly (string Name, string Value)[] settings;

    public ServedBot(string data, params (string Name, string Value)[] settings) => (this.data, this.settings) = (data, settings);

    public ShiftedClock Clock { get; } = new();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Fills the shop.</summary>
    public async Task StockAsync()
    {
        await using var database = await Get<IDbContextFactory<ShopDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var documents = TemporaryShop.OneOrder(order =>
        {
            order.ReturnFeesShown = true;
            order.PlacedAt = Clock.GetUtcNow().AddDays(-4);
            order.Shipments[0].DeliveredAt = Clock.GetUtcNow().AddDays(-2);
        });
        foreach (var customer in documents.OfType<CustomerRow>().Where(row => row.Id == "K1"))
            (customer.Name, customer.Phone, customer.Email) = (Canaries.Name, Canaries.Phone, Canaries.Email);
        foreach (var document in documents) document.Prepare();
        database.AddRange(documents);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A customer who has just opened a conversation.</summary>
    public async Task<CanaryCustomer> CustomerAsync()
    {
        var customer = new CanaryCustomer(CreateClient(), Secret);
        await customer.OpenAsync();
        return customer;
    }

    /// <summary>Waits until something holds that happens behind the turns.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look) where T : class
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await look() is { } found) return found;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("It did not happen within thirty seconds.");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await TemporaryDirectory.UntilLetGoAsync(data);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataDirectory", data);
        builder.UseSetting("DirectLine:Secret", Secret);
        builder.UseSetting("Database:TurnDeadline", "00:01:00"); // the tests' machine may be busy
        builder.UseSetting("Redis:DeadlineMilliseconds", "5000");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
