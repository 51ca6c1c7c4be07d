using System.IO.Compression;
using System.Net;
using System.Text;
using Icd.Tests;
using Icd.Transition.Scan;

namespace Icd.Transition.Tests.Scan;

/// <summary>Code lists in spreadsheets.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("icd-scan-workbooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [WhoDataFact]
    public void CodeList_InSharedStrings_IsOneFindingOfItsColumn()
    {
        Write("koder.xlsx", isShared: true, ["Kode", "Tekst", "Hylle"], ["I21.0", "Akutt transmuralt hjerteinfarkt", "B12"], ["I21.4", "Akutt subendokardialt hjerteinfarkt", "A10"], ["I50.0", "Kongestiv hjertesvikt", "C14"]);

        var finding = Assert.Single(Scan().Findings);

        Assert.Equal((FindingKind.Column, "sheet1: Kode", 3), (finding.Kind, finding.Name, finding.Count));
        Assert.Equal(["I21.0", "I21.4", "I50.0"], finding.Written);
        Assert.Equal([2, 3, 4], finding.Locations.Select(location => location.Line));
        Assert.NotEmpty(finding.Cover);
    }

    [WhoDataFact]
    public void Ranges_InInlineStrings_AreFound()
    {
        Write("grupper.xlsm", isShared: false, ["Gruppe", "Diagnoser"], ["Iskemisk", "I20-I25"], ["Hjerneslag", "I60-I69"], ["Kreft", "C00-C97"]);

        var finding = Assert.Single(Scan().Findings);

        Assert.Equal(FindingKind.Range, finding.Kind);
        Assert.Contains("I60-I69", finding.Written);
    }

    [WhoDataFact]
    public void LookAlikes_AreLeftOut()
    {
        Write("lager.xlsx", isShared: true, ["Varenr", "Hylle", "Sone"], ["K75-110", "B12", "A1"], ["P76-001", "C14", "B2"], ["T90-202", "A01", "A4"]);

        Assert.Empty(Scan().Findings);
    }

    [WhoDataFact]
    public void DamagedWorkbook_IsNamed_AndTheScanGoesOn()
    {
        File.WriteAllText(Path.Combine(_folder, "damaged.xlsx"), "no workbook at all");
        Write("koder.xlsx", isShared: true, ["Diagnosekode"], ["I21.0"], ["I21.4"], ["I50.0"]);

        var report = Scan();

        Assert.EndsWith("damaged.xlsx", Assert.Single(report.Counts.Problems).Path, StringComparison.Ordinal);
        Assert.Single(report.Findings);
    }

    private ScanReport Scan() => RealScanner.Instance.Scan(new() { Systems = [new("x", _folder)], WorkingDirectory = _folder });

    /// <summary>A workbook with one sheet, as small as the format allows.</summary>
    private void Write(string name, bool isShared, params string[][] rows)
    {
        using var zip = ZipFile.Open(Path.Combine(_folder, name), ZipArchiveMode.Create);
        var shared = rows.SelectMany(row => row).Distinct().ToList();
        var sheet = string.Concat(rows.Select((row, y) => $"<row r=\"{y + 1}\">{string.Concat(row.Select((cell, x) => Cell($"{(char)('A' + x)}{y + 1}", cell)))}</row>"));
        const string Namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        Entry("xl/worksheets/sheet1.xml", $"<worksheet {Namespace}><sheetData>{sheet}</sheetData></worksheet>");
        if (isShared) Entry("xl/sharedStrings.xml", $"<sst {Namespace}>{string.Concat(shared.Select(text => $"<si><t>{WebUtility.HtmlEncode(text)}</t></si>"))}</sst>");

        string Cell(string place, string text) => isShared
            ? $"<c r=\"{place}\" t=\"s\"><v>{shared.IndexOf(text)}</v></c>"
            : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>";

        void Entry(string path, string text)
        {
            using var stream = zip.CreateEntry(path).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
