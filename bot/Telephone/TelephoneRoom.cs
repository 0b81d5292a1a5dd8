using System.Security.Cryptography;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Telephone.Records;
using ServiceBot.Bot.Telephone.Simulator;
using ServiceBot.Bot.Telephone.Texts;
using ServiceBot.CtiAdapter;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Telephone;

/// <summary>Puts the telephone together with the host.</summary>
internal static class TelephoneRoom
{
    /// <summary>Needs the room of delivery, and the ports of the turns from other rooms.</summary>
    public static IServiceCollection AddTelephone(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RestOptions>(TwilioOptions.Section);
        services.AddSettings<TwilioOptions>(TwilioOptions.Section).AddOptions<TwilioOptions>()
            .PostConfigure((TwilioOptions options, IHostEnvironment host) =>
            {
                if (!host.IsDevelopment() || options.AuthTokens.Count > 0) return;
                options.AuthTokens.Add(RandomNumberGenerator.GetHexString(32, lowercase: true));
                if (options.AccountSid.Length == 0) options.AccountSid = "AC" + new string('0', 32);
                if (options.Number.Length == 0) options.Number = PhonePage.Shop;
            });
        services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<TwilioOptions>, TwilioOptionsRules>();
        services.AddSingleton<ICallerNotes>(all => all.GetService<RedisLink>() is { } redis ? new RedisCallerNotes(redis) : new EmbeddedCallerNotes(all.GetRequiredService<DataDirectory>().File("callers.db")))
            .AddSingleton<IPersonalRecords>(all => (IPersonalRecords)all.GetRequiredService<ICallerNotes>());
        services.AddTables<TelephoneDatabase>();
        services.AddSingleton<IQueuedCalls, QueuedCalls>().AddSingleton<IRestIntents, RestIntents>().AddSingleton<Recordings>().AddSingleton<IRecordings>(all => all.GetRequiredService<Recordings>());
        services.AddSingleton<IPersonalRecords, TelephoneRecords>();
        services.AddSingleton<ITextConversations, TextConversations>().AddSingleton<IPushChannel, TextChannel>();
        services.AddSingleton<TurnLookup>().AddSingleton<LookBehind>(all => all.GetRequiredService<TurnLookup>().LookAsync);
        services.AddPhonePage().AddTelephoneAdapter();
        services.InFrontOf<IFacts, UnfinishedConversations>();
        if (configuration[$"{TwilioOptions.Section}:{nameof(RestOptions.RestBaseUrl)}"] is null)
            services.AddSingleton<RestBase>(all => Demonstration.IsTelephoneSimulated(all.GetRequiredService<IHostEnvironment>(), all.GetRequiredService<IConfiguration>())
                ? () => PhonePage.RestBaseUrl(all) : () => all.GetRequiredService<Microsoft.Extensions.Options.IOptions<RestOptions>>().Value.RestBaseUrl);
        return services;
    }

    public static WebApplication MapTelephone(this WebApplication app)
    {
        app.MapTelephoneAdapter();
        if (Demonstration.IsOffered(app.Environment, app.Configuration)) app.MapPhonePage();
        return app;
    }
}
