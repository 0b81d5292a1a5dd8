using ServiceBot.Bot.Commands;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Health;
using ServiceBot.Bot.Hosting;

return await CommandLine.RunAsync(args, async settings =>
{
    var builder = WebApplication.CreateBuilder(ServedFrom.Options(settings));
    builder.AddHosting();
    builder.Services
        .AddContext()
        .AddHealth();

    await using var app = builder.Build().CheckBeforeStart();
    app.UseHosting();
    app.MapHealth();
    await app.RunAsync();
});
