using Icd.Toolkit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the toolkit.</summary>
public static class IcdServiceCollectionExtensions
{
    /// <summary>Registers releases, search, validation and mapping; take a <see cref="ReleaseHost"/> to use them.</summary>
    public static IServiceCollection AddIcd(this IServiceCollection services, Action<IcdOptions>? configure = null)
    {
        var options = services.AddOptions<IcdOptions>();
        if (configure is not null) options.Configure(configure);
        services.AddSingleton<ReleaseHost>();
        return services;
    }
}
