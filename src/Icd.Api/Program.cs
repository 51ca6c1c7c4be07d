using Icd.Api.Fhir;
using Icd.Api.Hosting;
using Icd.Api.Rest;
using Icd.Api.Who;
using Microsoft.Extensions.Options;

if (args is ["hash-key"]) return ApiKey.PrintNew(Console.Out);

var builder = WebApplication.CreateBuilder(args);
builder.AddServer();

var app = builder.Build();
try
{
    if (!app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.IsConfigured && Exposure.Find(app.Configuration) is { } exposed)
    {
        Console.Error.WriteLine(Exposure.Refusal(exposed));
        return 1;
    }

    app.UseServer();
    app.MapHealth();
    app.MapRest();
    app.MapFhir();
    app.MapWho();
    app.Greet();
    app.Run();
    return 0;
}
catch (OptionsValidationException exception)
{
    foreach (var failure in exception.Failures) Console.Error.WriteLine($"The server does not start: {failure}");
    return 1;
}

/// <summary>The server; public for tests that start it.</summary>
public sealed partial class Program;
