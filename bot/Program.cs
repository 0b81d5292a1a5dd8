using ServiceBot.Bot.Archive;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Commands;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Desk;
using ServiceBot.Bot.DirectLine;
using ServiceBot.Bot.Health;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Pages;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Telephone;
using ServiceBot.Bot.Turns;

return await CommandLine.RunAsync(args, Compose, ServeAsync);

static WebApplicationBuilder Compose(string[] settings)
{
    var builder = WebApplication.CreateBuilder(ServedFrom.Options(settings));
    builder.AddHosting();
    builder.Services
        .AddTurns()
        .AddNodes(builder.Configuration)
        .AddPrivacy()
        .AddContext()
        .AddDelivery()
        .AddShop()
        .AddArchive()
        .AddRetention()
        .AddBotFramework(builder.Configuration)
        .AddDirectLine(builder.Configuration)
        .AddTelephone(builder.Configuration)
        .AddPasses()
        .AddDesk()
        .AddPages()
        .AddHealth();
    return builder;
}

static Task ServeAsync(WebApplication app)
{
    app.UseHosting();
    app.MapBotFramework();
    app.MapDirectLine();
    app.MapTelephone();
    app.MapDesk();
    app.MapPages();
    app.MapShop();
    app.MapHealth();
    app.PrintWhenStarted();
    return app.RunAsync();
}
