using Icd.Api.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

if (args is ["hash-key"]) return ApiKey.PrintNew(Console.Out);

var app = IcdApplication.Create(args);
try
{
    if (!app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.IsConfigured && Exposure.Find(app.Configuration) is { } exposed)
    {
        Console.Error.WriteLine(Exposure.Refusal(exposed));
        return 1;
    }

    app.MapAll();
    app.Greet();
    app.Run();
    return 0;
}
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"The server does not start: {exception.Message} Another program listens there; choose another port, as in --urls http://localhost:5011.");
    return 1;
}
catch (OptionsValidationException exception)
{
    foreach (var failure in exception.Failures) Console.Error.WriteLine($"The server does not start: {failure}");
    return 1;
}

/// <summary>The server; public for tests that start it.</summary>
public sealed partial class Program;
