using Icd.Tests;
using Icd.Transition.Scan;

namespace Icd.Transition.Tests.Scan;

/// <summary>What a finding says: kind, codes, subtrees, risk.</summary>
public class FindingTests
{
    public static TheoryData<string, string, FindingKind, string> Forms => new()
    {
        { "a.sql", "select 1 from d where hdiag between 'I20' and 'I25'", FindingKind.Range, "I20 … I25" },
        { "a.sql", "select 1 from d where hdiag like 'E1[0-4]%'", FindingKind.Pattern, "E1[0-4]%" },
        { "a.cs", "var psych = hoveddiagnose.StartsWith(\"F\");", FindingKind.Prefix, "F" },
        { "a.R", "x <- substr(hdiag, 1, 3) %in% c(\"I21\", \"I22\")", FindingKind.Prefix, "I21" },
        { "a.sas", "if hdia in: ('E10' 'E11') then x = 1;", FindingKind.Prefix, "E10" },
        { "a.do", "icd10 generate x = hdiag, range(I20/I25)", FindingKind.Range, "I20/I25" },
        { "a.py", "if re.match(r'^I2[0-5]', diagnose): pass", FindingKind.Pattern, "^I2[0-5]" },
        { "a.md", "Diagnoser C00–C97 telles.", FindingKind.Range, "C00–C97" },
        { "a.md", "Diagnoser I20 til I25 telles.", FindingKind.Range, "I20 til I25" },
        { "a.json", "{\"system\": \"urn:oid:2.16.578.1.12.4.1.1.7110\", \"code\": \"B20\"}", FindingKind.Code, "B20" },
        { "a.ts", "const form = /^[A-Z]\\d{2}(\\.\\d)?$/; // icd10", FindingKind.Validation, "^[A-Z]\\d{2}(\\.\\d)?$" },
        { "a.cbl", "           05  HOVEDDIAGNOSE   PIC X(5).", FindingKind.Length, "PIC X(5)" },
    };

    public static TheoryData<string, string> LookAlikes => new()
    {
        { "a.py", "sheet['B12'] = size['A4']; font = 'M10'" },
        { "a.cs", "var road = \"E18\"; var colour = \"#E11D48\"; var id = \"e119c50a-10b2\";" },
        { "a.json", "{\"system\": \"urn:oid:2.16.578.1.12.4.1.1.7170\", \"code\": \"T90\"}" },
        { "a.sql", "select * from konsultasjon where icpc2 in ('T90', 'K86', 'R95', 'A04', 'L84')" },
        { "a.ts", "if (event.key === 'F11') open(); host.diagnostics.push('E101');" },
        { "a.csv", "atc;navn\nA10;Insuliner\nC09;Hemmere\nN02;Analgetika\n" },
        { "a.html", "<path d=\"M10.5 20 L30 40 C12 13 14 15\"/>" },
    };

    [WhoDataTheory]
    [MemberData(nameof(Forms))]
    public void Scan_FormsOfLogic_AreFoundAsWhatTheyAre(string name, string text, FindingKind kind, string written)
    {
        var findings = RealScanner.Instance.ScanText(name, text);

        Assert.Contains(findings, finding => finding.Kind == kind && finding.Written.Contains(written));
    }

    [WhoDataTheory]
    [MemberData(nameof(LookAlikes))]
    public void Scan_LookAlikes_AreNoCodes(string name, string text) =>
        Assert.DoesNotContain(RealScanner.Instance.ScanText(name, text), finding => finding.Codes());

    [WhoDataFact]
    public void Range_OfIschaemicHeartDisease_BecomesItsSubtreesAndIsNotContiguous()
    {
        var finding = Assert.Single(RealScanner.Instance.ScanText("a.sql", "select 1 from d where hdiag between 'I20' and 'I25'"), finding => finding.Kind == FindingKind.Range);

        Assert.Equal(Risk.High, finding.Risk);
        Assert.Contains(finding.Cover, part => part.Code == "BA40-BA6Z");
        Assert.True(finding.Cover.Count > 1);
        // As text, 'I25' ends the interval before I25.0: the program has never counted those.
        Assert.Contains("as text the comparison takes", finding.Change.English, StringComparison.Ordinal);
        Assert.All(finding.Cover, part => Assert.True(part.Targets > 0));
    }

    [WhoDataFact]
    public void Code_WithAnEquivalent_IsOfLowRisk()
    {
        var finding = Assert.Single(RealScanner.Instance.ScanText("a.cs", "if (hoveddiagnose == \"E11.9\") return;"), finding => finding.Kind == FindingKind.Code);

        Assert.Equal((Risk.Low, "5A11"), (finding.Risk, finding.Counterparts[0].Icd11));
    }

    [WhoDataFact]
    public void Comment_IsInformationOnly() =>
        Assert.Equal(Risk.Info, Assert.Single(RealScanner.Instance.ScanText("a.cs", "// Diagnosekode E11.9 er diabetes\n"), finding => finding.Kind == FindingKind.Code).Risk);

    [WhoDataFact]
    public void Suppression_OnTheLineOrBefore_TakesTheFindingAway()
    {
        Assert.DoesNotContain(RealScanner.Instance.ScanText("a.cs", "if (hoveddiagnose == \"E11.9\") return; // icd-scan:ignore"), finding => finding.Codes());
        Assert.DoesNotContain(RealScanner.Instance.ScanText("a.cs", "// icd-scan:ignore\nif (hoveddiagnose == \"E11.9\") return;"), finding => finding.Codes());
        Assert.Empty(RealScanner.Instance.ScanText("a.cs", "// icd-scan:ignore-file\n\n\nif (hoveddiagnose == \"E11.9\") return;"));
    }

    [WhoDataFact]
    public void Fingerprint_StaysWhenLinesMove_AndTellsTwinsApart()
    {
        var one = RealScanner.Instance.ScanText("a.cs", "if (hoveddiagnose == \"E11.9\") return;");
        var moved = RealScanner.Instance.ScanText("a.cs", "// new\n\n\n    if (hoveddiagnose == \"E11.9\") return;");
        var twice = RealScanner.Instance.ScanText("a.cs", "if (hoveddiagnose == \"E11.9\") return;\nvoid F() { }\nif (hoveddiagnose == \"E11.9\") return;").Where(finding => finding.Codes()).ToList();

        Assert.Equal(one.First(finding => finding.Codes()).Fingerprint, moved.First(finding => finding.Codes()).Fingerprint);
        Assert.Equal(twice.Count, twice.Select(finding => finding.Fingerprint).Distinct().Count());
    }
}
