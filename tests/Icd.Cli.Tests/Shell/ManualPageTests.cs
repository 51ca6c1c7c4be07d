using Icd.Cli.Tests.Documentation;
using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Shell;

public class ManualPageTests
{
    private static readonly string[] Formatters = ["groff -ww -z -man -Tutf8", "mandoc -T lint -W warning"];

    [Fact]
    public void Man_Page_HasEveryCommandAndOptionOfTheHelp()
    {
        var page = IcdProcess.Run("man").Exits(0).Out.Replace("\\-", "-", StringComparison.Ordinal);
        foreach (var command in CliReference.Commands)
        {
            var start = page.IndexOf($"\n.SS icd {command}", StringComparison.Ordinal);
            Assert.True(start > 0, $"There is no section on {command}.");
            var section = page[start..page.IndexOf("\n.S", start + 1, StringComparison.Ordinal)];
            foreach (var option in IcdProcess.Run([.. command.Split(' '), "--help"]).Lines.Select(line => line.TrimStart().Split(' ')[0].TrimEnd(',')).Where(word => word.StartsWith("--", StringComparison.Ordinal)))
                Assert.Contains($"\\fB{option}\\fR", option is "--data-dir" or "--lang" or "--json" ? page : section, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Man_SourceDateEpoch_FixesTheDate() =>
        Assert.StartsWith(".TH ICD 1 2001-09-09 \"icd ", IcdProcess.Run(["man"], "", ("SOURCE_DATE_EPOCH", "1000000000")).Exits(0).Out, StringComparison.Ordinal);

    [Fact]
    public void Man_Page_IsRoffWithoutWarnings()
    {
        using var folder = new TestFolder();
        var page = folder.Write("icd.1", IcdProcess.Run("man").Exits(0).Out);
        foreach (var formatter in Formatters)
        {
            var result = IcdProcess.Shell($"command -v {formatter.Split(' ')[0]} > /dev/null || exit 0; {formatter} '{page}' 2>&1");
            Assert.Equal("", result.Out);
        }

        // Whatever the machine has for formatting: no line begins a request by accident, and nothing is outside ASCII.
        Assert.All(File.ReadAllLines(page), line => Assert.Matches(@"^(\.(TH|SH|SS|TP|PP|B|I|RI|RS|RE|nf|fi)\b|[^.'])[\x20-\x7e]*$", line));
    }
}
