namespace ServiceBot.Bot.Hosting;

/// <summary>Puts one implementation of a port in front of the one that is registered already: it takes what is its own and passes on the rest.</summary>
internal static class Fronts
{
    /// <summary>The last registration of the port becomes what the new one stands in front of.</summary>
    public static IServiceCollection InFrontOf<TPort, TFront>(this IServiceCollection services) where TPort : class where TFront : class, TPort
    {
        var behind = services.Last(service => service.ServiceType == typeof(TPort));
        return services.AddSingleton<TPort>(provider => ActivatorUtilities.CreateInstance<TFront>(provider, Resolve(provider, behind)));
    }

    private static object Resolve(IServiceProvider provider, ServiceDescriptor service) => service switch
    {
        { ImplementationInstance: { } instance } => instance,
        { ImplementationFactory: { } factory } => factory(provider),
        { ImplementationType: { } type } => ActivatorUtilities.CreateInstance(provider, type),
        _ => throw new InvalidOperationException($"The registration of '{service.ServiceType}' names nothing that could be made."),
    };
}
