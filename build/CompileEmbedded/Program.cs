// Run by the build of Icd.Embedded: compiles what the programs carry with them.
//   CompileEmbedded DATA-FOLDER OUTPUT-FOLDER [PACKAGE-FOLDER]
// PACKAGE-FOLDER is node_modules/@navikt/diagnosekoder; without it only the starter release is compiled.
using System.Text.Json;
using Icd.Core.Releases;
using Icd.Import;
using Icd.Import.Authored;
using Icd.Import.Norwegian;
using Icd.Search;
using Icd.Search.Lexicons;
using Icd.Search.Storage;

if (args is not [var data, var output, .. var rest] || rest.Length > 1)
{
    Console.Error.WriteLine("usage: CompileEmbedded DATA-FOLDER OUTPUT-FOLDER [PACKAGE-FOLDER]");
    return 2;
}

try
{
    Directory.CreateDirectory(output);
    Write(StarterImporter.Import(Path.Combine(data, "starter")));
    if (rest is [var package])
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        var version = manifest.RootElement.GetProperty("version").GetString()!;
        Write(NorwegianIcd10Importer.Import(Path.Combine(package, "lib", "ICD10.json"), version, Path.Combine(data, "icd10")));
        Write(Icpc2Importer.Import(Path.Combine(package, "lib", "ICPC2.json"), version, Path.Combine(data, "icpc2")));
    }

    CompileSearchIndex();
    return 0;
}
catch (Exception exception) when (exception is ImportException or IOException or InvalidDataException or LexiconFormatException)
{
    // The form that MSBuild shows as an error of the build.
    Console.Error.WriteLine($"CompileEmbedded : error ICD0002: {exception.Message}");
    return 1;
}

// The index over the releases that were just compiled: a program that carries both searches without building one.
void CompileSearchIndex()
{
    var catalog = new ReleaseCatalog(output);
    using var file = File.Create(Path.Combine(output, "search" + IndexStore.FileExtension));
    IndexStore.Compile(IndexSources.Of(catalog), file);
    Console.WriteLine($"search index: {file.Length / 1024} kB");
}

void Write(ReleaseDraft draft)
{
    var bytes = draft.Compile();
    File.WriteAllBytes(Path.Combine(output, draft.Key.FileName), bytes);
    Console.WriteLine($"{draft.Key}: {draft.Entities.Count} entities, {bytes.Length / 1024} kB");
}
