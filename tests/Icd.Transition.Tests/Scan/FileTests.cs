using System.Text;
using Icd.Tests;
using Icd.Transition.Scan;

namespace Icd.Transition.Tests.Scan;

/// <summary>Which files are read, and how.</summary>
public sealed class FileTests : IDisposable
{
    private const string Logic = "if (hoveddiagnose == \"E11.9\") return;\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("icd-scan-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [WhoDataFact]
    public void IgnoreFiles_NestedAndNegated_AreObeyed()
    {
        Write(".gitignore", "build/\n*.gen.cs\n!keep.gen.cs\n/top.cs\n");
        Write("sub/.gitignore", "inner.cs\n!x.gen.cs\n");
        Write(".icdscanignore", "vendor/**\n");
        foreach (var file in (string[])["a.cs", "top.cs", "build/b.cs", "a.gen.cs", "keep.gen.cs", "sub/top.cs", "sub/inner.cs", "sub/x.gen.cs", "vendor/v.cs"]) Write(file, Logic);

        Assert.Equal(["a.cs", "keep.gen.cs", "sub/top.cs", "sub/x.gen.cs"], Scan().Findings.Select(finding => finding.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [WhoDataFact]
    public void Encodings_AreRead_AndBinaryFilesPassedOver()
    {
        Write("utf8.cs", "// blåbær\n" + Logic);
        File.WriteAllBytes(Path.Combine(_folder, "latin1.cs"), Encoding.Latin1.GetBytes("// blåbær\n" + Logic));
        File.WriteAllBytes(Path.Combine(_folder, "utf16.cs"), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("// blåbær\n" + Logic)]);
        File.WriteAllBytes(Path.Combine(_folder, "binary.cs"), [0, 1, 2, .. Encoding.UTF8.GetBytes(Logic)]);

        var report = Scan();

        Assert.Equal(["latin1.cs", "utf16.cs", "utf8.cs"], report.Findings.Select(finding => finding.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.All(report.Findings, finding => Assert.Equal(2, finding.Location.Line));
        Assert.Equal(1, report.Counts.Binary);
    }

    [WhoDataFact]
    public void Links_AreNotFollowed()
    {
        Write("a.cs", Logic);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "loop"), _folder);

        var report = Scan();

        Assert.Equal(["a.cs"], report.Findings.Select(finding => finding.Path).Distinct());
        Assert.Equal(1, report.Counts.Links);
    }

    [WhoDataFact]
    public void LargeFile_IsReadInPieces_WithTheRightLines()
    {
        var filler = string.Concat(Enumerable.Repeat("// nothing at all on this line of a long file, nothing at all\n", 300_000));
        Write("large.cs", filler + Logic);

        Assert.Contains(Scan().Findings, finding => finding.Kind == FindingKind.Code && finding.Location.Line == 300_001);
    }

    [WhoDataFact]
    public void Baseline_LeavesOutWhatItHas()
    {
        Write("a.cs", Logic);
        var writer = new StringWriter();
        Baseline.Write(Scan().Findings, writer);
        Write("b.cs", Logic);

        var report = Scan(Baseline.Read(new MemoryStream(Encoding.UTF8.GetBytes(writer.ToString()))));

        Assert.Equal(["b.cs"], report.Findings.Select(finding => finding.Path).Distinct());
        Assert.True(report.Known > 0);
        Assert.Throws<FormatException>(() => Baseline.Read(new MemoryStream("{}"u8.ToArray())));
    }

    [WhoDataFact]
    public void Scan_ChangesNothing()
    {
        Write("a.cs", Logic);
        var before = File.GetLastWriteTimeUtc(Path.Combine(_folder, "a.cs"));

        Scan();

        Assert.Equal((before, Logic, 1), (File.GetLastWriteTimeUtc(Path.Combine(_folder, "a.cs")), File.ReadAllText(Path.Combine(_folder, "a.cs")), Directory.GetFileSystemEntries(_folder).Length));
    }

    [Fact]
    public void Starter_WithoutWhoData_FindsTheSameAndSaysWhatItKnows()
    {
        Write("a.cs", Logic);

        var report = RealScanner.Starter().Scan(new() { Systems = [new("x", _folder)], WorkingDirectory = _folder });

        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.Code && finding.Counterparts.Count == 1);
    }

    [WhoDataFact]
    public void MissingPath_IsAnError() =>
        Assert.Throws<FileNotFoundException>(() => RealScanner.Instance.Scan(new() { Systems = [new("x", Path.Combine(_folder, "nowhere"))] }));

    private ScanReport Scan(Baseline? baseline = null) => RealScanner.Instance.Scan(new() { Systems = [new("x", _folder)], WorkingDirectory = _folder, Baseline = baseline });

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
