using System.Net;

namespace Icd.Api.Hosting;

/// <summary>Keeps a server without authentication to its own machine.</summary>
internal static class Exposure
{
    /// <summary>Where the server listens when nobody says where.</summary>
    public const string DefaultAddress = "http://localhost:5010";

    /// <summary>The first configured address that others than this machine can reach; <see langword="null"/> where there is none.</summary>
    public static string? Find(IConfiguration configuration)
    {
        // Named ports are for all addresses of the machine.
        foreach (var (key, scheme) in new[] { ("HTTP_PORTS", "http"), ("HTTPS_PORTS", "https") })
        {
            if (configuration[key] is { Length: > 0 } ports && configuration["urls"] is not { Length: > 0 }) return $"{scheme}://*:{ports.Split(';')[0]}";
        }

        var addresses = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? ""));
        return addresses.FirstOrDefault(address => address.Length > 0 && !IsLoopback(address));
    }

    public static bool IsLoopback(string address)
    {
        if (address.StartsWith("http://unix:", StringComparison.OrdinalIgnoreCase)) return true;
        // "*" and "+" are no host names to Uri.
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
    }

    public static string Refusal(string address) =>
        $"""
        The server does not start: {address} can be reached from other machines, and nobody has said who may use it.
          - For this machine alone, leave the address out or use {DefaultAddress}.
          - For others, configure keys or tokens first:
              dotnet run --project src/Icd.Api -- hash-key        makes a key and the setting that goes with it
            or Icd:Security:Jwt with Authority, Audience and ReadScope. docs/security.md has the details.
        """;
}
