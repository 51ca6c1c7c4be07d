using Icd.Api.Fhir;
using Icd.Api.Page;
using Icd.Api.Rest;
using Icd.Api.Who;

namespace Icd.Api.Hosting;

/// <summary>The server, put together and not yet started.</summary>
internal static class IcdApplication
{
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes what is put together, for tests.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServer();
        configure?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>Maps everything that it answers.</summary>
    public static void MapAll(this WebApplication app)
    {
        app.UseServer();
        app.MapHealth();
        app.MapRest();
        app.MapFhir();
        app.MapWho();
        app.MapPage();
    }
}
