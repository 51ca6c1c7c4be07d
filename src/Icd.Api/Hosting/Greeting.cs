using Icd.Core.Releases;
using Icd.Toolkit;

namespace Icd.Api.Hosting;

/// <summary>What whoever starts the server reads first.</summary>
internal static class Greeting
{
    public static void Write(TextWriter output, ReleaseHost host, IEnumerable<string> addresses, bool isOpen)
    {
        var loaded = host.Current;
        var address = addresses.FirstOrDefault() ?? Exposure.DefaultAddress;
        output.WriteLine();
        output.WriteLine($"  ICD-11 transition toolkit {Rest.ServerHandler.Version}");
        output.WriteLine($"  Open {address} in a browser. REST: {address}/api/v1 · FHIR: {address}/fhir · WHO ICD-API: {address}/icd");
        output.WriteLine($"  Try  curl '{address}/api/v1/search?q=lungebet'");
        output.WriteLine($"  Data: {string.Join(", ", loaded.Catalog.Keys)}  (from {loaded.Catalog.DataDirectory} and built in)");
        foreach (var refused in loaded.Refused) output.WriteLine($"  Refused: {refused.File}: {refused.Problem}");
        if (loaded.Catalog.NewestKey(Classification.Mms) is { IsStarter: true })
        {
            output.WriteLine("  ICD-11 is the built-in starter release: a selection, in our own words. For all of it, while the server runs:");
            output.WriteLine($"    dotnet run -c Release --project src/Icd.Cli -- data fetch 2024-01 --data-dir \"{loaded.Catalog.DataDirectory}\"");
        }

        output.WriteLine(isOpen ? "  Only this machine is served. docs/security.md says how to let others in; docs/operations.md how to run it." : "  Clients need a key or token (docs/security.md). docs/operations.md says how to run it.");
        output.WriteLine();
    }
}
