using System.CommandLine;
using System.Globalization;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Commands;

/// <summary>What a customer may ask of the shop about their data.</summary>
internal static class PrivacyCommands
{
    /// <summary>erase.</summary>
    public static IEnumerable<Command> For(Func<WebApplicationBuilder> compose)
    {
        var customer = new Argument<string>("CUSTOMER") { Description = "The customer's id in the shop." };
        var erase = new Command("erase", "Erases a customer: conversations, journals and personal fields. What the law wants kept is put apart, sealed.") { customer };
        erase.SetAction(async (parsed, stop) =>
        {
            await using var app = compose().BuildChecked();
            await app.Services.GetRequiredService<ShopStore>().PrepareAsync(stop);
            var id = parsed.GetRequiredValue(customer);
            var report = await app.Services.GetRequiredService<Erasure>().EraseAsync(id, stop) ?? throw new StartRefusedException($"There is no customer '{id}'.");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.CustomerId} was erased, with {report.Conversations} conversations."));
        });
        return [erase];
    }
}
