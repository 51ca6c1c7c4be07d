using System.IO.Compression;
using Icd.Tests;

namespace Icd.Import.Tests.Support;

/// <summary>One of WHO's files on this machine, read independently of the product.</summary>
/// <param name="Name">What tests call it.</param>
/// <param name="Release">The key of the release that it belongs to.</param>
/// <param name="Language">The language of its column "Title".</param>
/// <param name="Path">The archive or workbook below the folder of WHO's files.</param>
/// <param name="Entry">The table inside the archive; empty where the path is the table.</param>
internal sealed record RealFile(string Name, string Release, string Language, string[] Path, string Entry)
{
    private static readonly Dictionary<string, RealFile> All = new RealFile[]
    {
        new("2024-01 en", "mms-2024-01", "en", ["2024-01", "SimpleTabulation-ICD-11-MMS-en.zip"], "SimpleTabulation-ICD-11-MMS-en.txt"),
        new("2024-01 es", "mms-2024-01", "es", ["2024-01", "SimpleTabulation-ICD-11-MMS-es.zip"], "SimpleTabulation-ICD-11-MMS-es.txt"),
        new("2022-02 en", "mms-2022-02", "en", ["2022-02", "simpletabulation.zip"], "simpletabulation.xlsx"),
        new("2022-02 fr", "mms-2022-02", "fr", ["2022-02", "simpletabulation_fr.zip"], "simpletabulation_fr.xlsx"),
        new("2025-01 en", "mms-2025-01", "en", ["2025-01", "SimpleTabulation-ICD-11-MMS-en.xlsx"], ""),
        new("icf en", "icf-2022-02", "en", ["2022-02", "LinearizationMiniOutput-ICF-en.zip"], "LinearizationMiniOutput-ICF-en.txt"),
    }.ToDictionary(file => file.Name);

    public static TheoryData<string> Names => [.. All.Keys];

    public static RealFile Named(string name) => All[name];

    public string FullPath => WhoData.File(Path);

    public RawTable Read()
    {
        using var content = new MemoryStream(Bytes());
        return (Entry.Length > 0 ? Entry : FullPath).EndsWith(".xlsx", StringComparison.Ordinal) ? RawTable.OfWorkbook(content) : RawTable.OfText(content);
    }

    /// <summary>The table's bytes, unpacked.</summary>
    public byte[] Bytes(string? entry = null)
    {
        if (Entry.Length == 0) return File.ReadAllBytes(FullPath);
        using var zip = ZipFile.OpenRead(FullPath);
        using var content = zip.GetEntry(entry ?? Entry)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
