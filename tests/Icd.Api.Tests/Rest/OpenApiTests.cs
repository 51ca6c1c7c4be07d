using System.Diagnostics;
using System.Text.Json;
using Icd.Api.Rest;
using Icd.Api.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Icd.Api.Tests.Rest;

public sealed class OpenApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Document_HasEveryRouteAndNoOther()
    {
        var (_, document) = await server.AskAsync("/api/v1/openapi.json");
        var documented = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var routed = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(RestRoutes.Prefix, StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(method => method != "HEAD").Select(method => $"{method} {endpoint.RoutePattern.RawText![RestRoutes.Prefix.Length..]}"))
            .Where(route => route != $"GET {OpenApiDocument.Path}")
            .SelectMany(route => route == $"POST {BatchOperations.Path}" ? BatchOperations.Inputs.Keys.Select(name => $"POST /batch/{name}") : [route]);
        Assert.Equal(routed.Distinct().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_NamesAreUniqueAndReferencesResolve()
    {
        var (_, document) = await server.AskAsync("/api/v1/openapi.json");
        var ids = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var references = References(document).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(schemas.TryGetProperty(reference[(reference.LastIndexOf('/') + 1)..], out _), reference));
        // A shape that nothing answers with is left over.
        Assert.All(JsonShapes.All, shape => Assert.Contains($"#/components/schemas/{shape.Name}", references));
    }

    /// <summary>openapi-typescript writes a client's types from the document, and the compiler accepts a program that uses them.</summary>
    [SkippableByNodeFact]
    public async Task Document_GeneratedClient_Compiles()
    {
        var folder = Directory.CreateTempSubdirectory("icd-openapi-").FullName;
        try
        {
            using var client = server.CreateClient();
            File.WriteAllText(Path.Combine(folder, "openapi.json"), await client.GetStringAsync("/api/v1/openapi.json"));
            File.WriteAllText(Path.Combine(folder, "package.json"), """{"private":true,"devDependencies":{"openapi-typescript":"7.13.0","typescript":"5.9.3"}}""");
            File.WriteAllText(Path.Combine(folder, "client.ts"), """
                import type { components, operations, paths } from "./types";
                type Hit = components["schemas"]["hit"];
                type Query = operations["search"]["parameters"]["query"];
                const query: Query = { q: "diabetes", limit: 5, system: "icd10" };
                export const first = (found: paths["/search"]["get"]["responses"]["200"]["content"]["application/json"]): Hit | undefined => found.hits[0];
                export const verdict = (judged: components["schemas"]["judged"]): "valid" | "incomplete" | "invalid" | "not-evaluated" | "syntax-error" => judged.verdict;
                export const remedy = (problem: components["schemas"]["problem"]): string => problem.remedy;
                export const english = (hit: Hit): string | null => hit.termEn;
                // @ts-expect-error a misspelt parameter is no parameter
                const misspelt: Query = { q: "diabetes", limmit: 5 };
                export { query, misspelt };
                """);
            await RunAsync(folder, "npm", "install", "--no-audit", "--no-fund", "--silent");
            await RunAsync(folder, "node", "node_modules/openapi-typescript/bin/cli.js", "openapi.json", "-o", "types.ts");
            await RunAsync(folder, "node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", "client.ts");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await output} {await error}");
    }
}

/// <summary>A test that takes Node.js, which the build takes too where the Norwegian ICD-10 is to be in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkippableByNodeFactAttribute : FactAttribute
{
    public SkippableByNodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") return;
        var hasNode = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "npm")) || File.Exists(Path.Combine(folder, "npm.cmd")));
        if (!hasNode) Skip = "Node.js is not on this machine.";
    }
}
