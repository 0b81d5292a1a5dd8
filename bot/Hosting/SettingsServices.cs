using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Hosting;

/// <summary>One class of settings and the section that it is read from.</summary>
/// <param name="Name">The section, or empty for settings that stand under none.</param>
/// <param name="Type">The class; its annotations say what is allowed.</param>
internal sealed record SettingsSection(string Name, Type Type);

/// <summary>Registers settings so that they are checked before anything starts.</summary>
internal static class SettingsServices
{
    /// <summary>Binds a class to its section. Several classes may share a section; a setting that none of them has is refused.</summary>
    /// <typeparam name="TSettings">Plain properties with defaults; the annotations of each say what is allowed.</typeparam>
    public static IServiceCollection AddSettings<TSettings>(this IServiceCollection services, string section) where TSettings : class
    {
        var registered = new SettingsSection(section, typeof(TSettings));
        if (services.Any(service => registered.Equals(service.ImplementationInstance)))
            return services; // binding twice would double every list
        services.AddSingleton(registered);
        services.AddOptions<TSettings>()
            .Configure<IConfiguration>((settings, configuration) => (section.Length == 0 ? configuration : configuration.GetSection(section)).Bind(settings))
            .ValidateOnStart();
        return services.AddSingleton<IValidateOptions<TSettings>>(new Annotations<TSettings>(section));
    }

    /// <summary>Checks all settings and refuses to start with every error at once, each naming the setting and its value.</summary>
    /// <exception cref="SettingsRefusedException">At least one setting is wrong.</exception>
    public static void CheckSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var errors = SettingsCheck.Errors(services.Select(service => service.ImplementationInstance).OfType<SettingsSection>(), configuration);
        if (errors.Count > 0)
            throw new SettingsRefusedException(errors);
    }

    /// <summary>Runs what rooms check beyond the annotations, such as two settings that only go together.</summary>
    /// <exception cref="SettingsRefusedException">At least one setting is wrong.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException refusal)
        {
            throw new SettingsRefusedException([.. refusal.Failures]);
        }
        catch (AggregateException refusals)
        {
            throw new SettingsRefusedException(
                [.. refusals.Flatten().InnerExceptions.SelectMany(inner => inner is OptionsValidationException refusal ? refusal.Failures : [inner.Message])]);
        }
    }

    private sealed class Annotations<TSettings>(string section) : IValidateOptions<TSettings> where TSettings : class
    {
        public ValidateOptionsResult Validate(string? name, TSettings options)
        {
            var errors = SettingsCheck.Refused(options, section).ToArray();
            return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
        }
    }
}
