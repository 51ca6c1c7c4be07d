using Icd.Cli.Tests.Support;
using Icd.Core.Codes;
using Icd.Tests;
using Icd.Toolkit.Answers;

namespace Icd.Cli.Tests.Documentation;

public class JsonContractTests
{
    private static readonly CliReference Reference = CliReference.Read();

    [WhoDataFact]
    public void Json_EveryCommand_HasExactlyTheDocumentedNames()
    {
        var seen = new HashSet<string>();
        using var folder = new TestFolder();
        folder.Write("mms-2020-01.icdrel", "damaged");
        using var api = SmallIcdApi.Start();

        foreach (var code in (string[])["BA41", "BA41.Z", "BlockL1-BA4", "A01", "IV", "b110", "XK8G", "ZZ99"])
            Reference.Check(RealReleases.Run("show", code, "--json", "--depth", "2", "--lang", "nb").Json, "shown", $"show {code}", seen);
        foreach (var query in (string[])["KOLS", "e119", "lungebet", "zzzzzz"]) Reference.Check(RealReleases.Run("search", query, "--json").Json, "found", $"search {query}", seen);
        folder.Write("queries.tsv", "query\tkind\ticd10\ticd11\nKOLS\tabbreviation\tJ44\tCA22\n");
        foreach (var line in RealReleases.Run("search", "eval", Path.Combine(folder.Path, "queries.tsv"), "--json").Exits(0).JsonLines) Reference.Check(line, "evaluated", "search eval", seen);
        foreach (var line in IcdProcess.Run("parse", "--json", "BA41 & XK8G", "E119", "BA4O", "").JsonLines) Reference.Check(line, "parsed", "parse", seen);
        foreach (var command in (string[])["validate", "canonicalise"])
        {
            foreach (var line in RealReleases.Run(command, "--json", "NC32.Z&XA8U33&XK8G", "BA52&XK8G", "CB41", "ZZ99", "BA4O").JsonLines) Reference.Check(line, "judged", command, seen);
        }

        foreach (var code in (string[])["NC32.Z", "CB41", "BA52"]) Reference.Check(RealReleases.Run("axes", code, "--json").Exits(0).Json, "axes", $"axes {code}", seen);
        Reference.Check(RealReleases.Run("axes", "ZZ99", "--json").Exits(1).Json, "axes or null", "axes ZZ99", seen);
        foreach (var line in RealReleases.Run("map", "--json", "V4n3e", "A17.0+ G01*", "5A11", "U49", "nonsense!").Exits(1).JsonLines) Reference.Check(line, "mapped", "map", seen);
        Reference.Check(RealReleases.Run("crosswalk", "check", "--json").Exits(0).Json, "checked", "crosswalk check", seen);
        Reference.Check(RealReleases.Run("crosswalk", "coverage", "--json").Exits(0).Json, "coverage", "crosswalk coverage", seen);
        var diagnoses = folder.Write("diagnoses.csv", "id,dx,star\n1,E119,\n2,A17.0,G01\n3,X,\n");
        foreach (var shard in (string[])["1/2", "2/2"])
            Reference.Check(RealReleases.Run("convert", diagnoses, "-o", $"{diagnoses}.{shard[0]}.csv", "--column", "dx", "--asterisk-column", "star", "--shard", shard, "--json").Exits(0).Json, "manifest", "convert", seen);
        Reference.Check(RealReleases.Run("convert", "merge", $"{diagnoses}.1.csv", $"{diagnoses}.2.csv", "-o", $"{diagnoses}.out.csv", "--json").Exits(0).Json, "manifest", "convert merge", seen);
        Reference.Check(RealReleases.Run("dual", "check", "E119", "5A11", "--json").Exits(0).Json, "dual", "dual check", seen);
        folder.Write("a.sql", "select * from npr where hoveddiag between 'I20' and 'I25' or hoveddiag like 'F%';\ncreate table npr (hoveddiag varchar(5));\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "gone.sql"), Path.Combine(folder.Path, "nowhere.sql"));
        File.WriteAllText(Path.Combine(folder.Path, "damaged.xlsx"), "no workbook");
        Reference.Check(RealReleases.Run("scan", folder.Path, "--json").Exits(0).Json, "scan", "scan", seen);
        folder.Write("a.groups", "group a\n icd10 I20-I25, F10\n icd11 BlockL1-BA4\n differs I25.4 : elsewhere\n");
        folder.Write("rows.csv", "icd10,icd11,year,sex,count\nI21.4,BA41.1,2020,F,40\nI64,BA41.0,2021,M,20\nI219,8B20,2021,M,2\n,8B20,2022,M,20\nI29.9,8B20,2022,M,20\n");
        var (definitions, rows) = (Path.Combine(folder.Path, "a.groups"), Path.Combine(folder.Path, "rows.csv"));
        Reference.Check(RealReleases.Run("groups", "check", definitions, "--json").Exits(1).Json, "groupsChecked", "groups check", seen);
        Reference.Check(RealReleases.Run("groups", "translate", definitions, "--json").Exits(1).Json, "translated", "groups translate", seen);
        Reference.Check(RealReleases.Run("groups", "evaluate", definitions, "--file", rows, "--column", "icd10", "--count", "--json").Exits(0).Json, "groupsCounted", "groups evaluate", seen);
        Reference.Check(RealReleases.Run("compare", rows, "--groups", definitions, "--json").Exits(0).Json, "compared10to11", "compare", seen);
        foreach (var input in (string[])["V0n1a", "A17.0+ G01*", "U49", "NC32.Z&XA8U33&XK8G"]) Reference.Check(RealReleases.Run("explain", input, "--json").Exits(0).Json, "explained", $"explain {input}", seen);
        Reference.Check(RealReleases.Run("explain", "BA4O", "--json").Exits(1).Json, "explained", "explain BA4O", seen);
        Reference.Check(RealReleases.Run("doctor", "--json").Exits(1).Json, "examined", "doctor", seen);
        Reference.Check(Run("data", "import", WhoData.File("2022-02", "mapping.zip")), "imported", "import of mapping tables", seen);
        Reference.Check(RealReleases.Run("data", "list", "--json").Json, "listed", "list", seen);
        Reference.Check(IcdProcess.Run("data", "list", "--json", "--data-dir", folder.Path).Exits(3).Json, "listed", "damaged list", seen);
        Reference.Check(RealReleases.Run("data", "diff", "2022-02", "2024-01", "--json").Json, "diff", "diff", seen);
        Reference.Check(Run("data", "import", WhoData.File("2022-02", "LinearizationMiniOutput-ICF-en.zip")), "imported", "import", seen);
        Reference.Check(Run("data", "crawl", "--server", api.Address), "release", "crawl", seen);
        Reference.Check(Run("show", "1A00"), "shown", "show with scales", seen);
        using var files = new LoopbackServer(_ => File.ReadAllBytes(WhoData.File("2022-02", "LinearizationMiniOutput-ICF-en.zip")));
        Reference.Check(Run("data", "fetch", "2022-02", "--base-url", files.Address, "--no-import"), "fetched", "fetch", seen);
        Reference.Check(Run("data", "fetch", "2022-02", "--base-url", files.Address, "--no-mapping"), "imported", "fetch and import", seen);

        // Nothing is documented that the tool never writes.
        Assert.Equal(Reference.ObjectTypes.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        System.Text.Json.JsonElement Run(params string[] args) => IcdProcess.Run([.. args, "--json", "--data-dir", folder.Path]).Exits(0).Json;
    }

    [Fact]
    public void Reference_KindsOfErrors_AreAllThereInOrder()
    {
        var kinds = Enum.GetValues<SyntaxErrorKind>().Where(kind => kind != SyntaxErrorKind.None).Select(kind => $"`{ContractName.Of(kind)}`");

        Assert.Contains($"Kinds: {string.Join(", ", kinds)}.", Reference.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_EveryOption_IsOneOfTheToolsAndNoneIsMissing()
    {
        var compared = 0;
        foreach (var command in CliReference.Commands)
        {
            var help = IcdProcess.Run([.. command.Split(' '), "--help"]).Exits(0).Out;
            var start = Reference.Text.IndexOf($"\n## `icd {command}", StringComparison.Ordinal);
            var section = Reference.Text[start..Reference.Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];

            var ofTheTool = Options(help, @"(?m)^  (--[a-z0-9-]+)").Except(["--data-dir", "--lang", "--json"]).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(ofTheTool, Options(section, @"(?m)^\| `(--[a-z0-9-]+)").Order(StringComparer.Ordinal));
            compared += ofTheTool.Count;
        }

        // Neither pattern has lost what it looks for.
        Assert.InRange(compared, 60, int.MaxValue);
    }

    private static IEnumerable<string> Options(string text, string pattern) =>
        System.Text.RegularExpressions.Regex.Matches(text, pattern).Select(match => match.Groups[1].Value);
}
