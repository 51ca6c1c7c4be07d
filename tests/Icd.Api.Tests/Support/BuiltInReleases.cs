using Icd.Toolkit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Icd.Api.Tests.Support;

/// <summary>What the program carries, loaded once for all servers that are about something else: making it ready takes each server seconds.</summary>
internal static class BuiltInReleases
{
    /// <summary>A data directory that does not exist.</summary>
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "no-such-directory");

    private static readonly ReleaseHost Host = new(Options.Create(new IcdOptions { DataDirectory = Directory }));

    public static IServiceCollection AddBuiltInReleases(this IServiceCollection services) => services.AddSingleton(Host);
}
