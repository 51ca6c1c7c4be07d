using Icd.Toolkit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the toolkit.</summary>
public static class IcdServiceCollectionExtensions
{
    /// <summary>
    /// Registers releases, search, validation and mapping; take a <see cref="ReleaseHost"/> to use them. In a program with a host they are loaded
    /// in the background from its start on, and anew when files of the data directory change.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Changes settings; they are validated when the program starts.</param>
    public static IServiceCollection AddIcd(this IServiceCollection services, Action<IcdOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<IcdOptions>().ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IcdOptions>, IcdOptionsValidation>());
        services.TryAddSingleton<ReleaseHost>();
        services.AddHostedService<ReleaseWatcher>();
        return services;
    }
}
