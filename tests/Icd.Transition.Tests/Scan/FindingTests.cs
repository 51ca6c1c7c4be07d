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
        { "a.java", "return diagnosekode.compareTo(\"P05\") >= 0 && diagnosekode.compareTo(\"P08\") < 0;", FindingKind.Range, "P05 … P08" },
        { "a.c", "if (strncmp(diagnosekode, \"C50\", 3) == 0) return 1;", FindingKind.Prefix, "C50" },
        { "a.cs", "var kreft = DiagnoseIntervall.Fra(\"C00\").Til(\"C97\");", FindingKind.Range, "C00 … C97" },
        { "a.kt", "fun f(diagnosekode: String) = diagnosekode in \"G00\"..\"G05z\"", FindingKind.Range, "G00 … G05" },
        { "a.sql", "select 1 from d where hdiag >= 'C00' and hdiag < 'D49'", FindingKind.Range, "C00 … D49" },
        { "a.java", "return kapittel == 'S' || kapittel == 'T'; // diagnosekode", FindingKind.Prefix, "S" },
        { "a.cs", "[Column(\"TilstandsKode\", TypeName = \"nvarchar(6)\")] public string Tilstandskode;", FindingKind.Length, "\"nvarchar(6)\"" },
        { "a.c", "char hoveddiagnose[5 + 1];", FindingKind.Length, "char hoveddiagnose[5" },
        { "a.ts", "const schema = z.object({ icd10: z.string().max(6) });", FindingKind.Length, "max(6" },
        { "a.xsd", "<xs:element name=\"hoveddiagnose\"><xs:simpleType><xs:restriction base=\"xs:string\"><xs:pattern value=\"[A-Z].*\"/><xs:maxLength value=\"4\"/></xs:restriction></xs:simpleType></xs:element>", FindingKind.Length, "maxLength value=\"4\"" },
    };

    public static TheoryData<string, string> LookAlikes => new()
    {
        { "a.py", "sheet['B12'] = size['A4']; font = 'M10'" },
        { "a.cs", "var road = \"E18\"; var colour = \"#E11D48\"; var id = \"e119c50a-10b2\";" },
        { "a.json", "{\"system\": \"urn:oid:2.16.578.1.12.4.1.1.7170\", \"code\": \"T90\"}" },
        { "a.sql", "select * from konsultasjon where icpc2 in ('T90', 'K86', 'R95', 'A04', 'L84')" },
        { "a.ts", "if (event.key === 'F11') open(); host.diagnostics.push('E101');" },
        { "a.csv", "atc;navn\nA10;Insuliner\nC09;Hemmere\nN02;Analgetika\n" },
        // A regular expression before a bracket, which once kept the object open for the rest of the file.
        { "a.ts", "const Diagnose = z.object({ takst: z.string().regex(/^[A-Z]$/) });\n\n\n\n\n\n\nconst stoler = ['A12', 'C12', 'D12'];" },
        { "a.sql", "select hdiag, seat similar to '[A-F][0-9]{2}' as ok from d" },
        { "a.md", "Koden settes som hoveddiagnose. Kjør av ved H34 og ta E6." },
        { "a.json", "{\"DiagnoseMønster\": \"x\", \"Kolonner\": [\"A1\", \"B1\", \"C10\"]}" },
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
