// dotnet run -c Release --project benchmarks/Icd.SyntheticRegistry -- generate --rows 1000000 --output registry.csv
using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.SyntheticRegistry;

var output = new Option<string>("--output") { Description = "The file to write; .gz at its end compresses", Required = true };
var rows = new Option<long>("--rows") { DefaultValueFactory = _ => 1_000_000 };
var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
var layout = new Option<RegistryLayout>("--layout") { Description = "three, cell, columns or pairs", DefaultValueFactory = _ => RegistryLayout.Cell };
var encoding = new Option<RegistryEncoding>("--encoding") { Description = "utf8, utf8bom, latin1 or windows1252" };
var delimiter = new Option<string>("--delimiter") { Description = "One character, or tab", DefaultValueFactory = _ => ";" };
var separator = new Option<string>("--cell-separator") { Description = "Between the codes of one cell", DefaultValueFactory = _ => "|" };
var crlf = new Option<bool>("--crlf") { Description = "End lines with CRLF" };
var noHeader = new Option<bool>("--no-header");
var dirt = new Option<double>("--dirt") { Description = "Factor on the shares of dirt.tsv; 0 for a clean file", DefaultValueFactory = _ => 1 };
var from = new Option<int>("--from") { Description = "The first year", DefaultValueFactory = _ => 1999 };
var to = new Option<int>("--to") { Description = "The last year", DefaultValueFactory = _ => 2026 };

var generate = new Command("generate", "Write a synthetic registry extract; what is in it goes to FILE.truth.json.") { output, rows, seed, layout, encoding, delimiter, separator, crlf, noHeader, dirt, from, to };
generate.SetAction(parsed =>
{
    if (EmbeddedReleases.All.FirstOrDefault(release => release.Key.Classification == Classification.Icd10) is not { } embedded)
    {
        Console.Error.WriteLine("The Norwegian ICD-10 is missing from this build: build it with Node.js 20 or newer on the machine.");
        return 3;
    }

    var options = new RegistryOptions
    {
        Rows = parsed.GetValue(rows),
        Seed = parsed.GetValue(seed),
        Layout = parsed.GetValue(layout),
        Encoding = parsed.GetValue(encoding),
        Delimiter = parsed.GetValue(delimiter) is "tab" or "\\t" ? '\t' : parsed.GetValue(delimiter)![0],
        CellSeparator = parsed.GetValue(separator)!,
        WritesCrLf = parsed.GetValue(crlf),
        WritesHeader = !parsed.GetValue(noHeader),
        Dirt = parsed.GetValue(dirt),
        FromYear = parsed.GetValue(from),
        ToYear = parsed.GetValue(to),
    };
    var (path, watch) = (parsed.GetValue(output)!, Stopwatch.StartNew());
    RegistryTruth truth;
    using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
    using (Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file)
    {
        truth = new RegistryWriter(embedded.Open(), options).Write(stream);
    }

    File.WriteAllText(path + ".truth.json", JsonSerializer.Serialize(truth, new JsonSerializerOptions { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase }));
    Console.WriteLine($"{truth.Rows} rows, {truth.Codes} codes, {truth.Bytes} bytes in {watch.Elapsed.TotalSeconds:0.0} s: {path}");
    return 0;
});
return new RootCommand("Synthetic registry extracts for benchmarks and tests.") { generate }.Parse(args).Invoke();
