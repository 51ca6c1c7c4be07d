using System.Text.Json;
using System.Text.Json.Nodes;
using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Conversion;

/// <summary>What <c>icd convert</c> writes, byte by byte: small files with dirt of all kinds, converted by rules of their own on the starter release.</summary>
/// <remarks>A test that fails has found a change of the format. Where it is wanted, <c>ICD_GOLDEN=write dotnet test --filter GoldenTests</c> writes the expected files anew; read what git shows of them.</remarks>
public sealed class GoldenTests
{
    private static readonly string[] Written = ["", ".rejects.csv", ".review.csv", ".manifest.json"];

    private static string Folder { get; } = Repository.File("tests", "Icd.Cli.Tests", "Conversion", "Golden");

    [Theory]
    [InlineData("forward")]
    [InlineData("cells")]
    [InlineData("backward")]
    public void Convert_HandWrittenFile_WritesWhatIsExpected(string name)
    {
        using var folder = new TestFolder();
        var output = folder.File($"{name}.out.csv");
        // In the folder, so that what the output says of its sources has no path of this machine.
        IcdProcess.Shell($"cd '{Folder}' && icd convert {name}.in.csv -o '{output}' --review '{output}.review.csv' --rules rules {File.ReadAllText(Path.Combine(Folder, name + ".args"))}").Exits(0);
        File.WriteAllText(output + ".manifest.json", Lasting(File.ReadAllText(output + ".manifest.json")));
        foreach (var file in Written)
        {
            var expected = Path.Combine(Folder, $"{name}.out.csv{file}");
            if (Environment.GetEnvironmentVariable("ICD_GOLDEN") == "write") File.Copy(output + file, expected, overwrite: true);
            Assert.Equal(File.ReadAllText(expected, System.Text.Encoding.Latin1), File.ReadAllText(output + file, System.Text.Encoding.Latin1));
        }
    }

    /// <summary>The manifest without what differs from day to day and from release to release.</summary>
    private static string Lasting(string json)
    {
        var manifest = JsonNode.Parse(json)!.AsObject();
        foreach (var name in (string[])["tool", "started", "ended", "seconds", "threads", "data"]) manifest[name] = "…";
        foreach (var file in (string[])["input", "output", "rejects", "review"]) manifest[file]!["name"] = Path.GetFileName(manifest[file]!["name"]!.GetValue<string>());
        return manifest.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }
}
