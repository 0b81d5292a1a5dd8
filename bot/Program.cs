using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Commands;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.DirectLine;
using ServiceBot.Bot.Health;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Pages;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Turns;

return await CommandLine.RunAsync(args, async settings =>
{
    var builder = WebApplication.CreateBuilder(ServedFrom.Options(settings));
    builder.AddHosting();
    builder.Services
        .AddContext()
        .AddShop(builder.Configuration)
        .AddTurns()
        .AddBotFramework(builder.Configuration)
        .AddDirectLine(builder.Configuration)
        .AddPages()
        .AddHealth();

    await using var app = builder.BuildChecked();
    app.UseHosting();
    app.MapBotFramework();
    app.MapDirectLine();
    app.MapPages();
    app.MapHealth();
    app.PrintWhenStarted();
    await app.RunAsync();
});
