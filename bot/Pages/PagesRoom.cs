using ServiceBot.Bot.Hosting;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Pages;

/// <summary>The pages that people see; bot/web holds their source, wwwroot what is built of it.</summary>
internal static class PagesRoom
{
    /// <summary>Registers the pages and their settings.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSettings<ShopFrontSettings>(ShopFrontSettings.Section);
        services.AddSettings<ChatSettings>(ChatSettings.Section);
        return services.AddSingleton<BuiltPages>();
    }

    /// <summary>Serves the pages, their assets, and what the chat page shows of the shop.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder app)
    {
        app.MapPage("/", "landing", PagePolicy.OwnStyles);
        app.MapPage("/chat", "chat", PagePolicy.OwnStyles);
        app.MapPage("/desk", "desk", app.ServiceProvider.GetService<IBrowserTelephones>() is { AreOffered: true } ? PagePolicy.TakesCalls : PagePolicy.NothingInline);
        app.MapPage("/dialogs", "dialogs", PagePolicy.DrawnStyles);
        if (Demonstration.IsOffered(app.ServiceProvider.GetRequiredService<IHostEnvironment>(), app.ServiceProvider.GetRequiredService<IConfiguration>()))
            app.MapPage("/phone", "phone", PagePolicy.Listens);
        app.MapGet("/landing/config", LandingConfig.Get);
        app.MapGet("/chat/config", ChatConfig.Get);
        app.MapGet("/dialogs/drawings", Drawings.Get);
        app.MapMethods("/assets/{**path}", [HttpMethods.Get, HttpMethods.Head], Assets.Get);
        return app;
    }

    private static void MapPage(this IEndpointRouteBuilder app, string path, string name, PagePolicy policy) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpResponse response, BuiltPages pages) => pages.Answer(name, policy, response));
}
