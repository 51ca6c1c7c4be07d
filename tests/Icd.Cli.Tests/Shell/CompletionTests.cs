using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Shell;

/// <summary>What the shells' scripts ask for at each tab.</summary>
public class CompletionTests
{
    public static TheoryData<string, string> Lines => new()
    {
        { "icd va", "validate" },
        { "icd cro", "crosswalk" },
        { "/usr/local/bin/icd data ", "fetch import crawl list diff" },
        { "icd crosswalk c", "check coverage" },
        { "icd bogus ", "" },
        { "icd complet", "completion" },
        { "icd completion ", "bash zsh fish powershell" },
        { "icd parse --system ", "auto icd10 icd11" },
        { "icd parse --system icd1", "icd10 icd11" },
        { "icd parse --system=icd1", "--system=icd10 --system=icd11" },
        { "icd --lang ", "nb en" },
        { "icd parse --lang ", "nb en" },
        { "icd --lang nb parse --sys", "--system" },
        { "icd convert x.csv --for", "--force" },
        { "icd convert x.csv --o", "--output" },
        { "icd convert x.csv -", "--output -o --column --asterisk-column" },
        { "icd convert x.csv --column dx --col", "--column" },
        { "icd convert x.csv --force --for", "" },
        { "icd convert ", "merge :files" },
        { "icd convert x.csv ", "" },
        { "icd convert m", "merge :files" },
        { "icd convert x.csv -o ", ":files" },
        { "icd convert merge a.csv ", ":files" },
        { "icd convert x.csv --encoding ", "utf-8 iso-8859-1 windows-1252" },
        { "icd map --rules ", ":folders" },
        { "icd scan --system EPJ=/sr", ":folders" },
        { "icd explain 'A17.0+ G01*' --h", "--html --help" },
        { "icd explain A17.0\\ G01 --ht", "--html" },
        { "icd validate -- --len", "" },
        { "icd validate --json --len", "--lenient" },
        { "icd show --release 2", "2026" },
        { "icd show --release 2 --data-dir '' --release ", "" },
    };

    [Theory, MemberData(nameof(Lines))]
    public void Complete_Line_HasTheCandidates(string line, string candidates)
    {
        var found = Candidates(IcdProcess.Run("complete", line));

        // Of long lists the beginning: options are in the order of the help.
        Assert.Equal(candidates, string.Join(' ', line.EndsWith(" -", StringComparison.Ordinal) ? found.Take(4) : found));
    }

    [Fact]
    public void Complete_Release_IsOneThatIsLoaded()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])["mms-2024-01", "mms-2022-02", "icf-2023-01"]) folder.Write($"{name}.icdrel", "not opened");

        Assert.Equal(["2022-02", "2024-01"], Candidates(IcdProcess.Run("complete", $"icd validate --data-dir {folder.Path} --release ")));
        Assert.Equal(["2022-02", "2024-01", "icd10-2026", "icf-2023-01", "icpc2-2026"], Candidates(IcdProcess.Run("complete", $"icd data diff --data-dir '{folder.Path}' ")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Complete_Description_FollowsATab() =>
        Assert.Equal("--lenient\tA missing required axis is a warning, and what only our axis profile refuses is not evaluated\n", IcdProcess.Run("complete", "icd validate --le").Exits(0).Out);

    [ShellFact("bash")]
    public void Bash_Tab_Completes() => CompletesWhatIsTyped("bash --norc --noprofile -i", "icd() { TOOL \"$@\"; }\nsource <(icd completion bash)\n");

    [ShellFact("zsh")]
    public void Zsh_Tab_Completes() => CompletesWhatIsTyped("zsh -f -i", "autoload -Uz compinit; compinit -u -D\nicd() { TOOL \"$@\"; }\nsource <(icd completion zsh)\n");

    [ShellFact("fish")]
    public void Fish_Tab_Completes() => CompletesWhatIsTyped("fish -i", "function icd; TOOL $argv; end\nicd completion fish | source\n");

    /// <summary>Types into a shell on a terminal: a command, an option, a value behind an equals sign, a file with spaces in its name.</summary>
    private static void CompletesWhatIsTyped(string shell, string start)
    {
        using var folder = new TestFolder();
        folder.Write("expressions of mine.txt", "BA4O\n");
        var typed = folder.Write("typed", $"{start.Replace("TOOL", IcdProcess.CommandLine(""), StringComparison.Ordinal)}cd {folder.Path}\nicd par\t--sys\ticd10 e119\nicd parse --lang=n\t BA4O\nicd validate --file exp\t\nexit\n");

        var screen = IcdProcess.Shell($"script -qec '{shell}' /dev/null < '{typed}'", ("TERM", "dumb")).Out;

        Assert.Contains("\nE11.9", screen.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Mente du BA40?", screen, StringComparison.Ordinal);
        Assert.Contains("syntax-error", screen, StringComparison.Ordinal);
    }

    private static List<string> Candidates(IcdResult result) => [.. result.Exits(0).Lines.Select(line => line.Split('\t')[0])];
}
