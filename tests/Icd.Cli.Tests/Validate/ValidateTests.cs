using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Validate;

public class ValidateTests
{
    [WhoDataTheory]
    [InlineData("NC32.2&XK8G", 0, "valid")]
    [InlineData("BA52&XY0Y", 0, "valid")]
    [InlineData("CB41/1D00", 0, "valid")]
    [InlineData("CB41", 1, "incomplete")]
    [InlineData("BA52&XK8G", 1, "invalid")]
    [InlineData("ZZ99", 1, "invalid")]
    [InlineData("BA41&&", 1, "syntax-error")]
    public void Validate_Expression_SaysTheVerdict(string expression, int exitCode, string verdict)
    {
        var result = RealReleases.Run("validate", expression).Exits(exitCode);
        Assert.StartsWith(verdict + "\t" + expression, result.Out, StringComparison.Ordinal);
        Assert.Equal(verdict, RealReleases.Run("validate", "--json", expression).Exits(exitCode).Json.GetProperty("verdict").GetString());
    }

    [WhoDataFact]
    public void Validate_Lenient_MissingIsNoReasonToRefuse()
    {
        Assert.StartsWith("valid\tCB41\n\tCB41 needs", RealReleases.Run("validate", "--lenient", "CB41").Exits(0).Out, StringComparison.Ordinal);
        Assert.StartsWith("not-evaluated\t", RealReleases.Run("validate", "--lenient", "BA52&XK8G").Exits(1).Out, StringComparison.Ordinal);
    }

    /// <summary>Only the release can tell which kind of code a URI names.</summary>
    [WhoDataFact]
    public void Validate_UriInTheWrongPlace_IsInvalidWithItsReason()
    {
        const string extension = "http://id.who.int/icd/release/11/mms/271422288", stem = "http://id.who.int/icd/release/11/mms/257068234";
        var lines = RealReleases.Run("validate", extension, $"NC32.Z & {stem}", $"NC32.Z & {extension}").Exits(1).Lines;
        Assert.StartsWith($"invalid\t{extension}", lines[0], StringComparison.Ordinal);
        Assert.Contains("cannot stand as a stem", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"invalid\tNC32.Z & {stem}", lines[2], StringComparison.Ordinal);
        Assert.Equal("valid\tNC32.Z&XK8G", lines[^1]);
    }

    [WhoDataFact]
    public void Validate_Position_IsThatOfTheMemberInTheInput()
    {
        var diagnostic = RealReleases.Run("validate", "--json", " BA52 & XK8G").Exits(1).Json.GetProperty("diagnostics")[0];
        Assert.Equal((8, "XK8G", "value-on-no-axis"), (diagnostic.GetProperty("position").GetInt32(), diagnostic.GetProperty("token").GetString(), diagnostic.GetProperty("kind").GetString()));
    }

    [WhoDataFact]
    public void Validate_FileAndStandardInput_AnswerEveryLine()
    {
        using var folder = new TestFolder();
        var file = folder.Write("expressions.txt", "\uFEFFNC32.2\r\n\r\nCB41/1D00\r\n");
        string[] expected = ["valid", "syntax-error", "valid"];
        Assert.Equal(expected, Verdicts(RealReleases.Run("validate", "--json", "--file", file).Exits(1)));
        Assert.Equal(expected, Verdicts(IcdProcess.Run(["validate", "--json", "-"], "NC32.2\n\nCB41/1D00\n", ("ICD_DATA", RealReleases.Folder)).Exits(1)));
    }

    [WhoDataFact]
    public void Validate_20000Lines_AreAnsweredInStep()
    {
        var stdin = string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 2 == 0 ? "NC32.Z&XA8U33&XK8G\n" : "CB41/1D00\n"));
        var lines = IcdProcess.Run(["validate", "--json"], stdin, ("ICD_DATA", RealReleases.Folder)).Exits(0).Lines;
        Assert.Equal(20_000, lines.Length);
        Assert.Contains("\"replacement\":\"NC32.2\\u0026XK8G\"", lines[19_998].Replace("2&XK8G", "2\\u0026XK8G", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_FileAndExpressions_IsAUsageError() =>
        IcdProcess.Run("validate", "BA41", "--file", "x").IsUsageError("Give expressions or --file, not both.", "icd validate --help");

    [Fact]
    public void Validate_MissingFile_ExitsThree() => Assert.Contains("nowhere.txt", IcdProcess.Run("validate", "--file", "nowhere.txt").Exits(3).Error, StringComparison.Ordinal);

    [Fact]
    public void Validate_ReleaseNotLoaded_ExitsThree() => IcdProcess.Run("validate", "BA41", "--release", "2019-04").Exits(3);

    [WhoDataFact]
    public void Canonicalise_Lines_StayInStep()
    {
        var result = RealReleases.Run("canonicalise", "NC32.Z & xk8g & XA8U33", "CA41.Z&XN275", "nonsense!").Exits(1);
        Assert.Equal(["NC32.2&XK8G", "CA41.0", "nonsense!"], result.Lines);
        Assert.Contains("nonsense!: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("NC32.2&XK8G", RealReleases.Run("canonicalise", "--json", "NC32.Z&XK8G&XA8U33").Exits(0).Json.GetProperty("replacement").GetString());
        Assert.Equal(["NC32.2"], RealReleases.Run("canonicalize", "NC32.2").Exits(0).Lines);
    }

    [WhoDataFact]
    public void Axes_Stem_ListsThem()
    {
        Assert.Contains("(hasCausingCondition), påkrevd", RealReleases.Run("axes", "CB41", "--lang", "nb").Exits(0).Out, StringComparison.Ordinal);
        Assert.Contains("XA8U33 Shaft of the ulna", RealReleases.Run("axes", "NC32.Z", "--find", "shaft").Exits(0).Out, StringComparison.Ordinal);
        Assert.Equal("BA52  Coronary atherosclerosis\n  No axes: only diagnosis code descriptors (XY…) may follow.\n", RealReleases.Run("axes", "BA52").Exits(0).Out);
    }

    [WhoDataTheory]
    [InlineData("ZZ99")]
    [InlineData("XK8G")]
    [InlineData("22")]
    public void Axes_NoStem_ExitsOne(string code) =>
        Assert.Equal($"icd: '{code}' is not a stem code of mms-2024-01.\n", RealReleases.Run("axes", code).Exits(1).Error);

    private static IEnumerable<string?> Verdicts(IcdResult result) => result.JsonLines.Select(line => line.GetProperty("verdict").GetString());
}
