using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests;

public class HelpTests
{
    public static TheoryData<string> Commands => ["", "show", "search", "parse", "map", "crosswalk", "crosswalk check", "crosswalk coverage", "crosswalk export", "dual", "dual check", "groups", "groups check", "groups translate", "groups evaluate", "groups export", "compare", "explain", "doctor", "data", "data list", "data import", "data fetch", "data crawl", "data diff", "completion", "man"];

    [Theory, MemberData(nameof(Commands))]
    public void Help_EveryCommand_HasExamplesAndExitCodes(string command)
    {
        var result = IcdProcess.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Exits(0);

        Assert.Equal("", result.Error);
        Assert.Matches($@"\nUsage:\n  icd {command}", result.Out);
        Assert.Matches($@"\nExamples:\n  (ICD_\S+ |source <\()*icd ", result.Out);
        Assert.EndsWith("Exit codes: 0 fine, 1 the answer is no, 2 the command line is wrong, 3 data are missing or broken.\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("-?")]
    public void Help_ShortForms_AreTheSame(string option)
    {
        Assert.Equal(IcdProcess.Run("show", "--help").Out, IcdProcess.Run("show", option).Exits(0).Out);
    }

    [Fact]
    public void Icd_NoArguments_IsHelp()
    {
        var result = IcdProcess.Run().Exits(0);

        Assert.Equal(IcdProcess.Run("--help").Out, result.Out);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Version_IsPrinted() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", IcdProcess.Run("--version").Exits(0).Out);
}
