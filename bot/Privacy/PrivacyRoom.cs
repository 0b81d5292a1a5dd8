using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Privacy;

/// <summary>Registers what keeps personal data to itself.</summary>
internal static partial class PrivacyRoom
{
    /// <summary>Adds the seal over what is kept of conversations.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSettings<PrivacySettings>(PrivacySettings.Section)
        .AddSingleton(all => new DocumentSeal(KeysOf(all)))
        .AddSingleton<Erasure>();

    /// <summary>Adds what removes by itself what need be kept no longer; for programs that serve, with the rooms that keep something.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<RetentionRounds>()
        .AddHostedService(all => all.GetRequiredService<RetentionRounds>());

    private static IReadOnlyList<SealKey> KeysOf(IServiceProvider all)
    {
        if (all.GetRequiredService<IOptions<PrivacySettings>>().Value.Read() is { Count: > 0 } keys) return keys;
        var file = KeyFile.In(all.GetRequiredService<DataDirectory>().Path);
        if (!string.IsNullOrEmpty(all.GetRequiredService<IConfiguration>()["Redis:Configuration"])) Log.KeyOfItsOwn(all.GetRequiredService<ILogger<DocumentSeal>>(), file);
        return KeyFile.ReadOrCreate(file);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Privacy:Keys is empty: what is kept in Redis is sealed with the key in {File}. Another node cannot read it; give all nodes the same Privacy:Keys.")]
        public static partial void KeyOfItsOwn(ILogger logger, string file);
    }
}
