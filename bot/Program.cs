using ServiceBot.Bot.Commands;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Health;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Pages;

return await CommandLine.RunAsync(args, async settings =>
{
    var builder = WebApplication.CreateBuilder(ServedFrom.Options(settings));
    builder.AddHosting();
    builder.Services
        .AddContext()
        .AddPages()
        .AddHealth();

    await using var app = builder.Build().CheckBeforeStart();
    app.UseHosting();
    app.MapPages();
    app.MapHealth();
    await app.RunAsync();
});
