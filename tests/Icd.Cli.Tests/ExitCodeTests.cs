using System.Text.RegularExpressions;
using Icd.Cli.Tests.Documentation;
using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests;

/// <summary>Every command's exit codes, as the table in <c>docs/cli.md</c> has them; wrong command lines are in <see cref="UsageTests"/>.</summary>
public class ExitCodeTests
{
    private const string Rows = "id,icd10,icd11\n1,I21.4,BA41.1\n";

    /// <summary>Command, code, arguments. FOLDER is a folder with some files.</summary>
    private static readonly (string Command, int Code, string Arguments)[] Cases =
    [
        ("show", 0, "BA41"), ("show", 1, "ZZ99"), ("show", 3, "BA41 --release 2020-01"),
        ("search", 0, "KOLS"), ("search", 1, "%%%"), ("search", 0, "--batch"),
        ("search eval", 0, "FOLDER/queries.tsv"), ("search eval", 3, "FOLDER/nowhere.tsv"), ("search eval", 3, "FOLDER/rows.csv"),
        ("parse", 0, "BA41"), ("parse", 1, "BA4O"),
        ("validate", 0, "BA41.1"), ("validate", 1, "ZZ99"), ("validate", 3, "--file FOLDER/nowhere"), ("validate", 3, "--file FOLDER"), ("validate", 3, "BA41 --release 2020-01"),
        ("canonicalise", 0, "BA41.1"), ("canonicalise", 1, "BA4O"), ("canonicalise", 3, "--file FOLDER/nowhere"),
        ("axes", 0, "BA41"), ("axes", 1, "ZZ99"), ("axes", 1, "XK8G"), ("axes", 3, "BA41 --release 2020-01"),
        ("map", 0, "E119"), ("map", 1, "U49"), ("map", 1, "nonsense"), ("map", 3, "E119 --rules FOLDER/nowhere"), ("map", 3, "E119 --rules FOLDER"),
        ("crosswalk check", 0, ""), ("crosswalk check", 1, "--rules FOLDER/wrong"), ("crosswalk check", 3, "--rules FOLDER/malformed"), ("crosswalk check", 3, "--rules FOLDER"),
        ("crosswalk coverage", 0, ""), ("crosswalk coverage", 3, "--release 2020-01"),
        ("crosswalk export", 0, ""), ("crosswalk export", 3, "--release 2020-01"),
        ("convert", 0, "FOLDER/rows.csv --column icd10"), ("convert", 1, "FOLDER/bad.csv --column icd10 --max-rejects 0 -o FOLDER/out.csv"), ("convert", 3, "FOLDER/nowhere.csv --column icd10"),
        ("convert merge", 3, "FOLDER/rows.csv -o FOLDER/merged.csv"),
        ("dual check", 0, "E119 5A11"), ("dual check", 1, "E119 BA41.1"), ("dual check", 3, "E119 5A11 --release 2020-01"),
        ("scan", 0, "FOLDER/a.sql"), ("scan", 1, "FOLDER/a.sql --fail-on low"), ("scan", 3, "FOLDER/nowhere"), ("scan", 3, "FOLDER/a.sql --output FOLDER/nowhere/x"),
        ("groups check", 0, "FOLDER/good.groups"), ("groups check", 1, "FOLDER/bad.groups"), ("groups check", 3, "FOLDER/rows.csv"), ("groups check", 3, "FOLDER/malformed"),
        ("groups translate", 0, "FOLDER/good.groups"), ("groups translate", 3, "FOLDER/nowhere"),
        ("groups evaluate", 0, "FOLDER/good.groups --file FOLDER/rows.csv --column icd10"), ("groups evaluate", 1, "FOLDER/good.groups --file FOLDER/bad.csv --column icd10"), ("groups evaluate", 3, "FOLDER/good.groups --file FOLDER/nowhere --column icd10"),
        ("groups export", 0, "FOLDER/good.groups"), ("groups export", 3, "FOLDER/nowhere"),
        ("compare", 0, "FOLDER/rows.csv"), ("compare", 1, "FOLDER/bad.csv"), ("compare", 3, "FOLDER/nowhere.csv"), ("compare", 3, "FOLDER/a.sql"),
        ("explain", 0, "E119"), ("explain", 1, "BA4O"), ("explain", 1, "ZZ99"), ("explain", 3, "E119 --html FOLDER/nowhere/x.html"),
        ("doctor", 1, ""), ("doctor", 3, "--data-dir FOLDER/damaged"),
        ("data list", 0, ""), ("data list", 3, "--data-dir FOLDER/damaged"), ("data import", 3, "FOLDER/nowhere.zip"), ("data import", 3, "FOLDER/rows.csv"),
        ("data diff", 0, "2022-02 2024-01"), ("data diff", 3, "2020-01 2024-01"),
        ("completion", 0, "bash"), ("man", 0, ""),
    ];

    [WhoDataFact]
    public void ExitCodes_EveryCommand_AreTheDocumentedOnes()
    {
        using var folder = Files();
        foreach (var (command, code, arguments) in Cases)
        {
            var result = RealReleases.Run([.. command.Split(' '), .. arguments.Replace("FOLDER", folder.Path, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Exits(code, $"{command} {arguments}");
            // doctor's answer is about what is broken, so it is no error of its own.
            if (code == 3 && command != "doctor") Assert.Matches("(?m)^icd: ", result.Error);
            if (code == 3 && command is not ("data list" or "doctor")) Assert.Equal("", result.Out);
        }
    }

    [Fact]
    public void Reference_Table_HasEveryCommandAndTheCodesThatAreTried()
    {
        var section = CliReference.Read().Text.Split("\n## ").Single(section => section.StartsWith("Exit codes\n", StringComparison.Ordinal));
        var rows = Regex.Matches(section, @"(?m)^\| `([a-z ]+)` \| (.+?) \| (.+?) \|$").ToDictionary(row => row.Groups[1].Value, row => row.Groups[3].Value);

        Assert.Equal(CliReference.Commands.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        foreach (var (command, code, _) in Cases) Assert.False(code == 1 && rows[command] == "-", command);
        foreach (var (command, _) in rows.Where(row => row.Value != "-" && row.Key is not ("groups translate" or "groups export"))) Assert.Contains(Cases, one => one.Command == command && one.Code == 1);
    }

    private static TestFolder Files()
    {
        var folder = new TestFolder();
        folder.Write("rows.csv", Rows);
        folder.Write("bad.csv", Rows + "2,nonsense,BA41.1\n");
        folder.Write("queries.tsv", "query\tkind\ticd10\ticd11\nKOLS\tabbreviation\tJ44\tCA22\n");
        folder.Write("a.sql", "select * from npr where hoveddiag between 'I20' and 'I25'\n");
        folder.Write("good.groups", "group a\n icd10 I21.4\n icd11 BA41.1\n");
        folder.Write("bad.groups", "group a\n icd10 I21.4\n icd11 ZZ99\n");
        foreach (var name in (string[])["wrong", "malformed", "damaged"]) Directory.CreateDirectory(folder.File(name));
        folder.Write("wrong/a.tsv", "code\ttarget\trelation\tlost\tadded\talternatives\treview\treason\nE11.9\tBA52&XK8G\t\t\t\t\t\twrong // wrong\n");
        folder.Write("malformed/a.tsv", "code\ttarget\n\n");
        folder.Write("damaged/mms-2024-01.icdrel", "damaged");
        return folder;
    }
}
