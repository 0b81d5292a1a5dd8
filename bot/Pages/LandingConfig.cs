using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Pages;

/// <summary>What the landing page links to besides what is always here.</summary>
/// <param name="Phone">The telephone that anybody may try.</param>
internal sealed record LandingConfig(bool Phone)
{
    /// <summary><c>GET /landing/config</c>.</summary>
    public static JsonHttpResult<LandingConfig> Get(IHostEnvironment host, IConfiguration configuration) =>
        TypedResults.Json(new LandingConfig(Demonstration.IsOffered(host, configuration)), PagesJson.Default.LandingConfig);
}
