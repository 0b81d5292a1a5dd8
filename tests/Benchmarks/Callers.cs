using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Demo;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Benchmarks;

/// <summary>A shop of many customers, so that each call of a measurement is another one's: nobody calls forty times a day. They are those of the demo shop, each many times over.</summary>
internal static class Callers
{
    private const int Copies = 80;
    private static readonly DateTimeOffset Today = DateTimeOffset.Parse(Talk.Clock, CultureInfo.InvariantCulture);

    /// <summary>Makes the shop in a data directory before the bot starts on it.</summary>
    /// <returns>Its customers who speak Korean, have an order, and are known by name and postcode.</returns>
    public static async Task<CustomerRow[]> SeedAsync(string folder)
    {
        var configuration = new ConfigurationBuilder().Build();
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(new ShopClock(Today, ShopClock.Real)).AddSingleton(_ => DataDirectory.Hold(folder))
            .AddNodes(configuration).AddPrivacy().AddShop().BuildServiceProvider();
        await services.GetRequiredService<ShopStore>().PrepareAsync(default);
        await services.GetRequiredService<DemoShop>().LoadIntoEmptyAsync(default);

        var demo = DemoShop.Write(Today);
        var orders = demo.OfType<OrderRow>().ToLookup(order => order.CustomerId, StringComparer.Ordinal);
        var payments = demo.OfType<PaymentRow>().ToLookup(payment => payment.OrderId, StringComparer.Ordinal);
        var people = demo.OfType<CustomerRow>().Where(row => row.Language == "ko" && row.Addresses.Count > 0 && orders[row.Id].Any()).ToArray();
        var copies = new List<CustomerRow>();
        await using var database = await services.GetRequiredService<IDbContextFactory<ShopDatabase>>().CreateDbContextAsync();
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var copy = 0; copy < Copies; copy++)
        {
            foreach (var person in people)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $"-{copy}");
                var row = Copied(person, (person.Id, person.Id + mark));
                (row.Email, row.Phone, row.ChannelAddresses) = (null, null, []);
                row.Addresses[0].Postcode = (10_000 + copies.Count).ToString(CultureInfo.InvariantCulture);
                copies.Add(row);
                Add(database, row);
                foreach (var order in orders[person.Id])
                {
                    Add(database, Copied(order, (order.Id, order.Id + mark), (person.Id, person.Id + mark)));
                    foreach (var payment in payments[order.Id]) Add(database, Copied(payment, (payment.Id, payment.Id + mark), (order.Id, order.Id + mark), (person.Id, person.Id + mark)));
                }
            }
            await database.SaveChangesAsync();
            database.ChangeTracker.Clear();
        }
        return [.. copies];
    }

    private static void Add(ShopDatabase database, IDocument document)
    {
        document.Prepare();
        database.Add(document);
    }

    private static TDocument Copied<TDocument>(TDocument document, params (string Id, string New)[] ids)
    {
        var json = ids.Aggregate(JsonSerializer.Serialize(document), (text, id) => text.Replace($"\"{id.Id}", $"\"{id.New}", StringComparison.Ordinal));
        return JsonSerializer.Deserialize<TDocument>(json) ?? throw new InvalidDataException($"A {typeof(TDocument).Name} did not survive being copied.");
    }
}
