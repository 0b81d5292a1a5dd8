using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>What we ask of the company.</summary>
internal static class RestRoom
{
    /// <summary>Needs <see cref="RestOptions"/>, <see cref="TwilioOptions"/> and <see cref="IRestIntents"/> from the host.</summary>
    public static IServiceCollection AddRest(this IServiceCollection services) => services
        .AddSingleton<RestBase>(all => () => all.GetRequiredService<IOptions<RestOptions>>().Value.RestBaseUrl)
        .AddSingleton(all => new RestClient(
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan },
            all.GetRequiredService<IOptions<TwilioOptions>>(), all.GetRequiredService<IOptions<RestOptions>>(), all.GetRequiredService<RestBase>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<RestClient>>()))
        .AddSingleton<CreateOnce>()
        .AddSingleton<CallsApi>()
        .AddSingleton<ConferencesApi>()
        .AddSingleton<RecordingsApi>()
        .AddSingleton<QueuesApi>()
        .AddSingleton<MessagesApi>()
        .AddSingleton<VoiceAccessToken>();
}

/// <summary>Where the company's REST interface is now, without a slash at the end: as in the settings, or on this machine in the demonstration.</summary>
public delegate string RestBase();
