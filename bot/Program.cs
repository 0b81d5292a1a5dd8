using ServiceBot.Bot.Commands;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Health;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Pages;
using ServiceBot.Bot.Shop;

return await CommandLine.RunAsync(args, async settings =>
{
    var builder = WebApplication.CreateBuilder(ServedFrom.Options(settings));
    builder.AddHosting();
    builder.Services
        .AddContext()
        .AddShop(builder.Configuration)
        .AddPages()
        .AddHealth();

    await using var app = builder.BuildChecked();
    app.UseHosting();
    app.MapPages();
    app.MapHealth();
    app.PrintWhenStarted();
    await app.RunAsync();
});
